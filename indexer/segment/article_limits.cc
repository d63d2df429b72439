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

// Of that many, not even the longest terms make too long a list: four each, of 245 bytes.
constexpr std::size_t kHarmlessOccurrences = std::size_t{1} << 16;

std::size_t term_list_bytes(const ArticleTerms& article) {
    constexpr std::size_t kBytesBesideName = 8;
    std::size_t bytes = 0;
    for (const auto& [word, position, field, weight] : article.occurrences) {
        const std::size_t once = word->term.size() + word->stem.size() + 2 * kBytesBesideName;
        bytes += field == 0 ? once : 2 * once;
    }
    return bytes;
}

}  // namespace

void require_storable(const ArticleTerms& article) {
    require_at_most(article.data.size(), kArticleDataBytesMax, "bytes of stored text");
    require_at_most(article.occurrences.size(), kOccurrencesMax, "words");
    require_at_most(article.exact_terms.size(), kExactTermsMax, "exact terms");
    if (article.occurrences.size() > kHarmlessOccurrences) {
        require_at_most(term_list_bytes(article), kTermListBytesMax, "bytes of terms");
    }
    for (const auto& [slot, value] : article.values) {
        require_at_most(value.size(), kValueBytesMax, "bytes in one value");
    }
}

}  // namespace broadsheet
