#include "searcher/query/date_words.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

#include "common/dates/date_words.h"

namespace broadsheet {

namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

std::optional<int> number(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || text.size() > 4 || end != text.data() + text.size() ||
        error != std::errc() || value < 0)
        return std::nullopt;
    return value;
}

std::optional<int> year_number(std::string_view text) {
    return text.size() == 4 ? number(text) : std::nullopt;
}

// "30", "30th", "30.", "1er"
std::optional<int> day_number(std::string_view text) {
    for (const std::string_view ending : {"st", "nd", "rd", "th", "er", "."}) {
        if (text.ends_with(ending)) text.remove_suffix(ending.size());
    }
    return text.size() <= 2 ? number(text) : std::nullopt;
}

std::optional<int> month_number(std::string_view word) {
    if (word.ends_with('.')) word.remove_suffix(1);
    const int month = month_of(word);
    return month == 0 ? std::nullopt : std::optional<int>(month);
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words(1);
    for (const char c : text) {
        const bool separates = c == ' ' || c == '-' || c == '_' || c == ',';
        if (!separates) {
            words.back().push_back(c);
        } else if (!words.back().empty()) {
            words.emplace_back();
        }
    }
    if (words.back().empty()) words.pop_back();
    // 30 de abril de 2019, 3rd of May 2019
    std::erase_if(words, [](const std::string& word) {
        return word == "de" || word == "del" || word == "di" || word == "of";
    });
    return words;
}

Period whole(const std::optional<Date>& date) {
    return {.from = date, .until = date};
}

std::optional<Period> if_it_exists(const std::optional<Date>& date) {
    if (!date) return std::nullopt;
    return whole(date);
}

std::optional<Date> day_of(sys_days day) {
    const year_month_day date(day);
    return make_date(
        static_cast<int>(date.year()),
        static_cast<int>(static_cast<unsigned>(date.month())),
        static_cast<int>(static_cast<unsigned>(date.day()))
    );
}

std::optional<Date> month_of(const year_month_day& date) {
    return make_date(
        static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month()))
    );
}

Period days_between(sys_days first, sys_days last) {
    return {.from = day_of(first), .until = day_of(last)};
}

std::optional<Period> quarter(int year, int number) {
    const auto from = make_date(year, number * 3 - 2);
    const auto until = make_date(year, number * 3);
    if (!from || !until) return std::nullopt;
    return Period{.from = from, .until = until};
}

std::optional<int> quarter_number(std::string_view word) {
    if (word.size() != 2 || word[0] != 'q' || word[1] < '1' || word[1] > '4') return std::nullopt;
    return word[1] - '0';
}

std::optional<Period> with_month_name(const std::vector<std::string>& words) {
    const std::size_t count = words.size();
    if (count < 2 || count > 3) return std::nullopt;
    const auto year = year_number(words[count - 1]);
    if (!year) return std::nullopt;
    if (count == 2) {
        if (const auto month = month_number(words[0]))
            return if_it_exists(make_date(*year, *month));
        if (const auto q = quarter_number(words[0])) return quarter(*year, *q);
        return std::nullopt;
    }
    for (const bool day_first : {true, false}) {
        const auto day = day_number(words[day_first ? 0 : 1]);
        const auto month = month_number(words[day_first ? 1 : 0]);
        if (day && month) return if_it_exists(make_date(*year, *month, *day));
    }
    return std::nullopt;
}

/// Two numbers and a year between the same signs.
struct TwoAndYear {
    int first = 0;
    int second = 0;
    int year = 0;
};

std::optional<TwoAndYear> two_and_year(std::string_view text, char sign) {
    const std::size_t first = text.find(sign);
    const std::size_t last = text.rfind(sign);
    if (first == std::string_view::npos || first == last) return std::nullopt;
    const auto one = number(text.substr(0, first));
    const auto other = number(text.substr(first + 1, last - first - 1));
    const auto year = year_number(text.substr(last + 1));
    if (!one || !other || !year) return std::nullopt;
    return TwoAndYear{.first = *one, .second = *other, .year = *year};
}

// 30.4.2019 as the European press writes it.
std::optional<Period> with_dots(std::string_view text) {
    const auto found = two_and_year(text, '.');
    if (!found) return std::nullopt;
    return if_it_exists(make_date(found->year, found->second, found->first));
}

// 4/30/2019, as America writes it, or 30/4/2019: where only one of them can be meant.
std::optional<Period> with_slashes(std::string_view text) {
    constexpr int kMonths = 12;
    const auto found = two_and_year(text, '/');
    if (!found) return std::nullopt;
    const auto [one, other, year] = *found;
    if (one > kMonths || one == other) return if_it_exists(make_date(year, other, one));
    if (other > kMonths) return if_it_exists(make_date(year, one, other));
    return std::nullopt;
}

// 2019年4月30日, 2019년 4월: as far as it goes.
std::optional<Period> with_signs_behind(std::string_view text) {
    static const std::pair<std::string, std::string> kSigns[] = {
        {"年", fold_date_word("년")}, {"月", fold_date_word("월")}, {"日", fold_date_word("일")}};
    std::vector<int> numbers;
    for (const auto& [chinese, korean] : kSigns) {
        while (text.starts_with(' '))
            text.remove_prefix(1);
        if (text.empty()) break;
        const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
        const auto value = number(text.substr(0, digits));
        text.remove_prefix(digits);
        const bool is_korean = text.starts_with(korean);
        if (!value || (!is_korean && !text.starts_with(chinese))) return std::nullopt;
        numbers.push_back(*value);
        text.remove_prefix(is_korean ? korean.size() : chinese.size());
    }
    if (numbers.empty() || !text.empty()) return std::nullopt;
    if (numbers.size() == 1) return if_it_exists(make_date(numbers[0]));
    if (numbers.size() == 2) return if_it_exists(make_date(numbers[0], numbers[1]));
    return if_it_exists(make_date(numbers[0], numbers[1], numbers[2]));
}

// 1990s
std::optional<Period> decade(std::string_view text) {
    constexpr int kYears = 10;
    if (!text.ends_with("0s")) return std::nullopt;
    const auto year = year_number(text.substr(0, text.size() - 1));
    if (!year) return std::nullopt;
    return Period{.from = make_date(*year), .until = make_date(*year + kYears - 1)};
}

// The calendar unit that lies `back` units before the one today is in.
std::optional<Period> unit_before(std::string_view unit, int back, const year_month_day& today) {
    const sys_days day(today);
    if (unit == "day") return days_between(day - days(back), day - days(back));
    if (unit == "week") {
        const sys_days monday = day - (std::chrono::weekday(day) - std::chrono::Monday);
        return days_between(monday - days(7 * back), monday - days(7 * back) + days(6));
    }
    if (unit == "month") return if_it_exists(month_of(today - std::chrono::months(back)));
    if (unit == "year") return if_it_exists(make_date(static_cast<int>(today.year()) - back));
    if (unit == "quarter") {
        const int quarters = static_cast<int>(today.year()) * 4 +
                             static_cast<int>(static_cast<unsigned>(today.month()) - 1) / 3 - back;
        return quarter(quarters / 4, quarters % 4 + 1);
    }
    return std::nullopt;
}

// The last so many days, weeks, months or years, up to and with today.
std::optional<Period> units_until_today(
    int count, std::string_view unit, const year_month_day& today
) {
    const sys_days day(today);
    if (count < 1) return std::nullopt;
    if (unit == "days" || unit == "day") return days_between(day - days(count - 1), day);
    if (unit == "weeks" || unit == "week") return days_between(day - days(7 * count - 1), day);
    const bool years = unit == "years" || unit == "year";
    if (!years && unit != "months" && unit != "month") return std::nullopt;
    year_month_day from = today - std::chrono::months(years ? count * 12 : count);
    if (!from.ok()) from = from.year() / from.month() / std::chrono::last;
    return days_between(sys_days(from) + days(1), day);
}

std::optional<Period> relative(const std::vector<std::string>& words, const year_month_day& today) {
    if (words.size() == 1) {
        if (words[0] == "today") return unit_before("day", 0, today);
        if (words[0] == "yesterday") return unit_before("day", 1, today);
        return std::nullopt;
    }
    const bool last = words[0] == "last" || words[0] == "past" || words[0] == "previous";
    if (words.size() == 2 && (last || words[0] == "this"))
        return unit_before(words[1], last ? 1 : 0, today);
    if (words.size() == 3 && last) {
        if (const auto count = number(words[1])) return units_until_today(*count, words[2], today);
    }
    return std::nullopt;
}

std::optional<Period> single(std::string_view text, const year_month_day& today) {
    if (const auto date = parse_iso_date(text)) return whole(date);
    for (const auto& layout : {with_dots, with_slashes, with_signs_behind, decade}) {
        if (const auto found = layout(text)) return found;
    }
    std::vector<std::string> words = words_of(text);
    if (words.empty()) return std::nullopt;
    if (const auto found = with_month_name(words)) return found;
    if (const auto found = relative(words, today)) return found;
    // 2019-Q2, 2019 April
    if (words.size() != 2) return std::nullopt;
    std::swap(words[0], words[1]);
    return with_month_name(words);
}

}  // namespace

std::optional<Period> parse_period(std::string_view text, year_month_day today) {
    constexpr std::size_t kPeriodBytesMax = 100;
    constexpr std::size_t kYearBytes = 4;
    if (text.size() > kPeriodBytesMax) return std::nullopt;
    const std::string folded = fold_date_word(text);
    const std::string_view all = folded;
    const std::size_t dots = all.find("..");
    if (dots == std::string_view::npos) return single(all, today);

    std::string_view tail = all.substr(dots + 2);
    while (tail.starts_with('.'))
        tail.remove_prefix(1);
    const std::string_view head = all.substr(0, dots);
    if (head.empty() && tail.empty()) return std::nullopt;
    auto first = head.empty() ? Period{} : single(head, today);
    if (!first && tail.size() > kYearBytes) {
        // april..june 2019
        const std::string_view year = tail.substr(tail.size() - kYearBytes);
        if (year_number(year)) first = single(std::string(head) + ' ' + std::string(year), today);
    }
    const auto last = tail.empty() ? Period{} : single(tail, today);
    if (!first || !last) return std::nullopt;
    if (first->from && last->until && first->from->begin_ms > end_ms(*last->until))
        return Period{.from = last->from, .until = first->until, .turned = true};
    return Period{.from = first->from, .until = last->until};
}

std::string nearest_date(std::string_view text) {
    constexpr std::size_t kDateBytes = 10;  // 2019-02-30
    if (text.size() != kDateBytes || text[4] != '-' || text[7] != '-') return {};
    const auto year = number(text.substr(0, 4));
    const auto month = number(text.substr(5, 2));
    const auto day = number(text.substr(8));
    if (!year || !month || !day) return {};
    if (const auto swapped = make_date(*year, *day, *month)) return to_iso(*swapped);
    for (int shorter = std::min(*day, 31); shorter >= 28; --shorter) {
        if (const auto date = make_date(*year, *month, shorter)) return to_iso(*date);
    }
    return {};
}

}  // namespace broadsheet
