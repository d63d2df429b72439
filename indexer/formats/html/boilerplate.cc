#include "indexer/formats/html/boilerplate.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

#include "common/ascii.h"
#include "indexer/formats/html/element_names.h"
#include "indexer/formats/html/words.h"

namespace broadsheet::html {

namespace {

/// Declarations of a style attribute that hide an element.
bool is_hidden_style(std::string_view style) {
    if (style.empty()) return false;
    std::string compact;
    for (const char c : style) {
        if (!is_ascii_blank(c)) compact += to_ascii_lower(c);
    }
    return compact.find("display:none") != std::string::npos ||
           compact.find("visibility:hidden") != std::string::npos;
}

bool is_hidden(const Tree& tree, std::size_t node) {
    if (tree.has(node, Attribute::hidden)) return true;
    return is_hidden_style(tree.attribute(node, Attribute::style)) ||
           equals_ignoring_case(tree.attribute(node, Attribute::aria_hidden), "true");
}

bool is_surrounding_role(std::string_view role) {
    constexpr std::array<std::string_view, 12> kRoles{
        "alert",
        "alertdialog",
        "banner",
        "complementary",
        "contentinfo",
        "dialog",
        "form",
        "menu",
        "menubar",
        "navigation",
        "search",
        "toolbar"};
    return !role.empty() && std::find(kRoles.begin(), kRoles.end(), role) != kRoles.end();
}

bool is_surrounding_element(Tag tag) {
    return tag == Tag::nav || tag == Tag::footer || tag == Tag::aside || tag == Tag::form ||
           tag == Tag::fieldset || tag == Tag::menu || tag == Tag::label;
}

bool is_article_root(const Tree& tree, std::size_t node) {
    const Tag tag = tree[node].tag;
    return tag == Tag::html || tag == Tag::body || tag == Tag::article || tag == Tag::main ||
           tree.attribute(node, Attribute::itemprop) == "articleBody";
}

/// What is not taken out whatever it is called: a form around the whole page, a box whose class
/// mentions the sidebar beside it.
class Protection {
public:
    Protection(const Tree& tree, std::span<const TextBlock> blocks)
        : tree_(tree), mass_(tree, blocks) {
        for (std::uint32_t i = 0; i < tree.size(); ++i) {
            if (tree[i].tag == Tag::h1) headings_.push_back(i);
            if (tree[i].tag == Tag::article) articles_.push_back(i);
        }
    }

    [[nodiscard]] bool holds(std::size_t node) const {
        return share(node) > 0.85 || (share(node) > 0.5 && has_main_heading(node));
    }

    [[nodiscard]] bool holds_much(std::size_t node) const { return share(node) > 0.25; }

    /// Whether most of the text in there is one <article> of some length.
    [[nodiscard]] bool shows_article(std::size_t node) const {
        constexpr std::uint64_t kWeightMin = 600;
        const auto begin = std::lower_bound(articles_.begin(), articles_.end(), node);
        for (auto at = begin; at != articles_.end() && *at < tree_[node].end; ++at) {
            const std::uint64_t weight = mass_.running(*at);
            if (weight >= kWeightMin && weight * 10 >= mass_.running(node) * 7) return true;
            if (at - begin > kArticlesMax) return false;
        }
        return false;
    }

    /// For what is hidden: some pages hide their text until a program shows it.
    [[nodiscard]] bool holds_most(std::size_t node) const { return share(node) > 0.6; }

private:
    [[nodiscard]] double share(std::size_t node) const {
        return static_cast<double>(mass_.running(node)) /
               static_cast<double>(std::max<std::uint64_t>(mass_.running(0), 1));
    }

    [[nodiscard]] bool has_main_heading(std::size_t node) const {
        const auto first = std::lower_bound(headings_.begin(), headings_.end(), node);
        return first != headings_.end() && *first < tree_[node].end;
    }

    static constexpr int kArticlesMax = 20;  // looked at in one window

    const Tree& tree_;
    Mass mass_;
    std::vector<std::uint32_t> headings_;
    std::vector<std::uint32_t> articles_;
};

bool is_boilerplate(
    const Tree& tree, std::size_t node, const Protection& protection, Strictness strictness
) {
    if (is_hidden(tree, node)) return !protection.holds_most(node);
    const Tag tag = tree[node].tag;
    if (is_surrounding_element(tag) || is_surrounding_role(tree.attribute(node, Attribute::role))) {
        return !protection.holds(node);
    }
    if (strictness != Strictness::by_name || tag == Tag::blockquote) return false;
    const NameSays by_class = what_class_says(tree.attribute(node, Attribute::class_name));
    const NameSays by_id = what_id_says(tree.attribute(node, Attribute::id));
    if (by_class == NameSays::surrounding || by_id == NameSays::surrounding) {
        return !protection.holds(node);
    }
    if (by_class == NameSays::window || by_id == NameSays::window) {
        return !protection.holds(node) && !protection.shows_article(node);
    }
    const bool perhaps =
        by_class == NameSays::perhaps_surrounding || by_id == NameSays::perhaps_surrounding;
    return perhaps && !protection.holds_much(node);
}

}  // namespace

int name_weight(const Tree& tree, std::size_t node) {
    const auto weight = [](NameSays says) {
        constexpr int kWeight = 25;  // Readability's
        if (says == NameSays::nothing || says == NameSays::window) return 0;
        return says == NameSays::article ? kWeight : -kWeight;
    };
    return weight(what_class_says(tree.attribute(node, Attribute::class_name))) +
           weight(what_id_says(tree.attribute(node, Attribute::id)));
}

NodeSet boilerplate(const Tree& tree, std::span<const TextBlock> blocks, Strictness strictness) {
    NodeSet out(tree.size(), false);
    if (strictness == Strictness::none) return out;
    const Protection protection(tree, blocks);
    for (std::size_t i = 1; i < tree.size();) {
        const Node& node = tree[i];
        const bool stays = node.tag == Tag::text || is_article_root(tree, i);
        if (!stays && is_boilerplate(tree, i, protection, strictness)) {
            out[i] = true;
            i = node.end;
        } else {
            ++i;
        }
    }
    return out;
}

bool is_running_text(const TextBlock& block) {
    constexpr std::uint32_t kLongMin = 80;  // some fifteen words, as in boilerpipe
    constexpr std::uint32_t kShortMin = 35;
    if (block.kind == TextBlock::Kind::heading || block.link_weight * 3 >= block.weight)
        return false;
    return block.weight >= kLongMin || (block.weight >= kShortMin && ends_sentence(block.text));
}

Mass::Mass(const Tree& tree, std::span<const TextBlock> blocks)
    : running_(tree.size(), 0), all_(tree.size(), 0), links_(tree.size(), 0) {
    for (const TextBlock& block : blocks) {
        all_[block.node] += block.weight;
        links_[block.node] += block.link_weight;
        if (is_running_text(block)) running_[block.node] += block.weight;
    }
    for (std::size_t i = tree.size(); i-- > 1;) {
        const std::uint32_t parent = tree[i].parent;
        all_[parent] += all_[i];
        links_[parent] += links_[i];
        running_[parent] += running_[i];
    }
}

double Mass::link_density(std::size_t node) const {
    return all_[node] == 0 ? 0.0 : static_cast<double>(links_[node]) / all_[node];
}

RunningText::RunningText(std::span<const TextBlock> blocks) {
    std::uint64_t weight = 0;
    for (const TextBlock& block : blocks) {
        if (!is_running_text(block)) continue;
        weight += block.weight;
        steps_.push_back({block.first, weight});
    }
}

std::uint64_t RunningText::before(std::uint32_t node) const {
    const auto next = std::lower_bound(
        steps_.begin(),
        steps_.end(),
        node,
        [](const Step& step, std::uint32_t at) { return step.first < at; }
    );
    return next == steps_.begin() ? 0 : std::prev(next)->weight;
}

std::uint64_t RunningText::between(std::uint32_t begin, std::uint32_t end) const {
    return end <= begin ? 0 : before(end) - before(begin);
}

}  // namespace broadsheet::html
