#pragma once

#include <string>
#include <string_view>

namespace broadsheet::cli {

/// Text from an article or a file name, made harmless for one line of a terminal: blanks and line
/// ends of every kind become a space, other control characters and ill-formed bytes U+FFFD;
/// characters that reorder or hide text (bidirectional controls, zero-width blanks, tags, soft
/// hyphens) go; joiners stay only inside words of scripts that need them; of a pile of combining
/// marks six stay.
std::string safe_for_terminal(std::string_view text);

/// The same for HTML, inside an element or a quoted attribute: & < > " and ' are escaped too.
std::string safe_for_html(std::string_view text);

/// JSON in which the characters that safe_for_terminal() takes away are written as \u escapes: the
/// same values for a program, harmless to look at.
std::string safe_json(std::string_view json);

}  // namespace broadsheet::cli
