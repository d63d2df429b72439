#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "common/cli/option_table.h"

namespace broadsheet::cli {

/// A command a reader can copy, and what it does.
struct Example {
    std::string_view command;
    std::string_view meaning;
};

/// A part of the help behind the options: a heading and paragraphs, parted by line ends.
struct Topic {
    std::string_view heading;
    std::string_view text;
};

/// A program as data: what its help and its option parser are made from.
struct Program {
    std::string_view name;       ///< "broadsheet-search"
    std::string_view arguments;  ///< "[options] INDEX QUERY..."
    std::string_view summary;    ///< one sentence
    std::span<const Example> examples;
    std::span<const Option> options;
    std::span<const Topic> topics = {};
};

/// The whole help in lines of at most `width` columns: examples first, then usage, the options
/// under their categories in the order of the table, then the topics.
std::string help_text(const Program& program, std::size_t width);

/// A few lines for who called the program without saying what to do.
std::string short_help(const Program& program);

/// "broadsheet-search 0.1.0"
std::string version_text(const Program& program);

}  // namespace broadsheet::cli
