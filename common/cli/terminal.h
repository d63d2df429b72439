#pragma once

#include <cstddef>
#include <string_view>

namespace broadsheet::cli {

/// What --color asks for.
enum class ColorChoice { automatic, always, never };

/// The values of --color.
inline constexpr std::string_view kColorChoices[] = {"auto", "always", "never"};

/// The choice for one of kColorChoices; "auto" for anything else.
ColorChoice color_choice(std::string_view value);

/// What a program needs to know of the place its output goes to. Found out once, then passed on as
/// a value, so that nothing else looks at file descriptors or the environment.
struct Terminal {
    bool interactive = false;  ///< a person may be reading: it is a terminal
    bool color = false;        ///< colours are wanted
    bool rewritable = false;   ///< interactive, and understands escape sequences
    std::size_t width = 80;    ///< columns
    std::size_t height = 24;   ///< lines; the usual ones where nobody knows
};

/// Looks at a file descriptor (1: stdout, 2: stderr) and the environment. The width is the
/// terminal's, else $COLUMNS, else 80; always from 20 to 500.
Terminal look_at_terminal(int file_descriptor, ColorChoice choice);

/// Variables of the environment that decide on colour; null when not set.
struct ColorEnvironment {
    const char* no_color =
        nullptr;                 ///< NO_COLOR: set and not empty means no (https://no-color.org)
    const char* term = nullptr;  ///< TERM: "dumb" means no
};

/// An explicit choice wins; otherwise colour goes only to terminals that can show it.
bool wants_color(ColorChoice choice, bool interactive, const ColorEnvironment& environment);

}  // namespace broadsheet::cli
