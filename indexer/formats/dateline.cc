#include "indexer/formats/dateline.h"

#include <algorithm>
#include <array>

#include "common/ascii.h"
#include "common/dates/date_words.h"
#include "common/utf8.h"
#include "indexer/formats/paragraphs.h"

namespace broadsheet {

namespace {

constexpr std::size_t kDatelineBytesMax = 140;
constexpr std::size_t kPlaceWordsMax = 9;

// Dashes that end a dateline. A hyphen and an underscore need blanks around them, since both also
// stand inside names; the long dashes do not.
constexpr std::array<std::string_view, 12> kDashes = {
    " -- ", " - ", " _ ", " — ", " – ", "—", "–", ") -", ") _", ").-", ") .-", "). -"};

struct Cut {
    std::size_t size = std::string_view::npos;  // of what stands before the dash
    std::size_t next = 0;                       // where the text after it starts
};

Cut first_dash(std::string_view text) {
    Cut best;
    const std::string_view head = text.substr(0, kDatelineBytesMax);
    for (const std::string_view dash : kDashes) {
        const std::size_t at = head.find(dash);
        if (at >= best.size) continue;
        best = {at + (dash.front() == ')' ? 1 : 0), at + dash.size()};
    }
    return best;
}

bool is_date_part(std::string_view part) {
    bool month_or_day_name = false;
    while (!part.empty()) {
        const std::size_t end = std::min(part.find(' '), part.size());
        std::string_view word = part.substr(0, end);
        part.remove_prefix(std::min(end + 1, part.size()));
        while (!word.empty() && (word.back() == '.' || word.back() == ','))
            word.remove_suffix(1);
        if (word.empty() || std::all_of(word.begin(), word.end(), is_ascii_digit)) continue;
        const std::string folded = fold_date_word(word);
        if (month_of(folded) == 0 && !is_weekday(folded)) return false;
        month_or_day_name = true;
    }
    return month_or_day_name;
}

bool is_capital(char32_t c) {
    const bool latin = (c >= 0xC0 && c <= 0xDE) || (c >= 0x100 && c <= 0x17F && c % 2 == 0);
    const bool cyrillic_or_greek = (c >= 0x391 && c <= 0x3A9) || (c >= 0x400 && c <= 0x42F);
    return (c >= 'A' && c <= 'Z') || latin || cyrillic_or_greek;
}

bool is_small(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0xFF);
}

// True when the first word has three capitals or more and no small letter ("SAO", "TOKYO/LONDON").
bool opens_in_capitals(std::string_view place) {
    std::size_t capitals = 0;
    for (std::size_t i = 0; i < place.size();) {
        const CodePoint c = decode_utf8(place, i);
        if (c.value == ' ' || c.value == ',') break;
        if (is_small(c.value)) return false;
        capitals += is_capital(c.value) ? 1 : 0;
        i += c.length;
    }
    return capitals >= 2;
}

bool is_place(std::string_view place) {
    if (place.empty() || !is_capital(decode_utf8(place, 0).value)) return false;
    std::size_t words = 1;
    for (std::size_t i = 0; i < place.size(); ++i) {
        const char c = place[i];
        if (c == ' ') ++words;
        if (is_ascii_digit(c) || std::string_view(":;!?\"()").find(c) != std::string_view::npos)
            return false;
    }
    return words <= kPlaceWordsMax;
}

// "1996-08-20", as the archives of agencies have it.
bool is_iso_day(std::string_view word) {
    constexpr std::string_view kShape = "0000-00-00";
    return word.size() == kShape.size() &&
           std::equal(word.begin(), word.end(), kShape.begin(), [](char c, char shape) {
               return shape == '0' ? is_ascii_digit(c) : c == shape;
           });
}

std::string_view without_edges(std::string_view text) {
    constexpr std::string_view kEdges = " ,\t\r\n-_";
    const auto first = text.find_first_not_of(kEdges);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kEdges) - first + 1);
}

// "LONDON, Feb 26 (Reuters)": the bracket, the comma parts that are dates, and the rest.
Dateline split(std::string text) {
    Dateline dateline;
    const std::size_t open = text.find('(');
    const std::size_t close = text.find(')', open);
    if (open != std::string::npos && close != std::string::npos) {
        dateline.agency = clean_text(std::string_view(text).substr(open + 1, close - open - 1));
        text.erase(open, close + 1 - open);
    }
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(','), rest.size());
        const std::string_view part = trimmed(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (part.empty()) continue;
        // "Aug 29, 2014": a year after the day belongs to it.
        const bool year = part.size() == 4 &&
                          std::all_of(part.begin(), part.end(), is_ascii_digit) &&
                          !dateline.date.empty();
        const std::size_t last =
            part.rfind(' ') == std::string_view::npos ? 0 : part.rfind(' ') + 1;
        if (dateline.date.empty() && is_iso_day(part.substr(last))) {
            dateline.date = part.substr(last);
            dateline.place += dateline.place.empty() || last == 0 ? "" : ", ";
            dateline.place += trimmed(part.substr(0, last));
            continue;
        }
        std::string& target = year || is_date_part(part) ? dateline.date : dateline.place;
        if (!target.empty()) target += ", ";
        target += part;
    }
    return dateline;
}

}  // namespace

Dateline parse_dateline(std::string_view text) {
    std::string clean = clean_text(text);
    return split(std::string(without_edges(clean)));
}

Dateline take_dateline(std::string& paragraph) {
    const Cut cut = first_dash(paragraph);
    if (cut.size == std::string_view::npos || cut.size < 3) return {};
    Dateline dateline = split(std::string(without_edges(paragraph.substr(0, cut.size))));
    if (dateline.agency.size() > 40) return {};
    const bool marked = !dateline.date.empty() || !dateline.agency.empty();
    if (dateline.place.empty()) {
        // "(Reuters) - The bank said": an agency alone.
        if (dateline.agency.empty() || paragraph.front() != '(') return {};
    } else {
        if (!is_place(dateline.place)) return {};
        const bool enough = opens_in_capitals(dateline.place) && dateline.place.size() >= 4;
        if (!marked && !enough) return {};
    }
    std::string_view rest = std::string_view(paragraph).substr(cut.next);
    rest.remove_prefix(std::min(rest.find_first_not_of(" -_"), rest.size()));
    if (rest.empty()) return {};
    paragraph = std::string(rest);
    // "(ANSA) - ROMA, 30 APR - ...": the place follows its agency.
    if (dateline.place.empty() && dateline.date.empty()) {
        std::string behind = paragraph;
        Dateline more = take_dateline(behind);
        if (!more.place.empty() && more.agency.empty()) {
            more.agency = std::move(dateline.agency);
            paragraph = std::move(behind);
            return more;
        }
    }
    return dateline;
}

}  // namespace broadsheet
