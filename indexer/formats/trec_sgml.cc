#include "indexer/formats/trec_sgml.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>

#include "common/ascii.h"
#include "common/dates/date_parser.h"
#include "indexer/formats/byline.h"
#include "indexer/formats/dateline.h"
#include "indexer/formats/entities.h"
#include "indexer/formats/field_names.h"
#include "indexer/formats/html_body.h"
#include "indexer/formats/paragraphs.h"
#include "indexer/formats/sgml_elements.h"
#include "indexer/formats/text_encoding.h"

namespace broadsheet {

namespace {

constexpr std::size_t kNowhere = std::string_view::npos;
constexpr std::string_view kClose = "</DOC>";

using Names = std::initializer_list<std::string_view>;

// The text of the first of these elements that has any.
std::string first_text(std::string_view record, Names names) {
    for (const std::string_view name : names) {
        const auto content = sgml_element(record, name);
        std::string text = content ? clean_text(sgml_text(*content)) : std::string();
        if (!text.empty()) return text;
    }
    return {};
}

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
    return paragraphs_of(sgml_text(marked));
}

void read_header(std::string_view record, Article& article) {
    article.headline = first_text(record, {"HEADLINE", "HEAD", "HL", "TI", "TITLE", "TTL", "H3"});
    article.source = first_text(record, {"SO", "PUB", "SOURCE"});
    // "WALL STREET JOURNAL (J), PAGE A1"
    article.source.resize(std::min(article.source.find(" (J)"), article.source.size()));
    article.section = first_text(record, {"SECTION"});
    article.byline = first_text(record, {"BYLINE", "AUTHOR"});
    article.authors = authors_of(article.byline);
    article.dateline = parse_dateline(first_text(record, {"DATELINE"}));
    article.published =
        lenient_date(first_text(record, {"DATE_TIME", "DATE", "DATE1", "DD", "PUBDATE", "PUB_DATE"})
        );
    if (!article.published) article.published = date_of_number(article.id);
    add_list_items(article.tags, first_text(record, {"SUBJECT", "DESCRIPT", "KEYWORD", "IN"}));
    if (std::string caption = first_text(record, {"GRAPHIC", "CAPTION"}); !caption.empty())
        article.captions.push_back({std::move(caption), ""});
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

void read_body(std::string_view record, Article& article) {
    bool found = false;
    for (const std::string_view name : {"LEADPARA", "LP", "TEXT"}) {
        const auto content = sgml_element(record, name);
        if (!content) continue;
        found = true;
        for (std::string& paragraph : paragraphs_of_markup(*content))
            article.paragraphs.push_back(std::move(paragraph));
    }
    if (!found) {
        if (const auto body = sgml_element(record, "BODY")) {
            article.paragraphs = paragraphs_of_markup(*body);
        } else {
            read_page(record, article);
        }
    }
    if (article.dateline.empty() && !article.paragraphs.empty())
        article.dateline = take_dateline(article.paragraphs.front());
}

Article read_article(std::string_view record) {
    Article article;
    article.id = first_text(record, {"DOCNO", "DOCID"});
    if (article.id.empty())
        article.id = clean_text(sgml_attribute(record.substr(0, record.find('>')), "id"));
    // The header is what stands before the text, so that long bodies are not searched for it.
    const std::size_t text = find_open_tag(record, "TEXT");
    read_header(record.substr(0, text), article);
    read_body(record, article);
    return article;
}

class TrecSgml : public Format {
public:
    [[nodiscard]] std::string_view name() const override { return "trec-sgml"; }

    [[nodiscard]] std::string_view help() const override {
        return "TREC collections: <DOC> with <DOCNO>, headline, dateline and <TEXT>";
    }

    [[nodiscard]] int taste(const Sample& sample) const override {
        const std::string_view start = sample.head.substr(0, 8192);
        const std::size_t open = find_open_tag(start, "DOC");
        if (open == kNowhere) return 0;
        const bool first = start.find_first_not_of(" \t\r\n\xEF\xBB\xBF") == open;
        const bool marked = find_open_tag(start, "DOCNO", open) != kNowhere ||
                            !sgml_attribute(start.substr(open, 400), "id").empty();
        const bool text = find_open_tag(start, "TEXT", open) != kNowhere;
        if (!marked && !text) return 0;
        return first ? 90 : marked ? 60 : 0;
    }

    [[nodiscard]] std::size_t cut(std::string_view bytes) const override {
        const std::size_t close =
            std::max(rfind_or_zero(bytes, kClose), rfind_or_zero(bytes, "</doc>"));
        return close == 0 ? 0 : close + kClose.size();
    }

    void read(const Piece& piece, ArticleSink& sink) const override {
        const std::string_view bytes = piece.bytes;
        std::size_t at = find_open_tag(bytes, "DOC");
        while (at != kNowhere) {
            const std::size_t next = find_open_tag(bytes, "DOC", at + 1);
            const std::string_view record = bytes.substr(at, std::min(next, bytes.size()) - at);
            read_record(record, piece.offset + at, sink);
            at = next;
        }
    }

private:
    static std::size_t rfind_or_zero(std::string_view bytes, std::string_view mark) {
        const std::size_t at = bytes.rfind(mark);
        return at == kNowhere ? 0 : at;
    }

    static void read_record(std::string_view bytes, std::uint64_t position, ArticleSink& sink) {
        const std::size_t close = find_ignoring_case(bytes, kClose);
        const Utf8Text record = decode_text(bytes.substr(0, close));
        Article article = read_article(record.view());
        if (article.headline.empty() && article.paragraphs.empty()) {
            sink.problem(
                ProblemKind::malformed, position, "there is no text between <DOC> and </DOC>"
            );
            return;
        }
        article.origin.position = position;
        sink.article(std::move(article));
    }
};

}  // namespace

const Format& trec_sgml_format() {
    static const TrecSgml kFormat;
    return kFormat;
}

}  // namespace broadsheet
