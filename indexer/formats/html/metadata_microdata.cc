#include <algorithm>

#include "common/ascii.h"
#include "indexer/formats/html/metadata.h"
#include "indexer/formats/html/words.h"

namespace broadsheet::html {

namespace {

bool has_word(std::string_view list, std::string_view word) {
    for (std::string_view rest = list; !rest.empty();) {
        const std::size_t end = rest.find_first_of(" \t\r\n");
        if (equals_ignoring_case(rest.substr(0, end), word)) return true;
        if (end == std::string_view::npos) return false;
        rest.remove_prefix(end + 1);
    }
    return false;
}

/// What an element with an itemprop says: for machines first, else its text.
std::string property_value(const Tree& tree, std::size_t node) {
    for (const Attribute attribute : {Attribute::content, Attribute::datetime}) {
        const std::string_view value = tree.attribute(node, attribute);
        if (!value.empty()) return plain_text(value);
    }
    return tree.text(node);
}

/// The name inside an author or publisher element, or its whole text.
std::string name_inside(const Tree& tree, std::size_t node) {
    const std::size_t end = std::min<std::size_t>(tree[node].end, node + Tree::kTextNodesMax);
    for (std::size_t i = node + 1; i < end; ++i) {
        if (has_word(tree.attribute(i, Attribute::itemprop), "name")) {
            return property_value(tree, i);
        }
    }
    return property_value(tree, node);
}

void take_property(const Tree& tree, std::size_t node, std::string_view properties, Claims& out) {
    constexpr std::size_t kNameSizeMax = 200;  // an "author" box with a life story is no name
    const auto take = [&](std::string_view name, std::string& to) {
        if (to.empty() && has_word(properties, name)) to = property_value(tree, node);
    };
    take("headline", out.headline);
    take("alternativeHeadline", out.deck);
    take("datePublished", out.published);
    take("dateCreated", out.published);
    take("dateModified", out.updated);
    take("articleSection", out.section);
    take("inLanguage", out.language);
    if (has_word(properties, "author") || has_word(properties, "creator")) {
        std::string name = name_inside(tree, node);
        if (!name.empty() && name.size() < kNameSizeMax && !is_address(name)) {
            out.authors.push_back(std::move(name));
        }
    }
    if (has_word(properties, "publisher") && out.source.empty()) {
        std::string name = name_inside(tree, node);
        if (name.size() < kNameSizeMax && !is_address(name)) out.source = std::move(name);
    }
    if (has_word(properties, "keywords") && out.tags.empty()) {
        out.tags = split_list(property_value(tree, node), ",;");
    }
}

}  // namespace

Claims microdata_claims(const Tree& tree) {
    Claims claims;
    std::vector<std::string> rel_authors;
    std::vector<std::string> rel_tags;
    for (std::size_t i = 0; i < tree.size(); ++i) {
        const Node& node = tree[i];
        if (node.attribute_count == 0) continue;
        const std::string_view properties = tree.attribute(i, Attribute::itemprop);
        if (has_word(properties, "comment")) {
            i = node.end - 1;  // other people's words
            continue;
        }
        if (!properties.empty() && node.tag != Tag::html)
            take_property(tree, i, properties, claims);
        const std::string_view rel = tree.attribute(i, Attribute::rel);
        if (node.tag != Tag::a || rel.empty()) continue;
        if (has_word(rel, "author")) rel_authors.push_back(tree.text(i));
        if (has_word(rel, "tag")) rel_tags.push_back(tree.text(i));
    }
    if (claims.authors.empty()) claims.authors = std::move(rel_authors);
    if (claims.tags.empty()) claims.tags = std::move(rel_tags);
    return claims;
}

}  // namespace broadsheet::html
