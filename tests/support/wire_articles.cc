#include "tests/support/wire_articles.h"

#include <array>
#include <iterator>
#include <string_view>

#include <fmt/format.h>

namespace broadsheet::testing {

namespace {

constexpr std::array<std::string_view, 24> kWords = {
    "harbour", "council", "ferry",  "storm", "minister", "budget", "bridge", "festival",
    "market",  "strike",  "union",  "wheat", "election", "river",  "museum", "railway",
    "teacher", "doctor",  "island", "prize", "tunnel",   "wind",   "court",  "lantern",
};

}  // namespace

std::string wire_articles(int count, const std::string& prefix) {
    std::string lines;
    std::uint32_t state = 12345;
    const auto next = [&state] { return (state = state * 1664525U + 1013904223U) >> 8U; };
    for (int i = 0; i < count; ++i) {
        const std::string id = fmt::format("{}{}", prefix, i);
        fmt::format_to(
            std::back_inserter(lines),
            R"({{"id":"{}","title":"The {} and the {}","date":"20{:02}-{:02}-{:02}","text":")",
            id,
            kWords[next() % kWords.size()],
            kWords[next() % kWords.size()],
            next() % 24,
            1 + next() % 12,
            1 + next() % 28
        );
        fmt::format_to(std::back_inserter(lines), "Article {} was filed from the", id);
        for (int word = 0; word < 60; ++word) {
            fmt::format_to(
                std::back_inserter(lines),
                " {}{}",
                kWords[next() % kWords.size()],
                next() % 7 == 0 ? "s" : ""
            );
        }
        lines += ".\"}\n";
    }
    return lines;
}

}  // namespace broadsheet::testing
