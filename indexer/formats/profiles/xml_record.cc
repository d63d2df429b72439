#include <algorithm>

#include "common/ascii.h"
#include "indexer/formats/profiles/profile_record.h"
#include "indexer/formats/xml_tree.h"

namespace broadsheet {

namespace {

constexpr std::size_t kValuesMax = 1000;

bool matches(const xmlNode* node, const PathStep& wanted) {
    if (wanted.where.empty()) return true;
    const std::string_view name = wanted.where;
    if (name.starts_with('@')) return xml_attribute(node, name.substr(1)) == wanted.equals;
    return xml_attribute(node, name) == wanted.equals ||
           xml_text(xml_child(node, name)) == wanted.equals;
}

// The children that a step leads to.
std::vector<const xmlNode*> children(const xmlNode* parent, const PathStep& wanted) {
    std::vector<const xmlNode*> all;
    for (const xmlNode* child = parent->children; child != nullptr; child = child->next) {
        if (xml_is(child, wanted.name) && matches(child, wanted) && all.size() < kValuesMax)
            all.push_back(child);
    }
    if (!wanted.index) return all;
    const auto size = static_cast<long>(all.size());
    const long at = *wanted.index < 0 ? size + *wanted.index : *wanted.index;
    if (at < 0 || at >= size) return {};
    return {all[static_cast<std::size_t>(at)]};
}

// The elements at the end of a path, a step to an attribute left out.
std::vector<const xmlNode*> nodes_at(const xmlNode* from, const FieldPath& path) {
    std::vector<const xmlNode*> nodes = {from};
    for (const PathStep& step : path) {
        if (step.name.starts_with('@')) break;
        std::vector<const xmlNode*> next;
        for (const xmlNode* node : nodes) {
            for (const xmlNode* child : children(node, step)) {
                if (next.size() < kValuesMax) next.push_back(child);
            }
        }
        nodes = std::move(next);
    }
    return nodes;
}

}  // namespace

ProfileRecord::Values XmlRecord::values(const FieldPath& path) const {
    const std::string_view last = path.back().name;
    Values values;
    for (const xmlNode* node : nodes_at(element_, path)) {
        std::string text =
            last.starts_with('@') ? xml_attribute(node, last.substr(1)) : xml_text(node);
        if (!text.empty()) values.texts.push_back(std::move(text));
    }
    values.is_list = values.texts.size() > 1;
    return values;
}

void XmlRecord::add_body(const FieldPath& path, Article& article) const {
    for (const xmlNode* node : nodes_at(element_, path)) {
        for (std::string& paragraph : xml_paragraphs(node))
            article.paragraphs.push_back(std::move(paragraph));
    }
}

}  // namespace broadsheet
