#include "indexer/formats/html/teaser_lists.h"

#include <algorithm>
#include <unordered_map>
#include <vector>

namespace broadsheet::html {

namespace {

std::string_view host_of(std::string_view url) {
    const std::size_t slashes = url.find("//");
    if (slashes == std::string_view::npos) return {};
    url.remove_prefix(slashes + 2);
    url = url.substr(0, url.find_first_of("/?#"));
    if (url.starts_with("www.")) url.remove_prefix(4);
    return url;
}

/// Finds the teasers of one page.
class TeaserFinder {
public:
    TeaserFinder(const Tree& tree, std::span<const TextBlock> blocks, std::string_view url)
        : tree_(tree), blocks_(blocks), host_(host_of(url)) {}

    void mark(NodeSet& left_out) const;

private:
    using Children = std::vector<std::uint32_t>;

    void mark_children(std::uint32_t parent, NodeSet& left_out) const;
    [[nodiscard]] bool is_teaser(std::uint32_t node) const;
    [[nodiscard]] bool is_linked_title(const TextBlock& block) const;
    [[nodiscard]] bool leads_to_other_page(std::uint32_t text) const;

    [[nodiscard]] bool may_be_box(std::uint32_t node) const {
        const Tag tag = tree_[node].tag;
        return tag == Tag::div || tag == Tag::li || tag == Tag::article || tag == Tag::section ||
               tag == Tag::td || tag == Tag::tr || tag == Tag::a || tag == Tag::other;
    }

    const Tree& tree_;
    std::span<const TextBlock> blocks_;
    std::string_view host_;
};

void TeaserFinder::mark(NodeSet& left_out) const {
    for (std::uint32_t i = 0; i < tree_.size();) {
        if (left_out[i]) {
            i = tree_[i].end;
            continue;
        }
        mark_children(i, left_out);
        ++i;
    }
}

void TeaserFinder::mark_children(std::uint32_t parent, NodeSet& left_out) const {
    constexpr std::size_t kAlikeMin = 3;
    // By the name of the element and its first class: the others say "first", "odd", "wide".
    std::unordered_map<std::string, Children> kinds;
    const std::uint32_t end = tree_[parent].end;
    if (end - parent < 4 * kAlikeMin) return;  // a box, a link and its text, each
    for (std::uint32_t i = parent + 1; i < end; i = tree_[i].end) {
        if (!may_be_box(i) || left_out[i]) continue;
        const std::string_view name = tree_.attribute(i, Attribute::class_name);
        std::string kind(1, static_cast<char>(tree_[i].tag));
        kind += name.substr(0, name.find(' '));
        kinds[kind].push_back(i);
    }
    for (const auto& [kind, children] : kinds) {
        if (children.size() < kAlikeMin) continue;
        Children teasers;
        for (const std::uint32_t child : children) {
            if (is_teaser(child)) teasers.push_back(child);
        }
        if (teasers.size() < kAlikeMin || teasers.size() * 10 < children.size() * 7) continue;
        for (const std::uint32_t teaser : teasers)
            left_out[teaser] = true;
    }
}

/// A linked title, at most a short line or two before it ("Sport", "2 hours ago"), and a summary.
bool TeaserFinder::is_teaser(std::uint32_t node) const {
    constexpr std::uint32_t kWeightMax = 450;
    constexpr std::uint32_t kLabelMax = 30;
    constexpr int kBlocksMax = 8;
    const auto begin = std::lower_bound(
        blocks_.begin(),
        blocks_.end(),
        node,
        [](const TextBlock& block, std::uint32_t at) { return block.first < at; }
    );
    std::uint32_t weight = 0;
    int count = 0;
    bool titled = false;
    for (auto at = begin; at != blocks_.end() && at->first < tree_[node].end; ++at) {
        weight += at->weight;
        if (++count > kBlocksMax || weight > kWeightMax) return false;
        if (titled) continue;
        titled = is_linked_title(*at);
        if (!titled && at->weight > kLabelMax) return false;
    }
    return titled;
}

bool TeaserFinder::is_linked_title(const TextBlock& block) const {
    constexpr std::uint32_t kWeightMin = 12;
    return block.weight >= kWeightMin && block.link_weight * 10 >= block.weight * 9 &&
           leads_to_other_page(block.first);
}

bool TeaserFinder::leads_to_other_page(std::uint32_t text) const {
    constexpr int kLevelsMax = 12;
    std::uint32_t node = text;
    for (int level = 0; level < kLevelsMax && node != 0; ++level, node = tree_[node].parent) {
        if (tree_[node].tag != Tag::a) continue;
        const std::string_view target = tree_.attribute(node, Attribute::href);
        if (target.starts_with('#')) return false;
        const std::string_view host = host_of(target);
        return host.empty() || host_.empty() || host.ends_with(host_) || host_.ends_with(host);
    }
    return true;
}

}  // namespace

void leave_out_teaser_lists(
    const Tree& tree, std::span<const TextBlock> blocks, std::string_view url, NodeSet& left_out
) {
    TeaserFinder(tree, blocks, url).mark(left_out);
}

}  // namespace broadsheet::html
