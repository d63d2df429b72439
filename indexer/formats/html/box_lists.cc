#include "indexer/formats/html/box_lists.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <tuple>
#include <vector>

#include "indexer/formats/html/boilerplate.h"
#include "indexer/formats/html/words.h"

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

/// Boxes of the same kind in one element.
using Boxes = std::vector<std::uint32_t>;

bool may_be_box(const Tree& tree, std::uint32_t node) {
    const Tag tag = tree[node].tag;
    return tag == Tag::div || tag == Tag::li || tag == Tag::article || tag == Tag::section ||
           tag == Tag::td || tag == Tag::tr || tag == Tag::a || tag == Tag::other;
}

/// The children of `parent` that may be boxes, those of one kind after each other: by the name of
/// the element and its first class, for the others say "first", "odd", "wide".
class BoxesByKind {
public:
    BoxesByKind(const Tree& tree, std::uint32_t parent, const NodeSet& left_out) {
        for (std::uint32_t i = parent + 1; i < tree[parent].end; i = tree[i].end) {
            if (!may_be_box(tree, i) || left_out[i]) continue;
            const std::string_view name = tree.attribute(i, Attribute::class_name);
            boxes_.push_back({tree[i].tag, name.substr(0, name.find(' ')), i});
        }
        std::stable_sort(boxes_.begin(), boxes_.end(), [](const Box& a, const Box& b) {
            return std::tie(a.tag, a.name) < std::tie(b.tag, b.name);
        });
    }

    /// The boxes of the next kind; none behind the last.
    Boxes next() {
        Boxes kind;
        const std::size_t first = at_;
        for (; at_ < boxes_.size() && boxes_[at_].tag == boxes_[first].tag &&
               boxes_[at_].name == boxes_[first].name;
             ++at_) {
            kind.push_back(boxes_[at_].node);
        }
        return kind;
    }

private:
    struct Box {
        Tag tag;
        std::string_view name;
        std::uint32_t node;
    };

    std::vector<Box> boxes_;
    std::size_t at_ = 0;
};

/// Marks the boxes that are what is looked for, where these are `alike_min` or more and most of
/// their kind in one element.
template <typename IsOne>
void leave_out_lists(
    const Tree& tree, std::size_t alike_min, NodeSet& left_out, const IsOne& is_one
) {
    for (std::uint32_t i = 0; i < tree.size();) {
        if (left_out[i]) {
            i = tree[i].end;
            continue;
        }
        const std::uint32_t parent = i++;
        if (tree[parent].end - parent <= 4 * alike_min) continue;  // a box, a link, its text, each
        BoxesByKind kinds(tree, parent, left_out);
        for (Boxes boxes = kinds.next(); !boxes.empty(); boxes = kinds.next()) {
            if (boxes.size() < alike_min) continue;
            Boxes found;
            std::copy_if(boxes.begin(), boxes.end(), std::back_inserter(found), is_one);
            if (found.size() < alike_min || found.size() * 10 < boxes.size() * 7) continue;
            for (const std::uint32_t box : found)
                left_out[box] = true;
        }
    }
}

/// The first block of a subtree, or of what follows it.
std::span<const TextBlock>::iterator first_block(
    std::span<const TextBlock> blocks, std::uint32_t node
) {
    return std::lower_bound(
        blocks.begin(),
        blocks.end(),
        node,
        [](const TextBlock& block, std::uint32_t at) { return block.first < at; }
    );
}

/// Knows the teasers of one page.
class TeaserFinder {
public:
    TeaserFinder(const Tree& tree, std::span<const TextBlock> blocks, std::string_view url)
        : tree_(tree), blocks_(blocks), host_(host_of(url)) {}

    [[nodiscard]] bool is_teaser(std::uint32_t node) const;

private:
    [[nodiscard]] bool is_linked_title(const TextBlock& block) const;
    [[nodiscard]] bool leads_to_other_page(std::uint32_t text) const;

    const Tree& tree_;
    std::span<const TextBlock> blocks_;
    std::string_view host_;
};

/// A linked title, at most a short line or two before it ("Sport", "2 hours ago"), and a summary.
bool TeaserFinder::is_teaser(std::uint32_t node) const {
    constexpr std::uint32_t kWeightMax = 600;
    constexpr std::uint32_t kLabelMax = 30;
    constexpr int kBlocksMax = 8;
    std::uint32_t weight = 0;
    int count = 0;
    bool titled = false;
    for (auto at = first_block(blocks_, node); at != blocks_.end() && at->first < tree_[node].end;
         ++at) {
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

/// The line below a reader's comment that answers it.
bool is_reply_line(std::string_view text) {
    static constexpr std::array<std::string_view, 24> kReplies{
        "reply",    "reply to", "répondre",   "antworten", "antwort",   "responder",
        "rispondi", "ответить", "відповісти", "yanıtla",   "cevapla",   "beantwoorden",
        "reageren", "svara",    "svar",       "odpowiedz", "odpovědět", "balas",
        "回复",     "回覆",     "返信",       "답글",      "رد",        "trả lời"};
    constexpr std::size_t kSizeMax = 40;
    if (text.size() > kSizeMax) return false;
    const std::string lower = lower_case(text);
    return std::any_of(kReplies.begin(), kReplies.end(), [&lower](std::string_view reply) {
        return lower == reply || (lower.starts_with(reply) && lower[reply.size()] == ' ' &&
                                  lower.size() < reply.size() + 12);
    });
}

bool is_comment(const Tree& tree, std::span<const TextBlock> blocks, std::uint32_t node) {
    constexpr int kBlocksMax = 40;
    int count = 0;
    for (auto at = first_block(blocks, node); at != blocks.end() && at->first < tree[node].end;
         ++at) {
        if (++count > kBlocksMax) return false;
        if (is_reply_line(at->text)) return true;
    }
    return false;
}

/// Weight of the running text that is not left out.
std::uint64_t running_outside(
    const Tree& tree, std::span<const TextBlock> blocks, const NodeSet& left_out
) {
    std::uint64_t weight = 0;
    std::uint32_t out_until = 0;
    std::uint32_t node = 0;
    for (const TextBlock& block : blocks) {
        for (; node <= block.first; ++node) {
            if (node >= out_until && left_out[node]) out_until = tree[node].end;
        }
        if (block.first >= out_until && is_running_text(block)) weight += block.weight;
    }
    return weight;
}

}  // namespace

void leave_out_teaser_lists(
    const Tree& tree, std::span<const TextBlock> blocks, std::string_view url, NodeSet& left_out
) {
    constexpr std::size_t kAlikeMin = 3;
    const TeaserFinder finder(tree, blocks, url);
    leave_out_lists(tree, kAlikeMin, left_out, [&finder](std::uint32_t box) {
        return finder.is_teaser(box);
    });
}

void leave_out_comment_lists(
    const Tree& tree, std::span<const TextBlock> blocks, NodeSet& left_out
) {
    constexpr std::size_t kAlikeMin = 2;
    NodeSet with_comments = left_out;
    leave_out_lists(tree, kAlikeMin, with_comments, [&tree, blocks](std::uint32_t box) {
        return is_comment(tree, blocks, box);
    });
    // Where readers say everything, they are what the page is about: a forum.
    constexpr std::uint64_t kArticleMin = 300;
    if (running_outside(tree, blocks, with_comments) >= kArticleMin) {
        left_out = std::move(with_comments);
    }
}

}  // namespace broadsheet::html
