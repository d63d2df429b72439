#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// Running text on one line: runs of blanks become one space, none is left at the ends, control
/// characters, byte order marks and soft hyphens go. The argument is UTF-8, and so is the result.
std::string clean_text(std::string_view text);

/// What an indented line means in wrapped text.
enum class Indent {
    tells_where_most_lines_are_not,  ///< then it starts a paragraph
    starts_paragraph,                ///< always, as on the wire
};

/// The paragraphs of text whose lines were wrapped to a column: a blank line or an indented line
/// starts a new one, and the lines of one are joined by a space, those of Chinese and Japanese by
/// nothing. Two wide blanks (U+3000) start one wherever they are. Between
/// blank lines where a line is too long to have been wrapped, each line is a paragraph.
std::vector<std::string> paragraphs_of(
    std::string_view text, Indent indent = Indent::tells_where_most_lines_are_not
);

/// Paragraphs where every line is one, blank lines apart.
std::vector<std::string> lines_of(std::string_view text);

}  // namespace broadsheet
