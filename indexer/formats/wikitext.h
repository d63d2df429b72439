#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// What a reader sees of a page in MediaWiki's markup: templates, tables, files, references and
/// comments left out, links and emphasis reduced to their words.
struct WikiText {
    std::vector<std::string> paragraphs;
    std::vector<std::string> categories;
    std::string date;  ///< argument of a {{date|...}} template, as Wikinews has it
};

WikiText read_wikitext(std::string_view text);

}  // namespace broadsheet
