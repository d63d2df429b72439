#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace broadsheet {

/// A stem that is a word of the query in some languages only, each of few articles of the index: it
/// counts in the articles of these alone. The stem of "rate" in German is that of the English rats.
struct RareStem {
    std::string stem;
    std::vector<std::string> languages;

    friend bool operator==(const RareStem&, const RareStem&) = default;
};

/// What of an article a query asks to see marked: the query after analysis, without the index
/// engine. Made with the query (query_builder.h), read by the snippet maker. Parts that were
/// negated are not in it, nor filters by exact fields and dates.
///
/// Forms are those of the Analyzer: `term` is Word::term, `stem` is Word::stem, without any prefix.
/// A `field_prefix` (ArticleText::field_prefix) limits a target to the texts of that field; empty
/// means every text. `weight` says how telling a target is beside the others, from its rarity in
/// the index and the weight it was typed with; it is at least 0.
struct MatchTargets {
    /// One word of the query. A token matches when its term is among `terms` or its stem among
    /// `stems`: the same word stemmed for several languages, or its other spellings.
    struct Word {
        std::vector<std::string> terms;
        std::vector<std::string> stems;
        std::string field_prefix = {};
        double weight = 1;
        /// Further stems, in articles of their languages.
        std::vector<RareStem> rare_stems = {};
        /// When not empty only what is printed so matches: printed_form() of it.
        std::string printed = {};

        friend bool operator==(const Word&, const Word&) = default;
    };

    /// A phrase: one token for each slot, its term among the slot's alternatives. Ordered: the
    /// slots' positions rise, and the last is at most slots.size() - 1 + slop behind the first.
    /// Not ordered (NEAR): in any order within the same window. All the slots' tokens are marked.
    struct Phrase {
        std::vector<std::vector<std::string>> slots;
        std::string field_prefix = {};
        std::uint32_t slop = 0;
        bool ordered = true;
        double weight = 1;
        std::string printed = {};  ///< as Word::printed, of the whole phrase

        friend bool operator==(const Phrase&, const Phrase&) = default;
    };

    /// A beginning of words: a token matches when its term begins with it.
    struct Prefix {
        std::string prefix;
        std::string field_prefix = {};
        double weight = 1;

        friend bool operator==(const Prefix&, const Prefix&) = default;
    };

    std::vector<Word> words;
    std::vector<Phrase> phrases;
    std::vector<Prefix> prefixes;

    /// True when the language of an article makes a difference.
    [[nodiscard]] bool depends_on_language() const {
        return std::ranges::any_of(words, [](const Word& w) { return !w.rare_stems.empty(); });
    }

    /// What is asked of the articles of one language: its rare stems are stems as the others.
    [[nodiscard]] MatchTargets in_language(std::string_view language) const {
        MatchTargets targets = *this;
        for (Word& word : targets.words) {
            for (RareStem& rare : word.rare_stems) {
                if (std::ranges::find(rare.languages, language) != rare.languages.end())
                    word.stems.push_back(std::move(rare.stem));
            }
            word.rare_stems.clear();
        }
        return targets;
    }

    [[nodiscard]] bool empty() const {
        return words.empty() && phrases.empty() && prefixes.empty();
    }

    friend bool operator==(const MatchTargets&, const MatchTargets&) = default;
};

}  // namespace broadsheet
