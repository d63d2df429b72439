#include "common/cli/program.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadsheet/version.h"
#include "common/cli/display_width.h"

namespace broadsheet::cli {

namespace {

// Column in which the words on options begin; longer option names push them to a line of their own.
constexpr std::size_t kHelpColumn = 28;

void append_wrapped(
    std::string& out, std::string_view text, std::size_t indent, std::size_t width
) {
    for (const std::string_view line : wrap(text, width > indent + 20 ? width - indent : 20))
        out += fmt::format("{:{}}{}\n", "", indent, line);
}

std::string option_names(const Option& option) {
    const std::string shortly =
        option.short_name != 0 ? fmt::format("-{}, ", option.short_name) : "    ";
    const std::string value = option.value.empty() ? "" : fmt::format(" {}", option.value);
    return fmt::format("  {}--{}{}", shortly, option.name, value);
}

std::string option_words(const Option& option) {
    std::string words(option.help);
    if (!option.choices.empty()) words += fmt::format(": {}", fmt::join(option.choices, ", "));
    if (!option.fallback.empty()) words += fmt::format(" [{}]", option.fallback);
    return words;
}

void append_option(std::string& out, const Option& option, std::size_t width) {
    std::string words;
    append_wrapped(words, option_words(option), kHelpColumn, width);
    const std::string names = option_names(option);
    const std::size_t taken = display_width(names);
    out += names;
    out += taken + 2 > kHelpColumn ? "\n" + words : words.substr(taken);
}

std::vector<std::string_view> categories(std::span<const Option> options) {
    std::vector<std::string_view> names;
    for (const Option& option : options) {
        if (std::ranges::find(names, option.category) == names.end())
            names.push_back(option.category);
    }
    return names;
}

void append_topic(std::string& out, const Topic& topic, std::size_t width) {
    out += fmt::format("\n{}:\n", topic.heading);
    std::string_view rest = topic.text;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        append_wrapped(out, rest.substr(0, end), 2, width);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
}

}  // namespace

std::string help_text(const Program& program, std::size_t width) {
    std::string out = "Examples:\n";
    for (const Example& example : program.examples) {
        out += fmt::format("  {}\n", example.command);
        append_wrapped(out, example.meaning, 6, width);
    }
    out += fmt::format("\nUsage: {} {}\n", program.name, program.arguments);
    append_wrapped(out, program.summary, 0, width);
    for (const std::string_view category : categories(program.options)) {
        out += fmt::format("\n{}:\n", category);
        for (const Option& option : program.options) {
            if (option.category == category) append_option(out, option, width);
        }
    }
    for (const Topic& topic : program.topics)
        append_topic(out, topic, width);
    return out;
}

std::string short_help(const Program& program) {
    std::string out = fmt::format("Usage: {} {}\n", program.name, program.arguments);
    if (!program.examples.empty())
        out += fmt::format("For example: {}\n", program.examples.front().command);
    return out + fmt::format("All options and more examples: {} --help\n", program.name);
}

std::string version_text(const Program& program) {
    return fmt::format("{} {}", program.name, BROADSHEET_VERSION);
}

}  // namespace broadsheet::cli
