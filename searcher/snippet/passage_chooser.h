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

}  // namespace broadsheet
