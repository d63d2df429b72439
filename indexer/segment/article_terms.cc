#include "indexer/segment/article_terms.h"

#include "common/fields.h"

namespace broadsheet {

const std::vector<std::string_view>& ArticleTerms::field_prefixes() {
    static const std::vector<std::string_view> kPrefixes = [] {
        std::vector<std::string_view> prefixes = {{}};
        for (const auto& field : fields()) {
            if (field.kind == FieldKind::text) prefixes.push_back(field.prefix);
        }
        return prefixes;
    }();
    return kPrefixes;
}

void ArticleTerms::clear() {
    occurrences.clear();
    exact_terms.clear();
    values.clear();
    data.clear();
}

}  // namespace broadsheet
