#include "indexer/formats/profiles/profile_words.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "common/ascii.h"
#include "common/cli/edit_distance.h"

namespace broadsheet {

namespace {

constexpr std::size_t kColumnsMax = 10'000;

struct FieldWord {
    std::string_view name;
    FieldRole role;
};

constexpr std::array kFields = {
    FieldWord{"id", FieldRole::id},
    FieldWord{"url", FieldRole::url},
    FieldWord{"source", FieldRole::source},
    FieldWord{"section", FieldRole::section},
    FieldWord{"headline", FieldRole::headline},
    FieldWord{"deck", FieldRole::deck},
    FieldWord{"byline", FieldRole::byline},
    FieldWord{"dateline", FieldRole::dateline},
    FieldWord{"published", FieldRole::published},
    FieldWord{"updated", FieldRole::updated},
    FieldWord{"language", FieldRole::language},
    FieldWord{"body", FieldRole::body},
    FieldWord{"caption", FieldRole::caption},
    FieldWord{"tags", FieldRole::tags},
    FieldWord{"places", FieldRole::places},
};

}  // namespace

std::span<const std::string_view> field_names() {
    static constexpr auto kNames = [] {
        std::array<std::string_view, kFields.size()> names;
        for (std::size_t i = 0; i < names.size(); ++i)
            names[i] = kFields[i].name;
        return names;
    }();
    return kNames;
}

std::optional<FieldRole> find_field_role(std::string_view name) {
    if (name == "authors") name = "byline";
    if (name == "captions") name = "caption";
    const auto* found = std::find_if(kFields.begin(), kFields.end(), [&](const auto& row) {
        return row.name == name;
    });
    if (found == kFields.end()) return std::nullopt;
    return found->role;
}

std::string_view kind_name(ProfileKind kind) {
    switch (kind) {
        case ProfileKind::json:
            return "json";
        case ProfileKind::csv:
            return "csv";
        case ProfileKind::xml:
            return "xml";
    }
    return {};
}

std::string_view unquoted(std::string_view text) {
    const bool quoted = text.size() >= 2 && text.front() == '"' && text.back() == '"';
    return quoted ? text.substr(1, text.size() - 2) : text;
}

std::optional<std::size_t> column_number(std::string_view text) {
    std::size_t number = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = result.ec == std::errc() && result.ptr == text.data() + text.size();
    if (!whole || number == 0 || number > kColumnsMax) return std::nullopt;
    return number;
}

void add_comma_list(std::vector<std::string>& list, std::string_view text) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(','), text.size());
        if (const auto part = trimmed(text.substr(0, end)); !part.empty()) list.emplace_back(part);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

std::string did_you_mean(std::string_view typed, std::span<const std::string_view> names) {
    const auto near = cli::nearest(typed, names);
    if (near) return fmt::format("did you mean '{}'?", *near);
    return fmt::format("there are {}", fmt::join(names, ", "));
}

}  // namespace broadsheet
