#include "indexer/formats/html/html_text.h"

#include "common/utf8.h"
#include "indexer/formats/html/html_tree.h"
#include "indexer/formats/html/paragraphs.h"

namespace broadsheet {

std::vector<std::string> html_to_paragraphs(std::string_view html) {
    const html::Tree tree = html::parse_html(repair_utf8(html));
    std::vector<std::string> paragraphs;
    for (html::TextBlock& block : html::text_blocks(tree, 0, {})) {
        paragraphs.push_back(std::move(block.text));
    }
    return paragraphs;
}

}  // namespace broadsheet
