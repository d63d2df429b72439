#include "indexer/formats/csv_columns.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <set>
#include <string_view>

#include <fmt/format.h>

#include "common/ascii.h"
#include "common/dates/date_parser.h"

namespace broadsheet {

namespace {

constexpr std::size_t kNameBytesMax = 60;  // of a column's name, twenty letters of any script
constexpr std::size_t kBodyBytesMin = 60;  // mean of a column of texts

using Roles = std::vector<std::optional<FieldName>>;
using Rows = std::vector<CsvValues>;

Roles roles_of_names(const CsvValues& names) {
    Roles roles;
    for (const std::string& name : names)
        roles.push_back(recognise_field(trimmed(name)));
    return roles;
}

bool has_role(const Roles& roles, std::initializer_list<FieldRole> wanted) {
    return std::any_of(roles.begin(), roles.end(), [&](const auto& role) {
        return role && std::find(wanted.begin(), wanted.end(), role->role) != wanted.end();
    });
}

bool is_number(std::string_view value) {
    return value.find_first_not_of("0123456789.- ") == std::string_view::npos;
}

bool is_address(std::string_view value) {
    return value.starts_with("http://") || value.starts_with("https://") ||
           value.starts_with("www.");
}

std::string_view value_at(const CsvValues& row, std::size_t column) {
    return column < row.size() ? trimmed(row[column]) : std::string_view();
}

// Mean sizes of the values in each column, in bytes.
std::vector<std::size_t> mean_sizes(const Rows& rows) {
    std::size_t width = 0;
    for (const CsvValues& row : rows)
        width = std::max(width, row.size());
    std::vector<std::size_t> sizes(width, 0);
    for (const CsvValues& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i)
            sizes[i] += row[i].size();
    }
    for (std::size_t& size : sizes)
        size /= std::max<std::size_t>(rows.size(), 1);
    return sizes;
}

// A table without a header: the longest column is the body, a date is the date, a column of short
// lines the headline, and single words the section.
Roles guessed_roles(const Rows& rows) {
    const std::vector<std::size_t> sizes = mean_sizes(rows);
    Roles roles(sizes.size());
    const auto longest =
        static_cast<std::size_t>(std::max_element(sizes.begin(), sizes.end()) - sizes.begin());
    bool headline = false;
    bool section = false;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        const std::size_t mean = sizes[i];
        const std::string& first = i < rows[0].size() ? rows[0][i] : rows[0][0];
        const bool number = is_number(first);
        if (i == longest) {
            roles[i] = FieldName{FieldRole::body, 0};
        } else if (is_address(first)) {
            roles[i] = FieldName{FieldRole::url, 0};
        } else if (parse_date(first) && (!number || first.size() >= 8)) {
            roles[i] = FieldName{FieldRole::published, 0};
        } else if (!number && !headline && mean >= (section ? 8 : 20) && mean <= 250) {
            roles[i] = FieldName{FieldRole::headline, 0};
            headline = true;
        } else if (!number && !section && mean > 0 && mean < 20) {
            roles[i] = FieldName{FieldRole::section, 0};
            section = true;
        }
    }
    return roles;
}

// Names are short, each is another one, and none is a value.
bool could_be_names(const CsvValues& row) {
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < row.size(); ++i) {
        const std::string_view name = trimmed(row[i]);
        if (name.empty() && i == 0) continue;  // the numbers of the rows have no name
        if (name.empty() || name.size() > kNameBytesMax || is_number(name) || is_address(name) ||
            !seen.insert(name).second || parse_date(name)) {
            return false;
        }
    }
    return row.size() >= 2;
}

// Nobody knows the names, but they are far shorter than the texts below them, or stand over dates.
bool stands_over_values(const Rows& rows) {
    if (rows.size() < 3 || !could_be_names(rows.front())) return false;
    const Rows below(rows.begin() + 1, rows.end());
    const std::vector<std::size_t> sizes = mean_sizes(below);
    for (std::size_t i = 0; i < std::min(sizes.size(), rows.front().size()); ++i) {
        const std::size_t name_size = rows.front()[i].size();
        const bool texts =
            sizes[i] >= kBodyBytesMin && std::all_of(below.begin(), below.end(), [&](auto& row) {
                return value_at(row, i).size() > 2 * name_size;
            });
        const bool dates = std::all_of(below.begin(), below.end(), [&](auto& row) {
            return value_at(row, i).size() >= 8 && parse_date(value_at(row, i)).has_value();
        });
        if (texts || dates) return true;
    }
    return false;
}

// The longest column without a meaning is the text where no name says which one is.
void find_body(const Rows& rows, Roles& roles) {
    const std::vector<std::size_t> sizes = mean_sizes(rows);
    std::size_t body = roles.size();
    for (std::size_t i = 0; i < std::min(sizes.size(), roles.size()); ++i) {
        const bool longer = body == roles.size() || sizes[i] > sizes[body];
        if (!roles[i] && sizes[i] >= kBodyBytesMin && longer && !is_address(value_at(rows[0], i)))
            body = i;
    }
    if (body < roles.size()) roles[body] = FieldName{FieldRole::body, 0};
}

Roles roles_below_names(const Rows& rows) {
    Roles roles = roles_of_names(rows.front());
    const Rows below(rows.begin() + 1, rows.end());
    if (below.empty() || has_role(roles, {FieldRole::body, FieldRole::html_body})) return roles;
    if (has_role(roles, {FieldRole::headline, FieldRole::deck})) {
        find_body(below, roles);
        return roles;
    }
    const Roles guessed = guessed_roles(below);
    roles.resize(std::max(roles.size(), guessed.size()));
    for (std::size_t i = 0; i < guessed.size(); ++i) {
        if (!roles[i] && guessed[i] && !has_role(roles, {guessed[i]->role})) roles[i] = guessed[i];
    }
    return roles;
}

// Lists of keywords have no full stops.
bool has_sentence(std::string_view text) {
    if (trimmed(text).ends_with('.')) return true;
    for (const std::string_view stop : {". ", "? ", "! ", "。", "，", "።", "।", "؟"}) {
        if (text.find(stop) != std::string_view::npos) return true;
    }
    return false;
}

// Two numbers and a year: "30/04/2019", "3-4-2019 10:00".
struct NumberedDay {
    int first = 0;
    int second = 0;
    std::string_view year;
    std::string_view rest;
};

std::optional<NumberedDay> numbered_day(std::string_view text) {
    std::array<std::string_view, 3> numbers;
    text = trimmed(text);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
        numbers[i] = text.substr(0, end);
        text.remove_prefix(end);
        const bool between = i + 1 < numbers.size();
        if (between && (text.empty() || (text[0] != '/' && text[0] != '-'))) return std::nullopt;
        if (between) text.remove_prefix(1);
    }
    const auto small = [](std::string_view number) {
        return number.empty() || number.size() > 2 ? 0
               : number.size() == 1                ? number[0] - '0'
                                                   : (number[0] - '0') * 10 + number[1] - '0';
    };
    const NumberedDay day{small(numbers[0]), small(numbers[1]), numbers[2], text};
    const bool ends = text.empty() || text[0] == ' ' || text[0] == ',' || text[0] == 'T';
    if (day.first == 0 || day.second == 0 || day.year.size() != 4 || !ends) return std::nullopt;
    return day;
}

DayOrder day_order_of(const Rows& rows, const Roles& roles) {
    bool day_first = false;
    bool month_first = false;
    bool abroad = false;  // where the day comes first
    for (std::size_t i = 0; i < roles.size(); ++i) {
        if (!roles[i] || roles[i]->role != FieldRole::published) continue;
        abroad = abroad || roles[i]->rank >= kAbroadNameRank;
        for (const CsvValues& row : rows) {
            const auto day = numbered_day(value_at(row, i));
            day_first = day_first || (day && day->first > 12);
            month_first = month_first || (day && day->second > 12);
        }
    }
    if (day_first == month_first)
        return abroad && !day_first ? DayOrder::day_first : DayOrder::unknown;
    return day_first ? DayOrder::day_first : DayOrder::month_first;
}

}  // namespace

CsvColumns csv_columns(const std::vector<CsvValues>& rows) {
    CsvColumns columns;
    if (rows.empty()) return columns;
    columns.has_header = is_csv_header(rows.front()) || stands_over_values(rows);
    columns.roles = columns.has_header ? roles_below_names(rows) : guessed_roles(rows);
    columns.day_order = day_order_of(rows, columns.roles);
    return columns;
}

bool is_csv_header(const CsvValues& names) {
    const Roles roles = roles_of_names(names);
    const auto known = std::count_if(roles.begin(), roles.end(), [](const auto& role) {
        return role.has_value();
    });
    return has_role(roles, {FieldRole::headline, FieldRole::body, FieldRole::deck}) &&
           (known >= 2 || roles.size() <= 2);
}

bool are_labelled_texts(const std::vector<CsvValues>& rows) {
    constexpr std::size_t kLabelBytesMax = 40;
    if (rows.size() < 2) return false;
    const std::size_t width = rows.front().size();
    if (width < 2 || width > 4) return false;
    std::size_t text_bytes = 0;
    std::size_t sentences = 0;
    for (const CsvValues& row : rows) {
        const std::string_view label = value_at(row, 0);
        if (row.size() != width || label.empty() || label.size() > kLabelBytesMax) return false;
        text_bytes += row.back().size();
        sentences += has_sentence(row.back()) ? 1 : 0;
    }
    return text_bytes / rows.size() >= kBodyBytesMin && sentences * 2 > rows.size();
}

std::string date_in_order(const std::string& date, DayOrder order) {
    if (order == DayOrder::unknown) return date;
    const auto day = numbered_day(date);
    if (!day) return date;
    const bool day_first = order == DayOrder::day_first;
    return fmt::format(
        "{}-{:02}-{:02}{}",
        day->year,
        day_first ? day->second : day->first,
        day_first ? day->first : day->second,
        day->rest
    );
}

}  // namespace broadsheet
