#include "searcher/results/stored_articles.h"

#include "common/fields.h"
#include "common/stored_article.h"

namespace broadsheet {

Article stored_article(const Xapian::Database& index, Xapian::docid document) {
    // The number comes from a match: nobody need look whether there is such a document.
    return parse_article_json(index.get_document(document, Xapian::DOC_ASSUME_VALID).get_data());
}

std::string stored_id(const Xapian::Database& index, Xapian::docid document) {
    return index.get_document(document, Xapian::DOC_ASSUME_VALID)
        .get_value(static_cast<Xapian::valueno>(Slot::id));
}

std::optional<Xapian::docid> find_article(const Xapian::Database& index, std::string_view id) {
    const std::string term = exact_term(*find_field("id"), id);
    const auto found = index.postlist_begin(term);
    if (found == index.postlist_end(term)) return std::nullopt;
    return *found;
}

}  // namespace broadsheet
