#include "common/fields.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "common/digest.h"
#include "common/utf8.h"

namespace broadsheet {

namespace {

constexpr std::string_view kHeadlineAliases[] = {"title"};
constexpr std::string_view kBylineAliases[] = {"author"};
constexpr std::string_view kSourceAliases[] = {"site", "publisher"};
constexpr std::string_view kSectionAliases[] = {"kicker"};
constexpr std::string_view kTagAliases[] = {"topic", "keyword"};
constexpr std::string_view kLanguageAliases[] = {"lang"};
constexpr std::string_view kDateAliases[] = {"published"};
constexpr std::string_view kDeckAliases[] = {"standfirst", "summary"};

void each(const std::vector<std::string>& values, const FieldVisitor& visit) {
    for (const auto& value : values)
        visit(value);
}

void visit_if(std::string_view value, const FieldVisitor& visit) {
    if (!value.empty()) visit(value);
}

void visit_sources(const Article& article, const FieldVisitor& visit) {
    visit_if(article.source, visit);
    visit_if(host_of(article.url), visit);
}

void visit_captions(const Article& article, const FieldVisitor& visit) {
    for (const auto& caption : article.captions) {
        visit_if(caption.text, visit);
        visit_if(caption.credit, visit);
    }
}

void visit_dateline(const Article& article, const FieldVisitor& visit) {
    visit_if(article.dateline.place, visit);
    visit_if(article.dateline.date, visit);
    visit_if(article.dateline.agency, visit);
}

// Prefixes: https://xapian.org/docs/omega/termprefixes.html; XLONG ones are ours.
constexpr Field kFields[] = {
    {"headline",
     kHeadlineAliases,
     "S",
     FieldKind::text,
     "words of the headline",
     [](const Article& a, const FieldVisitor& visit) { visit_if(a.headline, visit); }},
    {"deck",
     kDeckAliases,
     "XDECK",
     FieldKind::text,
     "the line under the headline",
     [](const Article& a, const FieldVisitor& visit) { visit_if(a.deck, visit); }},
    {"byline",
     kBylineAliases,
     "A",
     FieldKind::text,
     "who wrote it",
     [](const Article& a, const FieldVisitor& visit) { visit_if(a.byline, visit); }},
    {"dateline",
     {},
     "XDATELINE",
     FieldKind::text,
     "place, date and agency before the first sentence",
     visit_dateline},
    {"caption", {}, "XCAPTION", FieldKind::text, "picture captions and credits", visit_captions},
    {"id",
     {},
     "Q",
     FieldKind::exact,
     "the article's id",
     [](const Article& a, const FieldVisitor& visit) { visit_if(a.id, visit); }},
    {"source", kSourceAliases, "H", FieldKind::exact, "publisher or host name", visit_sources},
    {"section",
     kSectionAliases,
     "XSECTION",
     FieldKind::exact,
     "section or kicker",
     [](const Article& a, const FieldVisitor& visit) { visit_if(a.section, visit); }},
    {"tag",
     kTagAliases,
     "K",
     FieldKind::exact,
     "subject or keyword",
     [](const Article& a, const FieldVisitor& visit) { each(a.tags, visit); }},
    {"place",
     {},
     "XPLACE",
     FieldKind::exact,
     "place it was filed under",
     [](const Article& a, const FieldVisitor& visit) { each(a.places, visit); }},
    {"language",
     kLanguageAliases,
     "L",
     FieldKind::exact,
     "language code, such as en",
     [](const Article& a, const FieldVisitor& visit) { visit_if(a.language, visit); }},
    {"bundle",
     {},
     "XBUNDLE",
     FieldKind::exact,
     "the bundle it was read from",
     [](const Article& a, const FieldVisitor& visit) { visit_if(a.origin.bundle, visit); }},
    {"date",
     kDateAliases,
     "D",
     FieldKind::date,
     "when it was published",
     [](const Article& a, const FieldVisitor& visit) {
         if (a.published) visit(to_iso(*a.published));
     }},
};

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

std::string with_single_blanks(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!blank) {
            out.push_back(c);
        } else if (!out.empty() && out.back() != ' ') {
            out.push_back(' ');
        }
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

std::string fold_case(const std::string& text) {
    if (std::all_of(text.begin(), text.end(), [](char c) {
            return static_cast<unsigned char>(c) < 0x80;
        })) {
        return lower(text);
    }
    std::string out;
    icu::UnicodeString::fromUTF8(text).foldCase().toUTF8String(out);
    return out;
}

// How many bytes a term takes in the engine's keys, where zero bytes count twice.
std::size_t key_bytes(std::string_view term) {
    return term.size() + static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0'));
}

std::string within_key_limit(std::string term) {
    if (key_bytes(term) <= kTermBytesMax) return term;
    const std::string tail = fmt::format("#{:016x}", hash64(term));
    std::erase(term, '\0');
    return std::string(utf8_prefix(term, kTermBytesMax - tail.size())) + tail;
}

bool has_name(const Field& field, std::string_view name) {
    return field.name == name ||
           std::find(field.aliases.begin(), field.aliases.end(), name) != field.aliases.end();
}

// RFC 3986, section 3.1. Keeps "/go?to=http://elsewhere/" from having a host.
bool is_scheme(std::string_view text) {
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const auto other = [](char c) {
        return (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
    };
    return !text.empty() && letter(text.front()) &&
           std::all_of(text.begin(), text.end(), [&](char c) { return letter(c) || other(c); });
}

// The digits of an ISO text up to its zone, so that dates of any precision sort as text.
std::string slot_digits(std::string_view iso) {
    std::string digits;
    for (const char c : iso) {
        if (c == 'Z') break;
        if (c >= '0' && c <= '9') digits.push_back(c);
    }
    return digits;
}

Date in_utc(Date date) {
    date.offset_minutes = 0;
    return date;
}

}  // namespace

std::span<const Field> fields() {
    return kFields;
}

const Field* find_field(std::string_view name) {
    const std::string wanted = lower(name);
    const auto found =
        std::find_if(std::begin(kFields), std::end(kFields), [&](const Field& field) {
            return has_name(field, wanted);
        });
    return found == std::end(kFields) ? nullptr : found;
}

std::string date_slot_value(const Date& date) {
    return slot_digits(to_iso(in_utc(date)));
}

namespace {

constexpr char kAuthorsSeparator = '\x1f';

}  // namespace

std::string authors_value(const std::vector<std::string>& authors) {
    constexpr std::size_t kBytesMax = std::size_t{64} << 10;
    std::string value;
    for (const std::string& author : authors) {
        if (author.empty()) continue;
        if (value.size() + 1 + author.size() > kBytesMax) break;
        if (!value.empty()) value += kAuthorsSeparator;
        value += author;
    }
    return value;
}

void each_author(std::string_view value, const FieldVisitor& visit) {
    while (!value.empty()) {
        const std::size_t end = std::min(value.find(kAuthorsSeparator), value.size());
        if (end > 0) visit(value.substr(0, end));
        value.remove_prefix(std::min(end + 1, value.size()));
    }
}

std::string exact_term(const Field& field, std::string_view value) {
    std::string term(field.prefix);
    if (field.prefix == "Q") {
        term += value;
    } else {
        const std::string folded = fold_case(with_single_blanks(value));
        // A colon tells a long prefix from a value that starts like one (Omega's convention).
        if (field.prefix.size() > 1 && !folded.empty() &&
            (folded[0] == ':' || (folded[0] >= 'A' && folded[0] <= 'Z'))) {
            term += ':';
        }
        term += folded;
    }
    return within_key_limit(std::move(term));
}

std::vector<std::string> date_terms(const Date& date) {
    const std::string digits = date_slot_value(date);
    std::vector<std::string> terms = {"Y" + digits.substr(0, 4)};
    if (digits.size() >= 6) terms.push_back("M" + digits.substr(0, 6));
    if (digits.size() >= 8) terms.push_back("D" + digits.substr(0, 8));
    return terms;
}

std::string host_of(std::string_view url) {
    const auto scheme = url.find("://");
    if (scheme == std::string_view::npos || !is_scheme(url.substr(0, scheme))) return {};
    std::string_view host = url.substr(scheme + 3);
    host = host.substr(0, host.find_first_of("/?#\\"));
    if (const auto at = host.rfind('@'); at != std::string_view::npos) host.remove_prefix(at + 1);
    // The colons inside the brackets of an IPv6 address are no port.
    const auto bracket = host.find(']');
    host = host.substr(0, host.find(':', bracket == std::string_view::npos ? 0 : bracket));
    std::string name = lower(host);
    if (name.starts_with("www.")) name.erase(0, 4);
    return name;
}

}  // namespace broadsheet
