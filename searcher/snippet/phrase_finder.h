#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace broadsheet {

/// One token that fills a slot of a phrase.
struct SlotEvent {
    std::uint32_t token = 0;     ///< index of the token in its text
    std::uint32_t slot = 0;      ///< which slot
    std::uint32_t position = 0;  ///< the token's position
};

/// An occurrence of an exact phrase: its first and its last token.
struct PhraseRun {
    std::uint32_t first_token = 0;
    std::uint32_t last_token = 0;

    friend bool operator==(const PhraseRun&, const PhraseRun&) = default;
};

/// Finds phrases among the tokens that fill their slots, in time linear in the events. Events are
/// given in rising order of position.

/// Every occurrence of a phrase whose slots stand at consecutive positions.
std::vector<PhraseRun> exact_phrases(std::span<const SlotEvent> events, std::uint32_t slots);

/// The tokens, ascending, that take part in an occurrence whose slots stand at rising positions,
/// the last at most `window` behind the first.
std::vector<std::uint32_t> ordered_near(
    std::span<const SlotEvent> events, std::uint32_t slots, std::uint32_t window
);

/// The tokens, ascending, that take part in an occurrence in any order within `window`. The slots
/// are given as kinds: `needed[kind]` tokens at different positions for each kind; here
/// SlotEvent::slot is the kind.
std::vector<std::uint32_t> unordered_near(
    std::span<const SlotEvent> events, std::span<const std::uint32_t> needed, std::uint32_t window
);

}  // namespace broadsheet
