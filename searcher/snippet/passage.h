#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/snippet/target_matcher.h"

namespace broadsheet {

/// Paragraphs with what matches in them.
struct MatchedText {
    std::span<const std::string> paragraphs;
    /// For each paragraph, by rising first byte. May be shorter than `paragraphs`: the rest was not
    /// looked at and counts as without matches.
    std::vector<std::vector<Match>> matches;
    std::string_view language;  ///< ISO 639 code, for the ends of sentences
};

/// A stretch of one paragraph.
struct Piece {
    std::uint32_t paragraph = 0;
    std::uint32_t begin = 0;  ///< first byte
    std::uint32_t end = 0;    ///< one past the last byte
    bool cut_before = false;  ///< begins inside a sentence
    bool cut_after = false;   ///< ends inside a sentence
    bool gap_before = false;  ///< something is left out between the piece before and this one

    friend bool operator==(const Piece&, const Piece&) = default;
};

/// The passage that answers best, in reading order: sentences that follow each other, together at
/// most `length` characters, or a part of one longer sentence. It counts how much of the query's
/// weight is in it, then how close its words stand and how early it comes. Where words of the query
/// stand too far apart for one, and two of half the length hold clearly more of its weight, those
/// two. Where nothing matches, the beginning.
std::vector<Piece> best_passage(
    const MatchedText& text, const TargetMatcher& targets, std::size_t length
);

}  // namespace broadsheet
