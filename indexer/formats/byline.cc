#include "indexer/formats/byline.h"

#include <algorithm>
#include <array>

#include "common/ascii.h"
#include "indexer/formats/paragraphs.h"

namespace broadsheet {

namespace {

constexpr std::size_t kBylineBytesMax = 120;

constexpr std::array<std::string_view, 19> kOpenings = {
    "author: ",
    "autor: ",
    "autora: ",
    "auteur: ",
    "autore: ",
    "por: ",
    "written by ",
    "story by ",
    "posted by ",
    "by: ",
    "by ",
    "von ",
    "por ",
    "par ",
    "di ",
    "door ",
    "af ",
    "av ",
    "text: "};

constexpr std::array<std::string_view, 12> kJoints = {
    " and ", " und ", " et ", " y ", " e ", " og ", " och ", " en ", " with ", " & ", " | ", " / "};

constexpr std::array<std::string_view, 30> kAgencies = {
    "reuters",
    "reuter",
    "thomson reuters",
    "ap",
    "associated press",
    "afp",
    "agence france-presse",
    "upi",
    "united press international",
    "dpa",
    "efe",
    "ansa",
    "tass",
    "itar-tass",
    "xinhua",
    "kyodo",
    "kyodo news",
    "bloomberg",
    "bloomberg news",
    "pa",
    "pa media",
    "press association",
    "canadian press",
    "aap",
    "pti",
    "ians",
    "apa",
    "ntb",
    "ritzau",
    "tt"};

// Words that say what somebody is, not who.
constexpr std::array<std::string_view, 16> kJobs = {
    "staff",
    "writer",
    "correspondent",
    "correspondents",
    "editor",
    "reporter",
    "reporters",
    "columnist",
    "bureau",
    "special to",
    "contributor",
    "desk",
    "newspaper",
    "magazine",
    "redaktion",
    "newsroom"};

std::string_view without_article(std::string_view name) {
    return starts_with_ignoring_case(name, "the ") ? name.substr(4) : name;
}

bool names_a_job(std::string_view part) {
    return std::any_of(kJobs.begin(), kJobs.end(), [&](std::string_view job) {
        return find_ignoring_case(part, job) != std::string_view::npos;
    });
}

bool is_person(std::string_view part) {
    const bool has_address =
        part.find('@') != std::string_view::npos || part.find("://") != std::string_view::npos;
    // "dpa", "efe": an agency's name as its wires write it.
    const bool short_and_small =
        part.size() <= 4 && std::none_of(part.begin(), part.end(), [](char c) {
            return is_ascii_upper(c) || !is_ascii_letter(c);
        });
    return part.size() >= 2 && !has_address && !short_and_small && !is_agency(part) &&
           !names_a_job(part);
}

// "Maud Feller in Tarn Harbour", "Maud Feller for the Evening Echo": a name of two words or more,
// then where or for whom it was written.
std::string_view without_place(std::string_view part) {
    for (const std::string_view joint : {" in ", " à ", " aus ", " for ", " für ", " pour "}) {
        const std::size_t at = part.find(joint);
        if (at == std::string_view::npos || part.find(' ') >= at) continue;
        const std::string_view place = part.substr(at + joint.size());
        if (place.starts_with("the ") || (!place.empty() && is_ascii_upper(place.front())))
            return part.substr(0, at);
    }
    return part;
}

// Whether all words are those of names: capitals, "von", "de", or joints.
bool are_names(std::string_view text) {
    static constexpr std::array<std::string_view, 22> kSmall = {
        "and", "und", "et",  "y",   "e",  "og", "och", "en", "von", "van", "de",
        "der", "da",  "del", "dos", "du", "di", "la",  "le", "ter", "zu",  "&"};
    std::size_t names = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const std::string_view word = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (word.empty() || std::find(kSmall.begin(), kSmall.end(), word) != kSmall.end()) continue;
        const bool capital =
            is_ascii_upper(word.front()) || static_cast<unsigned char>(word[0]) >= 0xC3;
        if (!capital || std::any_of(word.begin(), word.end(), is_ascii_digit)) return false;
        ++names;
    }
    return names >= 2;
}

std::string_view without_opening(std::string_view text) {
    for (const std::string_view opening : kOpenings) {
        if (starts_with_ignoring_case(text, opening)) return trimmed(text.substr(opening.size()));
    }
    return text;
}

// "Jane Doe (photos)", "Jane Doe (with Tom Okoro" cut at its comma; but "Jane (Joan) Doe" whole.
std::string_view without_remark(std::string_view part) {
    const std::size_t open = part.find('(');
    const std::size_t close = part.find(')');
    if (open == std::string_view::npos) return trimmed(part.substr(0, close));
    const bool goes_on =
        close != std::string_view::npos && close > open && !trimmed(part.substr(close + 1)).empty();
    return goes_on ? part : trimmed(part.substr(0, open));
}

// Whether what stands behind the joint is a whole name: "A & B" may be the name of one house.
bool is_name_behind(std::string_view rest) {
    const std::string_view name = trimmed(rest.substr(0, rest.find_first_of(",;|&")));
    return name.find(' ') != std::string_view::npos;
}

// Every joint becomes a comma, so that one loop splits.
std::string with_commas(std::string_view text) {
    std::string out(text);
    for (const std::string_view joint : kJoints) {
        for (std::size_t at = find_ignoring_case(out, joint); at != std::string::npos;
             at = find_ignoring_case(out, joint, at + 1)) {
            const std::string_view rest = std::string_view(out).substr(at + joint.size());
            if (joint == " & " && !is_name_behind(rest)) continue;
            out.replace(at, joint.size(), ", ");
        }
    }
    std::replace(out.begin(), out.end(), ';', ',');
    return out;
}

}  // namespace

bool is_agency(std::string_view name) {
    name = without_article(trimmed(name));
    return std::any_of(kAgencies.begin(), kAgencies.end(), [&](std::string_view agency) {
        return equals_ignoring_case(name, agency);
    });
}

bool is_byline(std::string_view line) {
    if (line.size() > kBylineBytesMax || line.size() < 5) return false;
    for (const std::string_view opening : {"Von ", "Par ", "Por ", "Di ", "Door ", "Av ", "Af "}) {
        if (!line.starts_with(opening)) continue;
        return line.back() != '.' && are_names(line.substr(opening.size()));
    }
    if (!line.starts_with("By ") && !line.starts_with("BY ") && !line.starts_with("by "))
        return false;
    const char name = line[3];
    const bool capital = is_ascii_upper(name) || static_cast<unsigned char>(name) >= 0xC3;
    return capital && line.back() != '.' && line.back() != '?' && line.back() != '!';
}

std::vector<std::string> authors_of(std::string_view byline) {
    const std::string clean = clean_text(byline.substr(0, 2000));
    std::vector<std::string> authors;
    const std::string list = with_commas(without_opening(clean));
    std::string_view rest = list;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(','), rest.size());
        std::string_view part = trimmed(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        part = trimmed(without_place(without_remark(part)));
        if (is_person(part)) authors.emplace_back(part);
    }
    return authors;
}

}  // namespace broadsheet
