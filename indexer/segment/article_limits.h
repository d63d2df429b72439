#pragma once

#include <cstddef>
#include <cstdint>

#include "indexer/segment/article_terms.h"

namespace broadsheet {

/// Longest stored article. The engine's own limit is 65,536 pieces of about 2,000 bytes; half of it
/// leaves room for whatever rewrites the article later.
inline constexpr std::size_t kArticleDataBytesMax = std::size_t{64} << 20;

/// Longest value: values are kept many to a piece and read whole.
inline constexpr std::size_t kValueBytesMax = std::size_t{1} << 20;

/// Most occurrences of words in one article: the sum of their weights fits into 32 bits.
inline constexpr std::size_t kOccurrencesMax = std::size_t{8} << 20;

/// Total length of the articles at which a segment is full. No term occurs more often than this,
/// and the longest article, all of weights of 255, brings no collection frequency over 32 bits.
inline constexpr std::uint64_t kSegmentLengthFull = 2'000'000'000;
static_assert(kSegmentLengthFull + kOccurrencesMax * (255 + 3) <= 0xffffffff);

/// Most exact terms of one article.
inline constexpr std::size_t kExactTermsMax = std::size_t{1} << 16;

/// Longest term list of one article, as if no term occurred twice; below the engine's limit for one
/// entry of a table, so that no article can spoil the segment it is in.
inline constexpr std::size_t kTermListBytesMax = std::size_t{100} << 20;

/// @throws Error (invalid_argument) when the article goes over a limit above. Both builders ask
/// before they change anything, so that the article can be left out and the next one added.
void require_storable(const ArticleTerms& article);

}  // namespace broadsheet
