#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/formats/html/html_tree.h"
#include "indexer/formats/html/paragraphs.h"

namespace broadsheet::html {

/// How much is taken out before the article is looked for. Each step takes out less than the one
/// before; the next is tried when nothing is left that could be an article.
enum class Strictness : std::uint8_t {
    by_name,       ///< also what its class or id names as something else: "related", "share"
    by_structure,  ///< only what its element, role or style says: nav, footer, hidden
    none,          ///< only what is never text
};

/// The subtrees that surround an article: navigation, comments, related links, share bars, consent
/// banners, forms, what is hidden. `blocks` are all blocks of the page: what holds a large part of
/// the page's running text is not taken out, whatever it is called.
NodeSet boilerplate(const Tree& tree, std::span<const TextBlock> blocks, Strictness strictness);

/// What class and id say of an element: above 0 an article's text, below 0 something else.
int name_weight(const Tree& tree, std::size_t node);

/// True for what reads as a paragraph: long enough, not made of links.
bool is_running_text(const TextBlock& block);

/// Sums of the blocks' weights below each node.
class Mass {
public:
    Mass(const Tree& tree, std::span<const TextBlock> blocks);

    /// Weight of the running text in the subtree.
    [[nodiscard]] std::uint64_t running(std::size_t node) const { return running_[node]; }

    /// Weight of all text in the subtree.
    [[nodiscard]] std::uint64_t all(std::size_t node) const { return all_[node]; }

    /// Share of the text that stands in links, 0 to 1; 0 without text.
    [[nodiscard]] double link_density(std::size_t node) const;

private:
    std::vector<std::uint32_t> running_;
    std::vector<std::uint32_t> all_;
    std::vector<std::uint32_t> links_;
};

/// How much running text lies between two places of the page.
class RunningText {
public:
    explicit RunningText(std::span<const TextBlock> blocks);

    /// Weight of the running text in the blocks that begin among the nodes [begin, end).
    [[nodiscard]] std::uint64_t between(std::uint32_t begin, std::uint32_t end) const;

private:
    [[nodiscard]] std::uint64_t before(std::uint32_t node) const;

    struct Step {
        std::uint32_t first;   ///< first node of a block
        std::uint64_t weight;  ///< of the running text up to and with it
    };

    std::vector<Step> steps_;
};

}  // namespace broadsheet::html
