#include "indexer/formats/reuters_sgml.h"

#include <algorithm>
#include <array>
#include <optional>

#include "common/ascii.h"
#include "common/dates/date_parser.h"
#include "indexer/formats/byline.h"
#include "indexer/formats/dateline.h"
#include "indexer/formats/entities.h"
#include "indexer/formats/paragraphs.h"
#include "indexer/formats/sgml_elements.h"
#include "indexer/formats/text_encoding.h"

namespace broadsheet {

namespace {

constexpr std::string_view kOpen = "<REUTERS";
constexpr std::string_view kClose = "</REUTERS>";
constexpr std::size_t kNowhere = std::string_view::npos;
constexpr std::size_t kHeadlineBytesMax = 250;

// The collection puts this where a bulletin has no text at all.
constexpr std::string_view kNoBody = "blah blah blah.";

std::string text_of(std::string_view record, std::string_view element) {
    const auto content = sgml_element(record, element);
    return content ? clean_text(decode_entities(*content)) : std::string();
}

// <D>cocoa</D><D>grain</D>
void add_list(std::string_view record, std::string_view element, std::vector<std::string>& out) {
    std::string_view rest = sgml_element(record, element).value_or("");
    for (std::size_t at = rest.find("<D>"); at != kNowhere; at = rest.find("<D>")) {
        rest.remove_prefix(at + 3);
        std::string item = clean_text(decode_entities(rest.substr(0, rest.find("</D>"))));
        if (!item.empty()) out.push_back(std::move(item));
    }
}

// Takes away the service's sign-off, a last line of " Reuter", and the control characters after it.
std::string_view without_sign_off(std::string_view text) {
    const auto is_end_noise = [](char c) { return static_cast<unsigned char>(c) <= ' '; };
    const auto strip = [&] {
        while (!text.empty() && is_end_noise(text.back()))
            text.remove_suffix(1);
    };
    strip();
    const std::size_t line = text.find_last_of('\n');
    const std::string_view last = trimmed(text.substr(line == kNowhere ? 0 : line));
    if (equals_ignoring_case(last, "reuter") || equals_ignoring_case(last, "reuters")) {
        text.remove_suffix(text.size() - (line == kNowhere ? 0 : line));
        strip();
    }
    return text;
}

// "161125******" before a flash: its time and priority.
std::string_view without_flash_mark(std::string_view text) {
    const std::size_t stars = text.find_first_not_of("0123456789 \n");
    if (stars == kNowhere || text[stars] != '*') return text;
    const std::size_t start = text.find_first_not_of('*', stars);
    return start == kNowhere ? std::string_view() : text.substr(start);
}

bool is_in_capitals(std::string_view text) {
    const auto small = std::count_if(text.begin(), text.end(), [](char c) {
        return is_ascii_letter(c) && !is_ascii_upper(c);
    });
    const auto capitals = std::count_if(text.begin(), text.end(), is_ascii_upper);
    return capitals >= 3 && small * 2 <= capitals;
}

// Where "PLACE, March 16 - " follows a headline on the same line, the offset of the place: its last
// word in capitals, with the word before it for places that have two.
std::size_t place_after_headline(std::string_view text) {
    constexpr std::array<std::string_view, 16> kFirstHalves = {
        "NEW",
        "LOS",
        "SAN",
        "SAO",
        "HONG",
        "TEL",
        "BUENOS",
        "KUALA",
        "ABU",
        "SANTA",
        "PORT",
        "WEST",
        "EAST",
        "ST.",
        "RIO",
        "THE"};
    const std::size_t dash = text.substr(0, kHeadlineBytesMax).find(" - ");
    if (dash == kNowhere) return kNowhere;
    const std::size_t comma = text.substr(0, dash).find(',');
    if (comma == kNowhere || comma == 0) return kNowhere;
    std::size_t start = text.find_last_of(' ', comma - 1);
    if (start == kNowhere || !is_in_capitals(text.substr(start, comma - start))) return kNowhere;
    const std::size_t before = start == 0 ? kNowhere : text.find_last_of(' ', start - 1);
    if (before != kNowhere) {
        const std::string_view word = text.substr(before + 1, start - before - 1);
        if (std::find(kFirstHalves.begin(), kFirstHalves.end(), word) != kFirstHalves.end())
            start = before;
    }
    return start + 1;
}

// An article without tags inside: a headline in capitals, then indented paragraphs, or a dateline
// right behind the headline.
void read_unprocessed(std::string_view text, Article& article) {
    article.paragraphs = paragraphs_of(text, Indent::starts_paragraph);
    if (article.paragraphs.empty()) return;
    std::string& first = article.paragraphs.front();
    if (is_in_capitals(first) && first.size() <= kHeadlineBytesMax) {
        article.headline = first;
        article.paragraphs.erase(article.paragraphs.begin());
        if (article.paragraphs.size() > 1 && article.paragraphs.front() == "repeat")
            article.paragraphs.erase(article.paragraphs.begin());
    } else if (const std::size_t place = place_after_headline(first);
               place != kNowhere && place > 8) {
        article.headline = std::string(trimmed(std::string_view(first).substr(0, place)));
        first.erase(0, place);
    }
    if (!article.paragraphs.empty()) article.dateline = take_dateline(article.paragraphs.front());
}

void read_text(std::string_view record, Article& article) {
    const std::string_view text = sgml_element(record, "TEXT").value_or("");
    if (article.byline = text_of(text, "AUTHOR"); !article.byline.empty())
        article.authors = authors_of(article.byline);
    article.headline = text_of(text, "TITLE");
    if (const auto dateline = sgml_element(text, "DATELINE"))
        article.dateline = parse_dateline(decode_entities(*dateline));
    if (const auto body = sgml_element(text, "BODY")) {
        const std::string decoded = decode_entities(*body);
        article.paragraphs = paragraphs_of(without_sign_off(decoded), Indent::starts_paragraph);
        return;
    }
    const std::size_t title_end = text.find("</TITLE>");
    const std::size_t start = title_end == kNowhere ? 0 : title_end + 8;
    const std::string decoded = decode_entities(text.substr(start));
    const std::string_view rest = without_flash_mark(without_sign_off(decoded));
    if (title_end == kNowhere) {
        read_unprocessed(rest, article);
    } else if (!equals_ignoring_case(trimmed(rest), kNoBody)) {
        article.paragraphs = paragraphs_of(rest, Indent::starts_paragraph);
    }
}

// Some dates are followed by control characters or a remark, and one has an impossible time.
std::optional<Date> date_of(std::string_view text) {
    text = trimmed(text.substr(0, text.find_first_of("&#")));
    if (const auto date = parse_date(text)) return date;
    return parse_date(text.substr(0, text.find(' ')));
}

// `record` runs from "<REUTERS" to before "</REUTERS>".
Article read_article(std::string_view record) {
    Article article;
    const std::string_view tag = record.substr(0, record.find('>'));
    if (const std::string_view id = sgml_attribute(tag, "NEWID"); !id.empty())
        article.id = "reuters-21578-" + clean_text(id);
    article.source = "Reuters";
    article.published = date_of(sgml_element(record, "DATE").value_or(""));
    for (const std::string_view list : {"TOPICS", "PEOPLE", "ORGS", "EXCHANGES", "COMPANIES"})
        add_list(record, list, article.tags);
    add_list(record, "PLACES", article.places);
    read_text(record, article);
    return article;
}

// One article of the collection has a number and a date and no text; it counts as one.
bool says_anything(const Article& article) {
    return !article.id.empty() || !article.headline.empty() || !article.paragraphs.empty();
}

class ReutersSgml : public Format {
public:
    [[nodiscard]] std::string_view name() const override { return "reuters-sgml"; }

    [[nodiscard]] std::string_view help() const override {
        return "Reuters-21578 articles in SGML: <REUTERS> ... </REUTERS>";
    }

    [[nodiscard]] int taste(const Sample& sample) const override {
        const std::size_t open = sample.head.substr(0, 4096).find(kOpen);
        if (open == kNowhere) return 0;
        return sample.head.find("NEWID=", open) != kNowhere ? 95 : 60;
    }

    [[nodiscard]] std::size_t cut(std::string_view bytes) const override {
        const std::size_t close = bytes.rfind(kClose);
        return close == kNowhere ? 0 : close + kClose.size();
    }

    void read(const Piece& piece, ArticleSink& sink) const override {
        const std::string_view bytes = piece.bytes;
        std::size_t at = bytes.find(kOpen);
        while (at != kNowhere) {
            const std::size_t next = bytes.find(kOpen, at + 1);
            std::string_view record = bytes.substr(at, std::min(next, bytes.size()) - at);
            record = record.substr(0, record.find(kClose));
            read_record(record, piece.offset + at, sink);
            at = next;
        }
    }

private:
    static void read_record(std::string_view bytes, std::uint64_t position, ArticleSink& sink) {
        const Utf8Text record = to_utf8(bytes, "UTF-8");
        Article article = read_article(record.view());
        if (!says_anything(article)) {
            sink.problem(ProblemKind::malformed, position, "there is no text between its tags");
            return;
        }
        article.origin.position = position;
        sink.article(std::move(article));
    }
};

}  // namespace

const Format& reuters_sgml_format() {
    static const ReutersSgml kFormat;
    return kFormat;
}

}  // namespace broadsheet
