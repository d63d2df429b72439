#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/text/analyzer.h"
#include "searcher/query/match_terms.h"
#include "searcher/snippet/phrase_finder.h"

namespace broadsheet {

/// A stretch of a text that matches one target of a query.
struct Match {
    std::uint32_t begin = 0;   ///< first byte
    std::uint32_t end = 0;     ///< one past the last byte
    std::uint32_t target = 0;  ///< number of the target: words, then phrases, then prefixes

    friend auto operator<=>(const Match&, const Match&) = default;
};

/// The targets of one query, prepared for looking up every token of many texts. Most tokens match
/// nothing, so that is decided first, and once for each word: the tokens must come from one
/// analyzer that does not forget its words meanwhile.
class TargetMatcher {
public:
    /// Keeps views of the targets, which must outlive it.
    explicit TargetMatcher(const MatchTargets& targets);

    /// Appends what matches among the tokens of one text that belongs to the field with this
    /// prefix, ordered by first byte. An exact phrase is one match; of a phrase with slop, tokens
    /// side by side are one match, others one each. Positions must not fall.
    void find(
        std::span<const Token> tokens, std::string_view field_prefix, std::vector<Match>& matches
    );

    [[nodiscard]] std::size_t target_count() const { return weights_.size(); }

    /// Number of targets that can match in a text of no field, such as a paragraph of the body.
    [[nodiscard]] std::size_t fieldless_targets() const { return fieldless_targets_; }

    /// The only printed form (printed_form.h) that a target's matches may have, or empty. find()
    /// does not see the text: who calls it checks.
    [[nodiscard]] std::string_view printed(std::uint32_t target) const { return printed_[target]; }

    /// True when any target has such a form.
    [[nodiscard]] bool checks_print() const { return checks_print_; }

    /// How telling a target is beside the others.
    [[nodiscard]] double weight(std::uint32_t target) const { return weights_[target]; }

private:
    // Where a term or stem occurs among the targets.
    struct Use {
        std::uint32_t target;
        std::uint32_t slot;   // of a phrase
        std::int32_t phrase;  // number of the phrase; kNoPhrase for words and prefixes
        std::string_view field_prefix;
    };

    using Table = std::unordered_map<std::string_view, std::vector<Use>>;
    // For every first byte, the lengths (63: or more) of what begins with it.
    using Lengths = std::array<std::uint64_t, 256>;

    struct PrefixUse {
        std::string_view prefix;
        Use use;
    };

    struct PhraseState {
        const MatchTargets::Phrase* phrase = nullptr;
        std::uint32_t target = 0;
        // Slots with the same alternatives are one kind and need as many tokens: for NEAR.
        std::vector<std::uint32_t> kind_of_slot;
        std::vector<std::uint32_t> needed_of_kind;
        std::vector<SlotEvent> events;  // in the text at hand
    };

    // The text at hand.
    struct Text {
        std::span<const Token> tokens;
        std::string_view field_prefix;
        std::vector<Match>& matches;
    };

    static void add(Table& table, Lengths& lengths, std::string_view key, const Use& use);
    static bool may_hold(const Lengths& lengths, std::string_view key);
    void add_phrase(const MatchTargets::Phrase& phrase);
    void look_up(Text& text, std::uint32_t index);
    void take(Text& text, std::uint32_t index, const Use& use);
    static void finish(Text& text, const PhraseState& state);

    [[nodiscard]] bool is_dull(const Word& word);

    Table terms_;
    Table stems_;
    Lengths term_lengths_{};
    Lengths stem_lengths_{};
    std::array<std::vector<PrefixUse>, 256> prefixes_;  // by first byte
    std::vector<PhraseState> phrases_;
    std::vector<double> weights_;
    std::vector<std::string_view> printed_;
    bool checks_print_ = false;
    std::size_t fieldless_targets_ = 0;
    // One bit for each Word::number: known to match nothing, so that neither of its forms, which
    // lie anywhere in memory, must be read again.
    std::vector<std::uint64_t> dull_;
};

}  // namespace broadsheet
