#include "indexer/formats/html/asking_boxes.h"

#include <algorithm>
#include <vector>

#include "common/ascii.h"
#include "indexer/formats/html/boilerplate.h"
#include "indexer/formats/html/consent_text.h"
#include "indexer/formats/html/phrases.h"
#include "indexer/formats/html/words.h"

namespace broadsheet::html {

namespace {

bool may_be_in_box(const Tree& tree, std::uint32_t node) {
    const Tag tag = tree[node].tag;
    return node != 0 && tag != Tag::body && tag != Tag::html && tag != Tag::main &&
           tag != Tag::article;
}

/// The headings of the first rank on the page, or of the second where it has none of the first: no
/// box that asks for something holds one of these.
std::vector<std::uint32_t> main_headings(const Tree& tree) {
    std::vector<std::uint32_t> headings;
    for (const Tag rank : {Tag::h1, Tag::h2}) {
        for (std::uint32_t i = 0; i < tree.size(); ++i) {
            if (tree[i].tag == rank) headings.push_back(i);
        }
        if (!headings.empty()) break;
    }
    return headings;
}

bool holds_any(const Tree& tree, std::uint32_t node, const std::vector<std::uint32_t>& sorted) {
    const auto first = std::lower_bound(sorted.begin(), sorted.end(), node);
    return first != sorted.end() && *first < tree[node].end;
}

/// What forms for newsletters say around their field.
bool asks_to_sign_up(std::string_view text) {
    static const Phrases kSigns(
        "newsletter|e-mail|email|mail |inbox|subscribe|sign up|sign-up|signing up|privacy|"
        "boletín|correo|suscr|abonne|inscri|abonnier|anmeld|datenschutz|bülten|e-posta|рассылк|"
        "подпис|البريد|نشرة|メール|邮箱|뉴스레터"
    );
    return kSigns.one_is_in(lower_case(text));
}

bool takes_text(const Tree& tree, std::uint32_t node) {
    if (tree[node].tag != Tag::input) return false;
    const std::string_view type = tree.attribute(node, Attribute::type);
    return type.empty() || equals_ignoring_case(type, "email") ||
           equals_ignoring_case(type, "text");
}

/// Looks for the boxes around the fields of a page.
class SignUpFinder {
public:
    SignUpFinder(const Tree& tree, std::span<const TextBlock> blocks)
        : tree_(tree), blocks_(blocks), mass_(tree, blocks), headings_(main_headings(tree)) {}

    /// The largest box around `field` that is only about signing up; 0 where there is none.
    [[nodiscard]] std::uint32_t box_around(std::uint32_t field) const;

private:
    [[nodiscard]] bool is_sign_up_box(std::uint32_t node) const;

    const Tree& tree_;
    std::span<const TextBlock> blocks_;
    Mass mass_;
    std::vector<std::uint32_t> headings_;
};

std::uint32_t SignUpFinder::box_around(std::uint32_t field) const {
    constexpr int kLevelsMax = 8;
    std::uint32_t box = 0;
    std::uint32_t up = tree_[field].parent;
    for (int level = 0; level < kLevelsMax && may_be_in_box(tree_, up); ++level) {
        if (mass_.all(up) > 0) {
            if (holds_any(tree_, up, headings_) || !is_sign_up_box(up)) break;
            box = up;
        }
        up = tree_[up].parent;
    }
    return box;
}

bool SignUpFinder::is_sign_up_box(std::uint32_t node) const {
    constexpr std::uint64_t kWeightMax = 700;
    constexpr std::uint32_t kOtherMax = 90;  // a heading, a promise
    if (mass_.all(node) > kWeightMax) return false;
    const auto begin = std::lower_bound(
        blocks_.begin(),
        blocks_.end(),
        node,
        [](const TextBlock& block, std::uint32_t at) { return block.first < at; }
    );
    std::uint32_t other = 0;
    bool asks = false;
    for (auto at = begin; at != blocks_.end() && at->first < tree_[node].end; ++at) {
        if (asks_to_sign_up(at->text)) {
            asks = true;
        } else {
            other += at->weight;
        }
    }
    return asks && other <= kOtherMax;
}

}  // namespace

void leave_out_consent_boxes(
    const Tree& tree, std::span<const TextBlock> blocks, NodeSet& left_out
) {
    constexpr int kLevelsMax = 6;
    std::vector<TextBlock> asking;
    for (const TextBlock& block : blocks) {
        if (is_consent_text(block.text)) asking.push_back(block);
    }
    if (asking.empty()) return;
    const Mass all(tree, blocks);
    const Mass consent(tree, asking);
    const std::vector<std::uint32_t> headings = main_headings(tree);
    for (const TextBlock& block : asking) {
        std::uint32_t box = block.node;
        std::uint32_t up = tree[box].parent;
        for (int level = 0; level < kLevelsMax && may_be_in_box(tree, up); ++level) {
            if (holds_any(tree, up, headings) || consent.all(up) * 2 < all.running(up)) break;
            box = up;
            up = tree[up].parent;
        }
        if (box != block.node) left_out[box] = true;
    }
}

void leave_out_sign_up_boxes(
    const Tree& tree, std::span<const TextBlock> blocks, NodeSet& left_out
) {
    constexpr int kFieldsMax = 50;  // of one page; each costs a walk around it
    const SignUpFinder finder(tree, blocks);
    int fields = 0;
    for (std::uint32_t i = 0; i < tree.size() && fields < kFieldsMax; ++i) {
        if (!takes_text(tree, i)) continue;
        ++fields;
        if (const std::uint32_t box = finder.box_around(i); box != 0) left_out[box] = true;
    }
}

}  // namespace broadsheet::html
