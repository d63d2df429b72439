#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include <xapian.h>

#include "common/text/analyzer.h"
#include "searcher/query/index_facts.h"
#include "searcher/query/match_terms.h"
#include "searcher/query/notes.h"
#include "searcher/query/query_words.h"
#include "searcher/query/term_queries.h"
#include "searcher/query/text_check.h"
#include "searcher/query/vocabulary.h"
#include "searcher/ranking/row_source.h"
#include "searcher/ranking/settings.h"
#include "searcher/ranking/word_source.h"

namespace broadsheet {

/// How the part of the tree that is being built stands in the whole.
struct Context {
    bool marked = true;     ///< its matches are shown; not so for what is excluded
    bool together = false;  ///< the words of one stretch must all be there
    double weight = 1;      ///< of the brackets around it
    bool whole = false;     ///< no article matches the query that does not match this part
    bool excluded = false;  ///< the fewer articles match this part, the more match the query

    [[nodiscard]] Mark mark() const { return {.wanted = marked, .weight = weight}; }
};

/// The forms of a word are read from the vocabulary, which is dear, and of a NEAR of very many
/// words little is found anyway.
inline constexpr std::size_t kWordsInAllFormsMax = 100;

/// What the makers of the parts of one query share: the index, its words, and what they leave for
/// the snippets and the reader. All that is handed in must outlive it.
struct Building {
    Building(
        const Xapian::Database& asked,
        const IndexFacts& its_facts,
        Analyzer& its_analyzer,
        const EvidenceSettings& settings,
        MatchTargets& shown
    )
        : index(asked),
          facts(its_facts),
          analyzer(its_analyzer),
          evidence(settings),
          targets(shown),
          words(analyzer, facts),
          terms(index, targets),
          vocabulary(*facts.vocabulary) {}

    const Xapian::Database& index;
    const IndexFacts& facts;
    Analyzer& analyzer;
    const EvidenceSettings& evidence;
    MatchTargets& targets;
    QueryWords words;
    TermQueries terms;
    Vocabulary& vocabulary;
    Notes notes = {};
    /// How many more words of NEAR are looked for in all their forms.
    std::size_t words_in_all_forms = kWordsInAllFormsMax;
    /// Where words are to score themselves.
    std::shared_ptr<const WordScoring> scoring = nullptr;
    /// The words of the query, where they score themselves and nothing else is asked for.
    std::shared_ptr<const WordRow> row = nullptr;
    /// What the text of every match must pass besides.
    std::vector<std::shared_ptr<TextCheck>> checks = {};
    /// Where the checks of single parts are made, and whether there are any.
    std::shared_ptr<ArticleScope> scope = std::make_shared<ArticleScope>();
    bool checks_parts = false;
    /// No part is checked: what is asked for passes, what is excluded does not.
    bool hopeful = false;
};

}  // namespace broadsheet
