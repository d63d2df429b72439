#include "common/cli/number_text.h"

#include <array>
#include <charconv>
#include <cmath>
#include <system_error>

#include <fmt/format.h>

#include "common/ascii.h"

namespace broadsheet::cli {

namespace {

constexpr std::string_view kUnits = "kmgt";
constexpr double kUnit = 1024;

std::string_view without_blanks(std::string_view text) {
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    return text;
}

// The factor a unit stands for: "" and "b" 1, "k", "KB" and "KiB" 1024, ...; 0 for no unit of ours.
double unit_factor(std::string_view unit) {
    std::string name;
    for (const char c : unit)
        name.push_back(to_ascii_lower(c));
    if (name.empty() || name == "b") return 1;
    const std::size_t place = kUnits.find(name.front());
    const std::string_view rest = std::string_view(name).substr(1);
    if (place == std::string_view::npos || !(rest.empty() || rest == "b" || rest == "ib")) return 0;
    return std::pow(kUnit, static_cast<double>(place + 1));
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// True when every comma stands before exactly three digits and behind at least one.
bool groups_are_right(std::string_view text) {
    const std::size_t first = text.find(',');
    if (first == std::string_view::npos) return true;
    if (first == 0 || first > 3) return false;
    for (std::size_t i = first; i < text.size(); i += 4) {
        if (text[i] != ',' || text.size() - i < 4) return false;
    }
    return (text.size() - first) % 4 == 0;
}

}  // namespace

std::string with_commas(std::uint64_t number) {
    std::string text = std::to_string(number);
    for (std::size_t behind = 3; behind < text.size(); behind += 4)
        text.insert(text.size() - behind, 1, ',');
    return text;
}

std::string counted(std::uint64_t number, std::string_view noun, std::string_view plural) {
    if (number == 1) return fmt::format("1 {}", noun);
    if (!plural.empty()) return fmt::format("{} {}", with_commas(number), plural);
    return fmt::format("{} {}s", with_commas(number), noun);
}

std::optional<std::uint64_t> parse_count(std::string_view text) {
    if (!groups_are_right(text)) return std::nullopt;
    std::string digits;
    for (const char c : text) {
        if (is_digit(c)) digits.push_back(c);
        if (!is_digit(c) && c != ',') return std::nullopt;
    }
    std::uint64_t number = 0;
    const char* end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, number);
    if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
    return number;
}

std::optional<std::uint64_t> parse_size(std::string_view text) {
    text = without_blanks(text);
    if (text.empty() || !is_digit(text.front())) return std::nullopt;
    double amount = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, amount, std::chars_format::fixed);
    if (read.ec != std::errc()) return std::nullopt;
    const std::string_view unit(read.ptr, static_cast<std::size_t>(end - read.ptr));
    const double factor = unit_factor(without_blanks(unit));
    const double size = amount * factor;
    constexpr double kTooLarge = 18446744073709551616.0;  // 2 to the 64th
    if (factor == 0 || !(size < kTooLarge)) return std::nullopt;
    return static_cast<std::uint64_t>(size);
}

std::string size_text(std::uint64_t size_bytes) {
    if (size_bytes < 1024) return counted(size_bytes, "byte");
    static constexpr std::array<std::string_view, 6> kNames = {
        "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    double amount = static_cast<double>(size_bytes) / kUnit;
    std::size_t unit = 0;
    // 1023.95 would be printed as 1024.0: that is one of the next unit.
    while (amount >= kUnit - 0.05 && unit + 1 < kNames.size()) {
        amount /= kUnit;
        ++unit;
    }
    std::string number = fmt::format("{:.1f}", amount);
    if (number.ends_with(".0")) number.resize(number.size() - 2);
    return fmt::format("{} {}", number, kNames[unit]);
}

}  // namespace broadsheet::cli
