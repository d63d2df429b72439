#include "indexer/formats/html/content_scorer.h"

#include <algorithm>
#include <cmath>

#include "common/ascii.h"

namespace broadsheet::html {

namespace {

constexpr int kAncestorsMax = 6;

/// Commas and their like: running text has them, menus do not.
int comma_count(std::string_view text) {
    int count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto rest = text.substr(i);
        if (rest[0] == ',' || rest.starts_with("\u060C") || rest.starts_with("\u3001") ||
            rest.starts_with("\uFF0C") || rest.starts_with("\u3002")) {
            ++count;
        }
    }
    return count;
}

/// Elements that are themselves one paragraph, so that their parent is what holds the text.
bool is_paragraph_element(Tag tag) {
    switch (tag) {
        case Tag::p:
        case Tag::pre:
        case Tag::blockquote:
        case Tag::li:
        case Tag::dd:
        case Tag::h2:
        case Tag::h3:
        case Tag::h4:
            return true;
        default:
            return false;
    }
}

double tag_score(Tag tag) {
    switch (tag) {
        case Tag::div:
        case Tag::article:
        case Tag::main:
            return 5;
        case Tag::pre:
        case Tag::td:
        case Tag::blockquote:
        case Tag::section:
            return 3;
        case Tag::address:
        case Tag::ol:
        case Tag::ul:
        case Tag::dl:
        case Tag::dd:
        case Tag::dt:
        case Tag::li:
        case Tag::form:
            return -3;
        case Tag::th:
        case Tag::h1:
        case Tag::h2:
        case Tag::h3:
            return -5;
        default:
            return 0;
    }
}

class Scorer {
public:
    Scorer(const Tree& tree, std::span<const TextBlock> blocks, std::uint32_t heading)
        : tree_(tree),
          blocks_(blocks),
          mass_(tree, blocks),
          running_(blocks),
          scores_(tree.size(), 0),
          heading_(heading) {
        for (std::uint32_t i = 0; i < tree.size(); ++i) {
            if (tree[i].tag == Tag::h1) main_headings_.push_back(i);
        }
    }

    std::vector<std::uint32_t> elements();

private:
    void score_blocks();
    [[nodiscard]] double score(std::uint32_t node) const;
    [[nodiscard]] double nearness(std::uint32_t node) const;
    [[nodiscard]] std::uint32_t best() const;
    [[nodiscard]] std::uint32_t climbed(std::uint32_t node) const;
    [[nodiscard]] double kin_running(std::uint32_t up, std::uint32_t node) const;
    [[nodiscard]] std::uint32_t by_semantics(std::uint32_t node) const;
    [[nodiscard]] std::vector<std::uint32_t> with_siblings(std::uint32_t node) const;
    [[nodiscard]] bool belongs_beside(std::uint32_t sibling, std::uint32_t best) const;

    [[nodiscard]] bool has_main_heading(std::uint32_t begin, std::uint32_t end) const;
    [[nodiscard]] bool is_other_article(std::uint32_t element, std::uint32_t best) const;

    [[nodiscard]] bool is_top(std::uint32_t node) const {
        return node == 0 || tree_[node].tag == Tag::body || tree_[node].tag == Tag::html;
    }

    const Tree& tree_;
    std::span<const TextBlock> blocks_;
    Mass mass_;
    RunningText running_;
    std::vector<double> scores_;
    std::uint32_t heading_;
    std::vector<std::uint32_t> candidates_;
    std::vector<std::uint32_t> main_headings_;  // by their place in the page
};

bool Scorer::has_main_heading(std::uint32_t begin, std::uint32_t end) const {
    const auto first = std::lower_bound(main_headings_.begin(), main_headings_.end(), begin);
    return first != main_headings_.end() && *first < end;
}

/// Whether both have a main heading of their own: pages that go on with another article when the
/// reader comes to the end of the first.
bool Scorer::is_other_article(std::uint32_t element, std::uint32_t best) const {
    const bool are_articles = tree_[best].tag == Tag::article && tree_[element].tag == Tag::article;
    return are_articles && has_main_heading(best, tree_[best].end) &&
           has_main_heading(element, tree_[element].end);
}

void Scorer::score_blocks() {
    constexpr std::uint32_t kWeightMin = 25;
    for (const TextBlock& block : blocks_) {
        if (block.weight < kWeightMin || block.kind == TextBlock::Kind::heading) continue;
        const double density = static_cast<double>(block.link_weight) / block.weight;
        if (density > 0.5) continue;
        const double points =
            (1.0 + comma_count(block.text) + std::min(block.weight / 100.0, 3.0)) * (1 - density);
        std::uint32_t node = block.node;
        if (is_paragraph_element(tree_[node].tag)) node = tree_[node].parent;
        for (int level = 0; level < kAncestorsMax; ++level) {
            if (scores_[node] == 0) {
                scores_[node] = tag_score(tree_[node].tag) + name_weight(tree_, node) + 0.001;
                candidates_.push_back(node);
            }
            const double divider = level == 0 ? 1 : level == 1 ? 2 : level * 3.0;
            scores_[node] += points / divider;
            if (is_top(node)) break;
            node = tree_[node].parent;
        }
    }
}

double Scorer::score(std::uint32_t node) const {
    // A good name alone makes no article: a date in the header of the page has one too.
    constexpr double kWithoutText = 0.2;
    const double share = mass_.running(node) == 0 ? kWithoutText : 1;
    return scores_[node] * share * (1 - mass_.link_density(node));
}

/// 1 for what stands right below the headline or around it, less for what other text parts from it.
double Scorer::nearness(std::uint32_t node) const {
    constexpr double kBefore = 0.7;
    constexpr double kBehindText = 0.5;
    constexpr std::uint64_t kLeadMax = 150;
    if (heading_ == 0 || (node <= heading_ && heading_ < tree_[node].end)) return 1;
    if (node < heading_) return kBefore;
    const std::uint64_t between = running_.between(tree_[heading_].end, node);
    return between <= kLeadMax || between * 10 < mass_.running(node) ? 1 : kBehindText;
}

std::uint32_t Scorer::best() const {
    std::uint32_t best = 0;
    double most = 0;
    for (const std::uint32_t node : candidates_) {
        const double points = score(node) * nearness(node);
        if (best != 0 && points <= most) continue;
        best = node;
        most = points;
    }
    return best;
}

/// Running text in the children of `up` that look like the one `node` is in (same element, same
/// class), that one left out.
double Scorer::kin_running(std::uint32_t up, std::uint32_t node) const {
    std::uint32_t own = node;
    while (tree_[own].parent != up)
        own = tree_[own].parent;
    const std::string_view name = tree_.attribute(own, Attribute::class_name);
    double sum = 0;
    for (std::uint32_t i = up + 1; i < tree_[up].end; i = tree_[i].end) {
        const bool kin = i != own && tree_[i].tag == tree_[own].tag &&
                         tree_.attribute(i, Attribute::class_name) == name;
        if (kin) sum += static_cast<double>(mass_.running(i));
    }
    return sum;
}

/// Goes up to the ancestor that holds more of the text and little else beside it. Text is often cut
/// into boxes with pictures or advertisements between them.
std::uint32_t Scorer::climbed(std::uint32_t node) const {
    std::uint32_t best = node;
    for (std::uint32_t up = tree_[node].parent; !is_top(up); up = tree_[up].parent) {
        const bool is_titled =
            tree_[best].tag == Tag::article && has_main_heading(best, tree_[best].end);
        if (is_titled && has_main_heading(tree_[best].end, tree_[up].end)) break;
        const double own = static_cast<double>(mass_.running(best));
        const double more_running = static_cast<double>(mass_.running(up)) - own;
        const double more = static_cast<double>(mass_.all(up) - mass_.all(best));
        const bool gains = more_running > 0.25 * own;
        const bool is_clean = more_running > 0.7 * more;
        const bool is_row = more_running > 0.4 * more && kin_running(up, best) > 0.7 * more_running;
        if (more == 0 || (gains && (is_clean || is_row))) best = up;
        if (tree_[up].tag == Tag::article) break;
    }
    return best;
}

/// An element that says that it is the article's body, when it is about what was found anyway.
std::uint32_t Scorer::by_semantics(std::uint32_t node) const {
    const auto is_body = [this](std::uint32_t i) {
        return tree_.attribute(i, Attribute::itemprop).find("articleBody") !=
                   std::string_view::npos ||
               tree_.attribute(i, Attribute::property).find("articleBody") !=
                   std::string_view::npos;
    };
    for (std::uint32_t i = node; !is_top(i); i = tree_[i].parent) {
        if (is_body(i)) return i;
    }
    for (std::uint32_t i = node + 1; i < tree_[node].end; ++i) {
        if (is_body(i) && mass_.running(i) * 10 > mass_.running(node) * 7) return i;
    }
    return node;
}

bool Scorer::belongs_beside(std::uint32_t sibling, std::uint32_t best) const {
    const Tag tag = tree_[sibling].tag;
    if (tag == Tag::text || is_other_article(sibling, best)) return false;
    // An article with its headline in a box of its own is all in there.
    const bool is_whole =
        heading_ > best && heading_ < tree_[best].end && is_top(tree_[best].parent);
    const double threshold = std::max(10.0, score(best) * 0.2);
    const bool same_class = !tree_.attribute(best, Attribute::class_name).empty() &&
                            tree_.attribute(best, Attribute::class_name) ==
                                tree_.attribute(sibling, Attribute::class_name);
    if (is_whole && !same_class) return false;
    if (score(sibling) + (same_class ? score(best) * 0.2 : 0) >= threshold) return true;
    if (tag == Tag::p || tag == Tag::blockquote) {
        return mass_.all(sibling) > 80 && mass_.link_density(sibling) < 0.25;
    }
    return false;
}

std::vector<std::uint32_t> Scorer::with_siblings(std::uint32_t node) const {
    std::vector<std::uint32_t> elements;
    if (is_top(node)) return {node};
    const std::uint32_t parent = tree_[node].parent;
    for (std::uint32_t i = parent + 1; i < tree_[parent].end; i = tree_[i].end) {
        if (i == node || belongs_beside(i, node)) elements.push_back(i);
    }
    return elements;
}

std::vector<std::uint32_t> Scorer::elements() {
    score_blocks();
    if (candidates_.empty()) return {};
    return with_siblings(by_semantics(climbed(best())));
}

}  // namespace

std::vector<std::uint32_t> article_elements(
    const Tree& tree, std::span<const TextBlock> blocks, std::uint32_t heading
) {
    return Scorer(tree, blocks, heading).elements();
}

}  // namespace broadsheet::html
