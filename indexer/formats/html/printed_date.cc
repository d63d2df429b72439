#include "indexer/formats/html/printed_date.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/ascii.h"
#include "common/dates/date_parser.h"
#include "indexer/formats/html/paragraphs.h"
#include "indexer/formats/html/printed_headline.h"

namespace broadsheet::html {

namespace {

constexpr std::size_t kLineSizeMax = 120;

bool names_any(std::string_view value, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [value](std::string_view word) {
        return find_ignoring_case(value, word) != std::string_view::npos;
    });
}

/// Looks at the elements that may say a date, once, from the first to the last.
class DateFinder {
public:
    DateFinder(const Tree& tree, std::string_view headline)
        : tree_(tree), heading_(headline_element(tree, headline)) {}

    std::optional<Date> marked();
    [[nodiscard]] std::optional<Date> near_headline() const;

private:
    [[nodiscard]] int worth(std::uint32_t node) const;
    [[nodiscard]] std::optional<Date> date_at(std::uint32_t node) const;

    [[nodiscard]] bool is_near_heading(std::uint32_t node) const {
        constexpr std::uint32_t kBefore = 60;
        constexpr std::uint32_t kBehind = 300;  // nodes
        return heading_ != 0 && node + kBefore > heading_ && node < tree_[heading_].end + kBehind;
    }

    const Tree& tree_;
    std::uint32_t heading_;  // 0: there is none
};

/// How much an element looks like the place of the publication's date; 0 not at all.
int DateFinder::worth(std::uint32_t node) const {
    const bool is_time = tree_[node].tag == Tag::time;
    int worth = is_time ? 4 : 0;
    for (const Attribute attribute :
         {Attribute::class_name, Attribute::id, Attribute::itemprop, Attribute::test_id}) {
        const std::string_view value = tree_.attribute(node, attribute);
        if (value.empty()) continue;
        if (names_any(value, {"date", "time", "publish", "posted", "datum", "fecha", "data-"})) {
            worth = std::max(worth, 2);
        }
        if (names_any(value, {"publish", "pubdate", "posted", "created", "entry-date"})) worth += 2;
        if (names_any(value, {"modif", "update", "current", "today", "comment"})) worth -= 2;
    }
    if (worth <= 0) return 0;
    return is_near_heading(node) ? worth + 3 : worth;
}

std::optional<Date> DateFinder::date_at(std::uint32_t node) const {
    const std::string_view machine = tree_.attribute(node, Attribute::datetime);
    if (!machine.empty()) {
        if (const auto date = parse_date(machine)) return date;
    }
    const std::string text = tree_.text(node);
    if (text.empty() || text.size() > kLineSizeMax) return std::nullopt;
    return date_line(text);
}

std::optional<Date> DateFinder::marked() {
    constexpr int kTriesMax = 500;  // of elements marked as dates that hold none
    int tries = 0;
    std::optional<Date> best;
    int best_worth = 0;
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
        if (tree_[i].attribute_count == 0 && tree_[i].tag != Tag::time) continue;
        const int value = worth(i);
        if (value <= best_worth) continue;
        if (++tries > kTriesMax) break;
        const std::optional<Date> date = date_at(i);
        if (!date) continue;
        best = date;
        best_worth = value;
    }
    return best;
}

std::optional<Date> DateFinder::near_headline() const {
    const std::uint32_t end = static_cast<std::uint32_t>(tree_.size());
    for (std::uint32_t i = heading_; i < end && is_near_heading(i); ++i) {
        if (tree_[i].tag != Tag::text) continue;
        const std::string_view text = trimmed(tree_[i].text);
        if (text.size() < 6 || text.size() > kLineSizeMax) continue;
        if (tree_[tree_[i].parent].tag == Tag::a || is_never_text(tree_[tree_[i].parent].tag))
            continue;
        const std::optional<Date> date = date_line(text);
        if (date && date->precision >= DatePrecision::day) return date;
    }
    return std::nullopt;
}

}  // namespace

namespace {

/// The date in front of something else: "14/02/2023 21h10 - Atualizado há 2 dias".
std::optional<Date> before_dash(std::string_view line) {
    for (const std::string_view dash : {" - ", " – ", " — ", " ("}) {
        const std::size_t at = line.find(dash);
        if (at == std::string_view::npos || at < 6) continue;
        if (std::optional<Date> date = parse_date(line.substr(0, at))) return date;
    }
    return std::nullopt;
}

}  // namespace

std::optional<Date> date_line(std::string_view line) {
    constexpr int kWordsMax = 6;  // "Première publication le lundi ..."
    line = trimmed(line);
    for (const std::string_view mark :
         {"|", "•", "·", "来源", "來源", "　", " by ", " By ", "BY "}) {
        const std::size_t at = line.find(mark);
        if (at != std::string_view::npos && at > 5) line = trimmed(line.substr(0, at));
    }
    for (int word = 0; word <= kWordsMax && !line.empty(); ++word) {
        if (std::optional<Date> date = parse_date(line)) return date;
        if (is_ascii_digit(line.front())) return before_dash(line);  // the date began here
        std::size_t end = line.find_first_of(" :");
        const std::size_t wide = line.find("：");
        if (wide < end) end = wide + 2;
        if (end == std::string_view::npos) return std::nullopt;
        line = trimmed(line.substr(end + 1));
    }
    return std::nullopt;
}

std::optional<Date> marked_date(const Tree& tree, std::string_view headline) {
    return DateFinder(tree, headline).marked();
}

std::optional<Date> date_near_headline(const Tree& tree, std::string_view headline) {
    return DateFinder(tree, headline).near_headline();
}

}  // namespace broadsheet::html
