#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::cli {

/// One row of a program's option table. Parsing, help and the tests are made from it.
struct Option {
    std::string_view name;           ///< "limit", given as --limit
    char short_name = 0;             ///< 'n' for -n, or 0
    std::string_view value = {};     ///< what stands for the value in help: "N"; empty: a switch
    std::string_view category = {};  ///< heading it is listed under in help
    std::string_view help = {};      ///< one line, begins in lower case, no full stop
    std::string_view fallback = {};  ///< the value when it is not given; shown in help
    std::span<const std::string_view> choices = {};  ///< the only values allowed; empty: any
};

/// What every program answers; their rows stand in each table.
inline constexpr Option kHelpOption = {
    .name = "help",
    .short_name = 'h',
    .category = "Help",
    .help = "show this help",
};
inline constexpr Option kVersionOption = {
    .name = "version",
    .category = "Help",
    .help = "show the version",
};

/// The options of one call, checked against their table. A value given twice: the last one counts.
/// Asking for a name that is not in the table is a defect.
class Options {
public:
    /// True when it was given on the command line.
    [[nodiscard]] bool has(std::string_view name) const;

    /// The value given or the table's fallback; empty when there is neither.
    [[nodiscard]] std::string text(std::string_view name) const;

    /// All values given, in order.
    [[nodiscard]] std::vector<std::string> texts(std::string_view name) const;

    /// The value as a whole number; nothing when there is none.
    /// @throws Error: invalid_argument when it is no number or not between the two.
    [[nodiscard]] std::optional<std::uint64_t> count(
        std::string_view name, std::uint64_t least = 0, std::uint64_t most = UINT64_MAX
    ) const;

    /// The value as a size in bytes ("64M"); nothing when there is none.
    /// @throws Error: invalid_argument when it is no size or not between the two.
    [[nodiscard]] std::optional<std::uint64_t> size(
        std::string_view name, std::uint64_t least = 0, std::uint64_t most = UINT64_MAX
    ) const;

    /// What is no option: paths and words, in order.
    [[nodiscard]] const std::vector<std::string>& arguments() const { return arguments_; }

private:
    friend Options parse_options(std::span<const Option>, const std::vector<std::string>&);

    struct Given {
        std::string name;
        std::string value;
    };

    [[nodiscard]] const Option& row(std::string_view name) const;

    std::span<const Option> table_;
    std::vector<Given> given_;
    std::vector<std::string> arguments_;
};

/// Reads a command line without the program's name. `--` ends the options; abbreviated names are
/// refused. `table` must outlive the result.
/// @throws Error: invalid_argument for an unknown option (naming the nearest one), a missing,
/// unwanted or impossible value.
Options parse_options(std::span<const Option> table, const std::vector<std::string>& arguments);

}  // namespace broadsheet::cli
