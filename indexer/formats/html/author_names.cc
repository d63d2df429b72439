#include "indexer/formats/html/author_names.h"

#include <algorithm>
#include <array>

#include "common/ascii.h"
#include "common/dates/date_parser.h"
#include "indexer/formats/byline.h"
#include "indexer/formats/html/byline_openings.h"
#include "indexer/formats/html/words.h"

namespace broadsheet::html {

namespace {

bool has_digit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), is_ascii_digit);
}

/// What stands beside authors: buttons, and links to all they wrote.
bool is_control(std::string_view text) {
    static constexpr std::array<std::string_view, 8> kButtons{
        "print", "email", "e-mail", "share", "tweet", "comment", "comments", "subscribe"};
    static constexpr std::array<std::string_view, 12> kPhrases{
        "email the",
        "the author",
        "see all",
        "view all",
        "all articles",
        "all posts",
        "more by",
        "more from",
        "posts by",
        "read more",
        "sign up",
        "log in"};
    return std::any_of(
               kButtons.begin(),
               kButtons.end(),
               [text](std::string_view button) { return equals_ignoring_case(text, button); }
           ) ||
           std::any_of(kPhrases.begin(), kPhrases.end(), [text](std::string_view phrase) {
               return find_ignoring_case(text, phrase) != std::string_view::npos;
           });
}

/// "lefigaro.fr": the house by its address.
bool is_host(std::string_view text) {
    const std::size_t dot = text.rfind('.');
    if (dot == std::string_view::npos || dot < 3 || text.find(' ') != std::string_view::npos) {
        return false;
    }
    const std::string_view end = text.substr(dot + 1);
    return (end.size() == 2 || end.size() == 3) && std::all_of(end.begin(), end.end(), [](char c) {
               return is_ascii_letter(c) && !is_ascii_upper(c);
           });
}

/// Without marks and joining words at either end: "/ Jane Doe •", "Jane Doe on".
std::string_view without_loose_ends(std::string_view text) {
    static constexpr std::array<std::string_view, 12> kMarks{
        "—", "–", "•", "·", "|", "/", "-", ",", ";", "›", "»", "&"};
    static constexpr std::array<std::string_view, 5> kWords{" on", " and", " in", " at", " |"};
    for (bool found = true; found;) {
        found = false;
        text = trimmed(text);
        for (const std::string_view mark : kMarks) {
            if (text.starts_with(mark)) {
                text.remove_prefix(mark.size());
                found = true;
            }
            if (text.ends_with(mark)) {
                text.remove_suffix(mark.size());
                found = true;
            }
        }
        for (const std::string_view word : kWords) {
            if (!text.ends_with(word)) continue;
            text.remove_suffix(word.size());
            found = true;
        }
    }
    return text;
}

bool may_stand_alone(std::string_view opening) {
    const char last = opening.back();
    return last == ':' || last == '/' || static_cast<unsigned char>(last) >= 0x80;
}

/// Cuts brackets with an address in them: "(https://...)", "<jane@echo.example>".
std::string without_addresses(std::string_view text) {
    std::string out(text);
    for (const std::string_view brackets : {"()", "<>", "[]"}) {
        const std::size_t open = out.find(brackets[0]);
        if (open == std::string::npos) continue;
        const std::size_t close = std::min(out.find(brackets[1], open), out.size() - 1);
        const std::string_view inside = std::string_view(out).substr(open, close - open);
        const bool address = inside.find("://") != std::string_view::npos ||
                             inside.find('@') != std::string_view::npos;
        if (address) out.erase(open, close - open + 1);
    }
    return out;
}

/// East Asian bylines name the job behind the name: "记者 ...", "... 기자".
std::string_view without_east_asian_job(std::string_view name) {
    for (const std::string_view job :
         {"本报记者", "本報記者", "记者", "記者", "责任编辑", "责编"}) {
        if (name.starts_with(job)) name = name.substr(job.size());
    }
    for (const std::string_view mark : {"：", ":", "/", "／"}) {
        if (name.starts_with(mark)) name = name.substr(mark.size());
    }
    for (const std::string_view job : {"기자", "특파원", "記者", "记者", "報導", "报道"}) {
        if (name.ends_with(job) && name.size() > job.size())
            name = name.substr(0, name.size() - job.size());
    }
    return trimmed(name);
}

/// Cuts the word at the end, with the blanks before it.
std::string_view without_last_word(std::string_view text) {
    const std::size_t blank = text.find_last_of(" \t\n");
    return blank == std::string_view::npos ? std::string_view{} : trimmed(text.substr(0, blank));
}

std::string_view last_word(std::string_view text) {
    return text.substr(text.find_last_of(" \t\n") + 1);
}

/// Words that lead to a date: "on", "Updated:", a month, a day of the week.
bool leads_to_date(std::string_view word) {
    static constexpr std::array<std::string_view, 34> kWords{
        "on",        "at",       "in",     "the",      "updated", "published", "posted",
        "am",        "um",       "den",    "le",       "à",       "el",        "em",
        "às",        "il",       "op",     "il",       "date",    "monday",    "tuesday",
        "wednesday", "thursday", "friday", "saturday", "sunday",  "mon",       "tue",
        "wed",       "thu",      "fri",    "sat",      "sun",     "last"};
    while (!word.empty() && std::string_view(".,:;()").find(word.back()) != std::string_view::npos)
        word.remove_suffix(1);
    if (word.empty()) return true;
    const bool known = std::any_of(kWords.begin(), kWords.end(), [word](std::string_view other) {
        return equals_ignoring_case(word, other);
    });
    return known || parse_date(std::string(word) + " 2001").has_value();
}

/// "Jane Doe jane@echo.example", "Jane Doe @jane": without the words that are addresses.
std::string without_handles(std::string_view text) {
    std::string out;
    for (const std::string& word : split_list(text, " \t\r\n")) {
        if (word.find('@') != std::string::npos) {
            if (out.ends_with(" Email") || out.ends_with(" E-mail")) out.erase(out.rfind(' '));
            continue;
        }
        if (!out.empty()) out += ' ';
        out += word;
    }
    return out;
}

}  // namespace

std::string_view before_date(std::string_view text) {
    const auto digit = std::find_if(text.begin(), text.end(), is_ascii_digit);
    if (digit == text.end()) return text;
    std::string_view name = text.substr(0, static_cast<std::size_t>(digit - text.begin()));
    // A digit in the middle of a word is no date: "Agent007".
    if (!name.empty() && is_ascii_letter(name.back())) return {};
    for (name = without_loose_ends(name); !name.empty() && leads_to_date(last_word(name));)
        name = without_loose_ends(without_last_word(name));
    return name;
}

std::string_view without_byline_opening(std::string_view byline) {
    byline = trimmed(byline);
    for (const std::string_view opening : kBylineOpenings) {
        if (!starts_with_ignoring_case(byline, opening)) continue;
        const std::string_view rest = byline.substr(opening.size());
        if (may_stand_alone(opening) || (!rest.empty() && is_ascii_blank(rest.front()))) {
            return without_east_asian_job(without_loose_ends(rest));
        }
    }
    // Markup without a blank: "By<a>Jane Doe</a>".
    if (byline.size() > 3 && byline.starts_with("By") && is_ascii_upper(byline[2])) {
        return without_loose_ends(byline.substr(2));
    }
    return without_east_asian_job(without_loose_ends(byline));
}

std::string clean_name(std::string_view claim) {
    std::string name = without_handles(without_addresses(claim));
    const std::size_t bar = name.find(" | ");
    if (bar != std::string::npos) name.resize(bar);
    return std::string(without_loose_ends(name));
}

bool is_name(std::string_view text) {
    constexpr std::size_t kWordsMax = 14;  // three authors and what joins them
    static constexpr std::array<std::string_view, 25> kNobody{
        "admin",     "administrator", "anonymous", "author",    "authors",
        "by",        "editor",        "editors",   "follow",    "guest",
        "none",      "null",          "redaktion", "staff",     "super user",
        "undefined", "unknown",       "webmaster", "created",   "last updated",
        "modified",  "posted",        "published", "submitted", "updated"};
    text = trimmed(text);
    if (text.empty() || text.size() > kNameSizeMax || has_digit(text)) return false;
    if (text.find("://") != std::string_view::npos || text.starts_with("www.")) return false;
    if (text.find_first_of("@:{}<>") != std::string_view::npos) return false;
    const bool nobody = std::any_of(kNobody.begin(), kNobody.end(), [text](std::string_view word) {
        return equals_ignoring_case(text, word);
    });
    if (nobody || is_control(text) || is_host(text)) return false;
    const std::size_t words = word_count(text);
    return words > 0 && words <= kWordsMax;
}

bool names_only_house(const std::vector<std::string>& names, std::string_view site) {
    const std::string house = comparable(site);
    return std::all_of(names.begin(), names.end(), [&house](const std::string& name) {
        return comparable(name) == house || is_agency(name);
    });
}

bool says_the_same(std::string_view printed, const std::vector<std::string>& names) {
    const std::string text = comparable(printed);
    std::size_t size = 0;
    for (const std::string& name : names) {
        const std::string part = comparable(name);
        if (text.find(part) == std::string::npos) return false;
        size += part.size();
    }
    return text.size() <= size + 8 * names.size();
}

std::string joined_names(const std::vector<std::string>& names) {
    std::string out;
    for (const std::string& name : names) {
        if (!out.empty()) out += ", ";
        out += name;
    }
    return out;
}

}  // namespace broadsheet::html
