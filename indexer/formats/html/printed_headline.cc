#include "indexer/formats/html/printed_headline.h"

#include <string>

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

}  // namespace broadsheet::html
