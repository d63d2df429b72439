#include "searcher/query/operators.h"

#include <algorithm>
#include <charconv>

#include <unicode/uchar.h>

#include "broadsheet/query_tree.h"
#include "common/ascii.h"

namespace broadsheet {

namespace {

/// The ways to write an operator that has a number or the name of a unit behind its slash.
struct Spelling {
    std::string_view name;
    bool takes_number = true;
    bool takes_unit = false;
    bool ordered = false;
};

constexpr Spelling kSpellings[] = {
    {.name = "NEAR"},
    {.name = "ADJ", .ordered = true},
    {.name = "SAME", .takes_number = false, .takes_unit = true},
    {.name = "", .takes_unit = true},
    {.name = "w", .takes_unit = true},
    {.name = "W", .takes_unit = true},
    {.name = "pre", .ordered = true},
    {.name = "PRE", .ordered = true},
};

std::optional<std::uint32_t> distance_of(std::string_view digits) {
    constexpr std::size_t kDigitsMax = 9;
    if (digits.empty() || digits.size() > kDigitsMax) return std::nullopt;
    std::uint32_t distance = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), distance);
    if (end != digits.data() + digits.size() || error != std::errc()) return std::nullopt;
    return std::min(distance, kQueryDistanceMax);
}

std::optional<Operator> closeness(std::string_view text) {
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    const auto spelling = std::find_if(
        std::begin(kSpellings),
        std::end(kSpellings),
        [name = text.substr(0, slash)](const Spelling& row) { return row.name == name; }
    );
    if (spelling == std::end(kSpellings)) return std::nullopt;
    const std::string_view argument = text.substr(slash + 1);
    if (spelling->takes_unit && (argument == "s" || argument == "S"))
        return Operator{.kind = LexemeKind::op_sentence};
    if (spelling->takes_unit && (argument == "p" || argument == "P"))
        return Operator{.kind = LexemeKind::op_paragraph};
    const auto distance = spelling->takes_number ? distance_of(argument) : std::nullopt;
    if (!distance) return std::nullopt;
    return Operator{.kind = LexemeKind::op_near, .number = *distance, .ordered = spelling->ordered};
}

}  // namespace

std::optional<Operator> read_operator(std::string_view text) {
    if (text == "AND") return Operator{.kind = LexemeKind::op_and};
    if (text == "OR") return Operator{.kind = LexemeKind::op_or};
    if (text == "NOT") return Operator{.kind = LexemeKind::op_not};
    return closeness(text);
}

bool is_boolean_word(std::string_view text) {
    return text == "AND" || text == "OR" || text == "NOT";
}

bool is_prose_in_capitals(std::string_view text) {
    constexpr std::size_t kWordsMin = 8;
    constexpr std::size_t kWordsForOperator = 4;
    if (std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
        return false;
    std::size_t words = 0;
    std::size_t operators = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \t\r\n", begin), text.size());
        if (end > begin) ++words;
        if (is_boolean_word(text.substr(begin, end - begin))) ++operators;
        begin = end + 1;
    }
    return words >= kWordsMin && operators * kWordsForOperator < words;
}

std::string operator_as_word(std::string_view text) {
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) return ascii_lower(text);
    const std::string name = ascii_lower(text.substr(0, slash));
    if (name == "near" || name == "adj" || name == "same") return name;
    std::string argument = ascii_lower(text.substr(slash + 1));
    return name.empty() ? argument : name + '-' + argument;
}

bool is_word_character(char32_t c) {
    const auto point = static_cast<UChar32>(c);
    return u_isalnum(point) || u_charType(point) == U_NON_SPACING_MARK;
}

}  // namespace broadsheet
