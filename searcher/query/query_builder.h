#pragma once

#include <memory>
#include <string>
#include <vector>

#include <xapian.h>

#include "broadsheet/query_tree.h"
#include "common/text/analyzer.h"
#include "searcher/query/index_facts.h"
#include "searcher/query/match_terms.h"
#include "searcher/query/text_check.h"
#include "searcher/ranking/row_source.h"
#include "searcher/ranking/settings.h"
#include "searcher/ranking/word_source.h"

namespace broadsheet {

/// A query ready for one index.
struct BuiltQuery {
    Xapian::Query query;
    /// The same where `checks` are made afterwards: of the articles in order no more are read than
    /// a page needs. Only where there are any.
    Xapian::Query candidates = {};
    std::vector<std::shared_ptr<TextCheck>> checks = {};
    /// Where single parts are checked: a query that every article matches that matches `query`,
    /// with no lower score, and that reads no text; and what `query` reads texts within.
    Xapian::Query hopeful = {};
    std::shared_ptr<ArticleScope> scope = nullptr;
    MatchTargets targets;
    bool scored = false;  ///< false: only filters, every match is as good as the other
    bool open = false;    ///< no part of it must hold, as in a row of words
    /// The words, where they score themselves and it asks for nothing else; else null.
    std::shared_ptr<const WordRow> row = nullptr;
    std::shared_ptr<const WordScoring> scoring = nullptr;  ///< what it is scored by
    std::vector<std::string> notes;
    std::vector<QueryMistake> mistakes = {};
    QueryNode tree = {};  ///< what it was made of
};

/// In a sequence of more words than this only the rarest are searched for.
inline constexpr std::size_t kSequenceWordsMax = 100;

/// Makes the engine's query of a syntax tree: each word its stems in the languages of the index,
/// its other spellings beside them, all counting as one word; phrases by positions; patterns by the
/// words of the index that fit. With `scoring`, which is filled in, words score themselves: the
/// same scores sooner, by BM25 as it is built in, but without terms that could be explained.
BuiltQuery build_query(
    const QueryNode& root,
    const Xapian::Database& index,
    const IndexFacts& facts,
    Analyzer& analyzer,
    const EvidenceSettings& evidence = {},
    const std::shared_ptr<WordScoring>& scoring = nullptr
);

}  // namespace broadsheet
