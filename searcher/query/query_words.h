#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/analyzer.h"
#include "searcher/query/index_facts.h"
#include "searcher/query/match_terms.h"

namespace broadsheet {

/// One reading of a phrase: for each place the terms that may stand there.
using TermPath = std::vector<std::vector<std::string>>;

/// One word of a query with everything that counts as it: its stems in several languages, its other
/// spellings, and for a compound its parts one behind the other.
struct QueryWord {
    std::vector<std::string> terms;  ///< exact forms, where a language has no stem for the word
    std::vector<std::string> stems;
    std::vector<RareStem> rare_stems;
    std::vector<TermPath> parts;
    std::string typed = {};  ///< its exact form as it stands in the query; empty for a compound

    [[nodiscard]] bool empty() const {
        return terms.empty() && stems.empty() && rare_stems.empty() && parts.empty();
    }

    /// Other forms of a word are the same word.
    friend bool operator==(const QueryWord& a, const QueryWord& b) {
        return a.terms == b.terms && a.stems == b.stems && a.rare_stems == b.rare_stems &&
               a.parts == b.parts;
    }
};

/// Analyses the texts of a query in several languages at once.
class QueryWords {
public:
    /// Both must outlive this. Each text is read in every one of the index's languages; what only
    /// the rare ones say counts in their articles only.
    QueryWords(Analyzer& analyzer, const IndexFacts& facts) : analyzer_(analyzer), facts_(facts) {}

    /// The words of a stretch of text, one for each place; a compound is one word.
    std::vector<QueryWord> words(std::string_view text);

    /// The readings of a text as a phrase, by exact terms. More than one where a compound in it may
    /// be printed in several ways; at most kPathsMax.
    std::vector<TermPath> phrase(std::string_view text);

    /// The term of a text that is one word, or empty.
    std::string single_term(std::string_view text);

    /// The letters of a pattern as they are in the index; `*` and `?` stay.
    std::string folded_pattern(std::string_view text);

    static constexpr std::size_t kPathsMax = 8;

private:
    /// A stem and the languages it is in.
    using Stem = RareStem;

    /// A term between two places, and its stems in the languages that cut the text this way.
    struct Form {
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
        std::string term;
        std::vector<Stem> stems;
        bool unstemmed = false;  ///< in one of the languages at least: there the term is the word
    };

    /// A text cut in one way.
    using Reading = std::vector<Form>;

    Reading read(std::string_view text, std::string_view language);
    static void add_alternatives(Reading& reading, const Reading& other);
    std::vector<Reading> readings(std::string_view text);
    static void add_stem(std::vector<Stem>& stems, const Stem& stem);
    void add_stem(QueryWord& word, const Stem& stem) const;
    void add_written_onto(QueryWord& word, const Form& form);
    void add_turkish_stems(QueryWord& word, const std::string& term);
    QueryWord word_between(const Reading& reading, std::uint32_t begin, std::uint32_t end);
    static std::vector<TermPath> paths(
        const Reading& reading, std::uint32_t begin, std::uint32_t end, bool whole_span_too
    );

    Analyzer& analyzer_;
    const IndexFacts& facts_;
    std::vector<Token> tokens_;
    /// How many more ways to write a word are read: of a page that was pasted, not of every word.
    std::size_t restored_left_ = 500;
    /// And of how many with something written onto them the frequencies are looked up.
    std::size_t looked_up_left_ = 500;
};

}  // namespace broadsheet
