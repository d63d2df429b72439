#pragma once

#include <cstddef>
#include <vector>

#include "searcher/snippet/passage.h"

namespace broadsheet {

/// The best single passage of at most `length` characters, filled up with the sentences around it;
/// where nothing matches, the beginning.
std::vector<Piece> filled_passage(
    const MatchedText& text, const TargetMatcher& targets, std::size_t length
);

/// The best single passage and no more; nothing where nothing matches.
std::vector<Piece> bare_passage(
    const MatchedText& text, const TargetMatcher& targets, std::size_t length
);

/// At most `count` such passages, the best first, each of sentences that are in none of those
/// before. Each holds a match.
std::vector<std::vector<Piece>> best_passages(
    const MatchedText& text, const TargetMatcher& targets, std::size_t length, std::size_t count
);

}  // namespace broadsheet
