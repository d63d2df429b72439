#include "indexer/segment/article_limits.h"

#include <fmt/format.h>

#include "broadsheet/error.h"

namespace broadsheet {

namespace {

void require_at_most(std::size_t size, std::size_t limit, const char* what) {
    if (size <= limit) return;
    throw Error(
        ErrorKind::invalid_argument,
        fmt::format("cannot store an article with {} {}: the limit is {}", size, what, limit)
    );
}

}  // namespace

void require_storable(const ArticleTerms& article) {
    require_at_most(article.data.size(), kArticleDataBytesMax, "bytes of stored text");
    require_at_most(article.occurrences.size(), kOccurrencesMax, "words");
    for (const auto& [slot, value] : article.values) {
        require_at_most(value.size(), kValueBytesMax, "bytes in one value");
    }
}

}  // namespace broadsheet
