#include "indexer/formats/trec_record.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/ascii.h"
#include "common/dates/date_parser.h"
#include "indexer/formats/byline.h"
#include "indexer/formats/dateline.h"
#include "indexer/formats/field_names.h"
#include "indexer/formats/html_body.h"
#include "indexer/formats/paragraphs.h"
#include "indexer/formats/sgml_elements.h"

namespace broadsheet {

namespace {

constexpr std::size_t kNowhere = std::string_view::npos;

using Names = std::initializer_list<std::string_view>;

/// A record without its text, so that a long body is not searched for the elements around it: the
/// agencies' are before it, some newspapers' behind.
class Header {
public:
    explicit Header(std::string_view record) {
        const std::size_t text = find_open_tag(record, "TEXT");
        parts_[0] = record.substr(0, text);
        constexpr std::string_view kEnd = "</TEXT>";
        const std::size_t end = record.rfind(kEnd);
        if (end != kNowhere && end > parts_[0].size()) parts_[1] = record.substr(end + kEnd.size());
    }

    /// What stands in the first of these elements that has text.
    [[nodiscard]] std::string_view markup(Names names) const {
        for (const std::string_view name : names) {
            for (const std::string_view part : parts_) {
                const auto content = sgml_element(part, name);
                if (content && !clean_text(sgml_text(*content)).empty()) return *content;
            }
        }
        return {};
    }

    /// The same as text on one line.
    [[nodiscard]] std::string text(Names names) const {
        return clean_text(sgml_text(markup(names)));
    }

    /// The texts of all elements of a name before the body.
    [[nodiscard]] std::vector<std::string> texts(std::string_view name) const {
        std::vector<std::string> out;
        for (const std::string_view content : sgml_elements(parts_[0], name)) {
            std::string text = clean_text(sgml_text(content));
            if (!text.empty()) out.push_back(std::move(text));
        }
        return out;
    }

private:
    std::array<std::string_view, 2> parts_ = {};
};

std::optional<Date> six_digit_date(std::string_view digits) {
    const auto number = [&](std::size_t at) {
        return (digits[at] - '0') * 10 + digits[at + 1] - '0';
    };
    const int year = number(0);
    return make_date(year + (year < 50 ? 2000 : 1900), number(2), number(4));
}

// "910514", "January 1, 1989, Sunday, Home Edition", "15 March 1994": as much of it, comma by comma
// from the end, as is a date.
std::optional<Date> lenient_date(std::string_view text) {
    text = trimmed(text);
    if (text.size() == 6 && std::all_of(text.begin(), text.end(), is_ascii_digit))
        return six_digit_date(text);
    for (int attempt = 0; attempt < 5 && !text.empty(); ++attempt) {
        if (const auto date = parse_date(text)) return date;
        const std::size_t comma = text.find_last_of(',');
        if (comma == kNowhere) break;
        text = trimmed(text.substr(0, comma));
    }
    return std::nullopt;
}

// The numbers of the news agencies' documents are dates: AP880212-0001, NYT_ENG_20050101.0042.
std::optional<Date> date_of_number(std::string_view number) {
    const std::size_t first = number.find_first_of("0123456789");
    if (first == kNowhere || first < 2) return std::nullopt;
    const std::size_t end = number.find_first_not_of("0123456789", first);
    if (end == kNowhere || (number[end] != '-' && number[end] != '.')) return std::nullopt;
    const std::string_view digits = number.substr(first, end - first);
    if (digits.size() == 6) return six_digit_date(digits);
    return digits.size() == 8 ? parse_date(digits) : std::nullopt;
}

void append(std::string& text, std::string_view more, std::string_view between) {
    if (!text.empty() && !more.empty()) text.append(between);
    text.append(more);
}

// The Financial Times has its name and the date before each headline: "FT  14 MAY 91 / Fog again".
std::string_view without_date(std::string_view headline) {
    constexpr std::size_t kShortMax = 20;
    const std::size_t slash = headline.find(" / ");
    const std::size_t blank = headline.find(' ');
    if (slash == kNowhere || slash > kShortMax || blank >= slash) return headline;
    const std::string_view date = trimmed(headline.substr(blank, slash - blank));
    return parse_date(date) ? headline.substr(slash + 3) : headline;
}

bool is_rule(std::string_view line) {
    return line.size() > 1 && line.find_first_not_of('-') == kNowhere;
}

// The Wall Street Journal's <HL>: lines, or parts between at signs, where rules divide the headline
// from lines under it and from the byline; "Technology:" before it is a kicker.
void read_lines_of_headline(std::string_view markup, Article& article) {
    std::string lines = sgml_text(markup);
    std::replace(lines.begin(), lines.end(), '@', '\n');
    bool under = false;
    for (const std::string& line : lines_of(lines)) {
        if (is_rule(line)) {
            under = true;
        } else if (under && (!article.byline.empty() || is_byline(line))) {
            append(article.byline, line, ", ");
        } else if (under) {
            append(article.deck, line, " ");
        } else if (article.headline.empty() && article.section.empty() && line.ends_with(':')) {
            article.section = line.substr(0, line.size() - 1);
        } else {
            append(article.headline, line, " ");
        }
    }
    if (article.headline.empty()) article.headline = std::exchange(article.section, {});
}

// An agency's second headline stands under the first; notes to editors do not.
void read_headlines(const Header& header, Article& article) {
    if (const std::string_view lines = header.markup({"HL"}); !lines.empty())
        return read_lines_of_headline(lines, article);
    article.headline =
        without_date(header.text({"HEADLINE", "HEAD", "TI", "TITLE", "TTL", "H3", "CONTENTTITLE"}));
    article.deck = header.text({"SUMMARY", "ABSTRACT"});
    const std::vector<std::string> heads = header.texts("HEAD");
    for (std::size_t i = 1; i < heads.size(); ++i) {
        const bool note = heads[i].starts_with("With ") || heads[i].starts_with("Ed");
        if (!note && heads[i] != article.headline) append(article.deck, heads[i], " ");
    }
}

// "AM-Harbor-Strike, Bjt,0443" is what an agency's editors call the story, in the cycle of a day.
void read_slug(const Header& header, Article& article) {
    const std::string line = header.text({"SECOND", "SLUG"});
    std::string_view slug = std::string_view(line).substr(0, line.find(','));
    for (const std::string_view cycle : {"AM-", "PM-", "BC-", "APN-"}) {
        if (slug.starts_with(cycle)) slug.remove_prefix(cycle.size());
    }
    slug = slug.substr(std::min(slug.find_first_not_of('-'), slug.size()));
    if (!slug.empty() && slug.find(' ') == kNowhere) article.tags.emplace_back(slug);
}

// A list with marks between, or a line for each: "MERGERS, ACQUISITIONS (TNM)", the code of an
// industry, is one.
void read_subjects(const Header& header, Article& article) {
    const std::string list = sgml_text(header.markup({"SUBJECT", "DESCRIPT", "KEYWORD", "IN"}));
    const bool lines = list.find(';') == kNowhere && list.find(')') != kNowhere;
    if (!lines) return add_list_items(article.tags, clean_text(list));
    for (std::string& line : lines_of(list)) {
        if (line.ends_with(')')) line.resize(std::min(line.rfind(" ("), line.size()));
        article.tags.push_back(std::move(line));
    }
}

// Text with <P> or with blank lines and indents; other tags are inside paragraphs.
std::vector<std::string> paragraphs_of_markup(std::string_view markup) {
    std::string marked;
    std::size_t at = 0;
    for (std::size_t tag = find_open_tag(markup, "P"); tag != kNowhere;
         tag = find_open_tag(markup, "P", tag + 1)) {
        marked.append(markup.substr(at, tag - at)).append("\n\n");
        at = tag;
    }
    marked.append(markup.substr(at));
    const std::string text = sgml_text(marked);
    if (at > 0) return paragraphs_of(text);
    // As on the wire an indent begins a paragraph, unless all lines have one.
    bool full_line = false;
    for (std::string_view rest = text; !rest.empty();) {
        const std::string_view line = take_line(rest);
        full_line = full_line || (!line.empty() && !is_ascii_blank(line.front()));
    }
    return paragraphs_of(
        text, full_line ? Indent::starts_paragraph : Indent::tells_where_most_lines_are_not
    );
}

void read_captions(const Header& header, Article& article) {
    for (std::string& text : paragraphs_of_markup(header.markup({"GRAPHIC", "CAPTION"})))
        article.captions.push_back({std::move(text), ""});
}

void read_header(const Header& header, Article& article) {
    article.section = header.text({"SECTION"});
    read_headlines(header, article);
    article.source = header.text({"SO", "PUB", "SOURCE"});
    // "WALL STREET JOURNAL (J), PAGE A1"
    article.source.resize(std::min(article.source.find(" (J)"), article.source.size()));
    if (std::string byline = header.text({"BYLINE", "AUTHOR"}); !byline.empty())
        article.byline = std::move(byline);
    article.authors = authors_of(article.byline);
    article.dateline = parse_dateline(header.text({"DATELINE"}));
    article.published =
        lenient_date(header.text({"DATE_TIME", "DATE", "DATE1", "DD", "PUBDATE", "PUB_DATE"}));
    if (!article.published) article.published = date_of_number(article.id);
    read_subjects(header, article);
    if (std::string url = header.text({"URL"}); url.starts_with("http"))
        article.url = std::move(url);
    read_slug(header, article);
    read_captions(header, article);
}

// A page in the manner of the web tracks: its address in the header, then HTML.
void read_page(std::string_view record, Article& article) {
    const auto header = sgml_element(record, "DOCHDR");
    const std::size_t header_end = find_ignoring_case(record, "</DOCHDR>");
    const std::size_t number_end = find_ignoring_case(record, "</DOCNO>");
    std::size_t start = 0;
    if (number_end != kNowhere) start = number_end + 8;
    if (header_end != kNowhere) start = header_end + 9;
    if (header) {
        std::string_view rest = trimmed(*header);
        const std::string_view address = take_line(rest);
        if (address.find("://") != kNowhere)
            article.url = clean_text(address.substr(0, address.find(' ')));
    }
    article.paragraphs = body_paragraphs(record.substr(start));
}

void add_paragraphs(std::string_view markup, Article& article) {
    for (std::string& paragraph : paragraphs_of_markup(markup))
        article.paragraphs.push_back(std::move(paragraph));
}

void read_body(std::string_view record, Article& article) {
    const std::string_view before = record.substr(0, find_open_tag(record, "TEXT"));
    bool found = false;
    for (const std::string_view name : {"LEADPARA", "LP"}) {
        if (const auto lead = sgml_element(before, name)) {
            found = true;
            add_paragraphs(*lead, article);
        }
    }
    for (const std::string_view text : sgml_elements(record, "TEXT")) {
        found = true;
        add_paragraphs(text, article);
    }
    if (!found) {
        auto body = sgml_element(record, "BODY");
        if (!body) body = sgml_element(record, "CONTENT");
        if (body) {
            article.paragraphs = paragraphs_of_markup(*body);
        } else {
            read_page(record, article);
        }
    }
    if (article.dateline.empty() && !article.paragraphs.empty())
        article.dateline = take_dateline(article.paragraphs.front());
}

}  // namespace

Article read_trec_record(std::string_view record) {
    const Header header(record);
    Article article;
    article.id = header.text({"DOCNO", "DOCID"});
    if (article.id.empty())
        article.id = clean_text(sgml_attribute(record.substr(0, record.find('>')), "id"));
    read_header(header, article);
    read_body(record, article);
    return article;
}

}  // namespace broadsheet
