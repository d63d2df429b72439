#include "common/cli/option_table.h"

#include <algorithm>
#include <cassert>
#include <optional>
#include <string_view>
#include <vector>

#include <boost/make_shared.hpp>
#include <boost/program_options.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadsheet/error.h"
#include "common/cli/edit_distance.h"
#include "common/cli/number_text.h"

namespace broadsheet::cli {

namespace {

namespace po = boost::program_options;

Error bad_argument(const std::string& sentence) {
    return {ErrorKind::invalid_argument, sentence};
}

po::options_description described(std::span<const Option> table) {
    po::options_description description;
    for (const Option& option : table) {
        std::string names(option.name);
        if (option.short_name != 0) names += {',', option.short_name};
        const bool is_switch = option.value.empty();
        description.add(boost::make_shared<po::option_description>(
            names.c_str(), new po::untyped_value(is_switch)
        ));
    }
    return description;
}

// "--limt" -> "limt"; "--limt=5" -> "limt".
std::string_view bare_name(std::string_view typed) {
    typed.remove_prefix(std::min(typed.find_first_not_of('-'), typed.size()));
    return typed.substr(0, typed.find('='));
}

// Boost names an unknown option by its first letter only ("-s" for -sudan): find it as typed.
std::string as_typed(const std::string& named, const std::vector<std::string>& arguments) {
    const auto found = std::ranges::find_if(arguments, [&named](const std::string& argument) {
        return argument.starts_with(named);
    });
    return found == arguments.end() ? named : *found;
}

// The shortest name that goes on from what was typed, else one that is spelled much like it.
std::optional<std::string_view> meant_by(
    std::string_view typed, const std::vector<std::string_view>& names
) {
    constexpr std::size_t kBeginningMin = 3;
    std::optional<std::string_view> shortest;
    for (const std::string_view name : names) {
        if (typed.size() < kBeginningMin || !name.starts_with(typed)) continue;
        if (!shortest || name.size() < shortest->size()) shortest = name;
    }
    return shortest ? shortest : nearest(typed, names);
}

Error unknown_option(std::string_view typed, std::span<const Option> table) {
    std::vector<std::string_view> names;
    for (const Option& option : table)
        names.push_back(option.name);
    const std::string_view name = bare_name(typed);
    const std::string shown(typed.substr(0, typed.find('=')));
    if (const auto meant = meant_by(name, names))
        return bad_argument(fmt::format(
            "unknown option '{}': did you mean --{}?{}",
            shown,
            *meant,
            typed.starts_with("--") ? "" : " Words that begin with '-' go behind --"
        ));
    return bad_argument(fmt::format(
        "unknown option '{}': see --help for the options; words that begin with '-' go behind --",
        shown
    ));
}

Error bad_syntax(const po::invalid_command_line_syntax& error, std::span<const Option> table) {
    const std::string name(bare_name(error.get_option_name()));
    const auto row = std::ranges::find_if(table, [&name](const Option& option) {
        return option.name == name || name == std::string(1, option.short_name);
    });
    if (row == table.end()) return bad_argument(error.what());
    if (error.kind() == po::invalid_syntax::extra_parameter)
        return bad_argument(fmt::format("option --{} takes no value", row->name));
    return bad_argument(
        fmt::format("option --{} needs a value: --{} {}", row->name, row->name, row->value)
    );
}

// Taken together so that only this function knows Boost's exceptions.
std::vector<po::option> parse(
    std::span<const Option> table, const std::vector<std::string>& arguments
) {
    const po::options_description description = described(table);
    constexpr int kStyle =
        po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
    try {
        return po::command_line_parser(arguments).options(description).style(kStyle).run().options;
    } catch (const po::unknown_option& error) {
        throw unknown_option(as_typed(error.get_option_name(), arguments), table);
    } catch (const po::invalid_command_line_syntax& error) {
        throw bad_syntax(error, table);
    } catch (const po::error& error) {
        throw bad_argument(error.what());
    }
}

void check_choice(const Option& option, const std::string& value) {
    const auto choices = option.choices;
    if (choices.empty() || std::ranges::find(choices, value) != choices.end()) return;
    const auto meant = nearest(value, choices);
    throw bad_argument(fmt::format(
        "option --{} does not know '{}': {}",
        option.name,
        value,
        meant ? fmt::format("did you mean {}?", *meant)
              : fmt::format("choose one of {}", fmt::join(choices, ", "))
    ));
}

// "at least 1", "from 1 to 100" or nothing where every number will do.
std::string limits_text(const std::string& least, const std::string& most, bool has_most) {
    return has_most ? fmt::format("from {} to {}", least, most)
                    : fmt::format("of at least {}", least);
}

}  // namespace

const Option& Options::row(std::string_view name) const {
    const auto found =
        std::ranges::find_if(table_, [name](const Option& option) { return option.name == name; });
    assert(found != table_.end());
    return *found;
}

bool Options::has(std::string_view name) const {
    assert(row(name).name == name);
    return std::ranges::any_of(given_, [name](const Given& g) { return g.name == name; });
}

std::string Options::text(std::string_view name) const {
    const auto values = texts(name);
    return values.empty() ? std::string(row(name).fallback) : values.back();
}

std::vector<std::string> Options::texts(std::string_view name) const {
    assert(row(name).name == name);
    std::vector<std::string> values;
    for (const Given& given : given_) {
        if (given.name == name) values.push_back(given.value);
    }
    return values;
}

std::optional<std::uint64_t> Options::count(
    std::string_view name, std::uint64_t least, std::uint64_t most
) const {
    const std::string value = text(name);
    if (value.empty()) return std::nullopt;
    const auto number = parse_count(value);
    if (number && *number >= least && *number <= most) return number;
    throw bad_argument(fmt::format(
        "option --{} needs a whole number {}, not '{}'",
        name,
        limits_text(with_commas(least), with_commas(most), most != UINT64_MAX),
        value
    ));
}

std::optional<std::uint64_t> Options::size(
    std::string_view name, std::uint64_t least, std::uint64_t most
) const {
    const std::string value = text(name);
    if (value.empty()) return std::nullopt;
    const auto number = parse_size(value);
    if (number && *number >= least && *number <= most) return number;
    throw bad_argument(fmt::format(
        "option --{} needs a size {} such as 64M or 4G, not '{}'",
        name,
        limits_text(size_text(least), size_text(most), most != UINT64_MAX),
        value
    ));
}

Options parse_options(std::span<const Option> table, const std::vector<std::string>& arguments) {
    Options options;
    options.table_ = table;
    for (const po::option& parsed : parse(table, arguments)) {
        if (parsed.position_key >= 0) {
            options.arguments_.insert(
                options.arguments_.end(), parsed.value.begin(), parsed.value.end()
            );
            continue;
        }
        const std::string value = parsed.value.empty() ? std::string() : parsed.value.front();
        const Option& row = options.row(parsed.string_key);
        if (!row.value.empty()) check_choice(row, value);
        options.given_.push_back({parsed.string_key, value});
    }
    return options;
}

}  // namespace broadsheet::cli
