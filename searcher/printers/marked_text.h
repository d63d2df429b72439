#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/results.h"

namespace broadsheet {

/// What stands around a stretch that matched.
struct Marks {
    std::string_view open;
    std::string_view close;
};

/// Makes a text safe for one kind of output.
using Escape = std::function<std::string(std::string_view)>;

/// A text made safe, with marks around its highlights. Marks are not escaped.
std::string with_marks(
    std::string_view text,
    std::span<const Span> highlights,
    const Marks& marks,
    const Escape& escape
);

/// The same where marks differ from place to place: `mark` makes one of an escaped highlight.
std::string with_marks(
    std::string_view text,
    std::span<const Span> highlights,
    const std::function<std::string(std::string_view)>& mark,
    const Escape& escape
);

/// A text made safe for a terminal, its highlights moved along.
Snippet made_safe(std::string_view text, std::span<const Span> highlights);

/// The part of a safe text that starts at `offset`, of which it is `line`, with marks around what
/// is highlighted in it: marks never reach over the end of a line.
std::string marked_line(
    const Snippet& safe, std::size_t offset, std::string_view line, const Marks& marks
);

}  // namespace broadsheet
