#pragma once

#include <cstddef>

#include "indexer/segment/article_terms.h"

namespace broadsheet {

/// Longest stored article. The engine's own limit is 65,536 pieces of about 2,000 bytes; half of it
/// leaves room for whatever rewrites the article later.
inline constexpr std::size_t kArticleDataBytesMax = std::size_t{64} << 20;

/// Longest value: values are kept many to a piece and read whole.
inline constexpr std::size_t kValueBytesMax = std::size_t{1} << 20;

/// Most occurrences of words in one article: as many as fit into the longest stored article.
inline constexpr std::size_t kOccurrencesMax = kArticleDataBytesMax / 2;

/// @throws Error (invalid_argument) when the article goes over a limit above. Both builders ask
/// before they change anything, so that the article can be left out and the next one added.
void require_storable(const ArticleTerms& article);

}  // namespace broadsheet
