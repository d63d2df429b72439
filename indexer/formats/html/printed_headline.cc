#include "indexer/formats/html/printed_headline.h"

#include <string>

#include "common/ascii.h"
#include "indexer/formats/html/paragraphs.h"
#include "indexer/formats/html/words.h"

namespace broadsheet::html {

std::uint32_t printed_headline(
    const Tree& tree, std::string_view headline, std::uint32_t begin, std::uint32_t end
) {
    const std::string title = comparable(headline);
    if (title.empty()) return 0;
    std::uint32_t last = 0;
    for (std::uint32_t i = begin; i < end; ++i) {
        const bool is_heading = tree[i].tag >= Tag::h1 && tree[i].tag <= Tag::h6;
        if (!is_heading) continue;
        if (comparable(tree.text(i)) == title) last = i;
        i = tree[i].end - 1;  // hostile pages nest headings, and each would be read for each
    }
    return last;
}

std::uint32_t headline_element(const Tree& tree, std::string_view headline) {
    constexpr std::size_t kMarksMax = 20;  // quotes and dashes that one has and the other has not
    for (std::uint32_t i = 0; i < tree.size(); ++i) {
        if (tree[i].tag == Tag::h1) return i;
    }
    const std::string title = comparable(headline);
    if (title.empty()) return 0;
    for (std::uint32_t i = 0; i < tree.size(); ++i) {
        const std::string_view text = trimmed(tree[i].text);
        const std::uint32_t parent = tree[i].parent;
        if (text.size() > headline.size() + kMarksMax || text.size() + kMarksMax < headline.size())
            continue;
        if (!is_never_text(tree[parent].tag) && comparable(text) == title) return parent;
    }
    return 0;
}

}  // namespace broadsheet::html
