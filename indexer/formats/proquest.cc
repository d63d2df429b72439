#include "indexer/formats/proquest.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "common/ascii.h"
#include "common/dates/date_layout.h"
#include "common/dates/date_parser.h"
#include "common/text/language.h"
#include "indexer/formats/byline.h"
#include "indexer/formats/labelled_text.h"
#include "indexer/formats/newsml_parts.h"
#include "indexer/formats/paragraphs.h"

namespace broadsheet {

namespace {

constexpr std::size_t kNowhere = std::string_view::npos;
constexpr std::size_t kRuleLength = 20;

// A line of underscores parts the records of ProQuest, "Record: 2" those of EBSCO.
LineMark mark(std::string_view line) {
    line = trimmed(line);
    if (line.size() >= kRuleLength && line.find_first_not_of('_') == kNowhere)
        return LineMark::ends_record;
    const bool numbered = line.starts_with("Record: ") && line.size() <= 20 &&
                          line.find_first_not_of("0123456789", 8) == kNowhere;
    return numbered ? LineMark::starts_record : LineMark::none;
}

// The labels of both, and what they are; "skip" for what an article has no field for.
constexpr std::array<std::pair<std::string_view, std::string_view>, 70> kLabels = {{
    {"Title", "title"},
    {"Author", "author"},
    {"Authors", "author"},
    {"Byline", "author"},
    {"Author/By line", "author"},
    {"Publication title", "source"},
    {"Publication info", "info"},
    {"Source", "info"},
    {"Publication date", "date"},
    {"Pub date", "date"},
    {"Date", "date"},
    {"Publication year", "year"},
    {"Section", "section"},
    {"Abstract", "deck"},
    {"Full text", "body"},
    {"Full Text", "body"},
    {"Text", "body"},
    {"Subject", "tags"},
    {"Subject Terms", "tags"},
    {"Subjects", "tags"},
    {"Identifier / keyword", "tags"},
    {"People", "tags"},
    {"Company / organization", "tags"},
    {"Location", "places"},
    {"Geographic Terms", "places"},
    {"Dateline", "dateline"},
    {"Language of publication", "language"},
    {"Language", "language"},
    {"ProQuest document ID", "id"},
    {"Accession number", "id"},
    {"Accession Number", "id"},
    {"Document URL", "url"},
    {"Persistent link to this record", "url"},
    {"Caption", "caption"},
    {"Illustration", "skip"},
    {"Links", "skip"},
    {"ProQuest document link", "skip"},
    {"Record", "skip"},
    {"Volume", "skip"},
    {"Issue", "skip"},
    {"Pages", "skip"},
    {"First page", "skip"},
    {"Number of pages", "skip"},
    {"Publisher", "skip"},
    {"Place of publication", "skip"},
    {"Country of publication", "skip"},
    {"Publication subject", "skip"},
    {"ISSN", "skip"},
    {"e-ISSN", "skip"},
    {"CODEN", "skip"},
    {"ISBN", "skip"},
    {"Source type", "skip"},
    {"Document type", "skip"},
    {"Document Type", "skip"},
    {"Document feature", "skip"},
    {"Document features", "skip"},
    {"Classification", "skip"},
    {"Copyright", "skip"},
    {"Last updated", "skip"},
    {"Database", "skip"},
    {"Contact us at", "skip"},
    {"Terms and Conditions", "skip"},
    {"Credit", "skip"},
    {"Column", "skip"},
    {"Edition", "skip"},
    {"Full Text Word Count", "skip"},
    {"Word count", "skip"},
    {"Entry date", "skip"},
    {"Publication Type", "skip"},
    {"Company Entity", "skip"},
}};

std::string_view label_name(std::string_view word) {
    for (const auto& [label, name] : kLabels) {
        if (word == label) return name;
    }
    return {};
}

// "Daily Coast, Late Edition; Port Amber, N.C. [Port Amber, N.C]30 Apr 2019: A.1." gives paper and
// day; so does EBSCO's "Daily Coast. 4/30/2019, pA1."
void read_info(const std::string& text, Article& article) {
    const std::size_t bracket = text.rfind(']');
    if (bracket != kNowhere) {
        const std::string_view behind = std::string_view(text).substr(bracket + 1);
        article.published = parse_date(behind.substr(0, behind.find(':')));
        set_if_empty(article.source, text.substr(0, text.find_first_of(";[")));
    } else {
        set_if_empty(article.source, text.substr(0, text.find_first_of(";.")));
        // EBSCO writes the month first, as 4/30/2019.
        const std::size_t date = text.find(". ");
        if (date != kNowhere && !article.published) {
            const std::string_view behind = std::string_view(text).substr(date + 2);
            const std::string_view day = behind.substr(0, behind.find(','));
            article.published = parse_date_in_layout(day, "%m/%d/%Y");
            if (!article.published) article.published = parse_date(day);
        }
    }
    while (!article.source.empty() && article.source.back() == ' ')
        article.source.pop_back();
}

// "Doe, Jane; Roe, John" the other way round.
void read_authors(std::string text, Article& article) {
    while (!text.empty() && (text.back() == '.' || text.back() == ' '))
        text.pop_back();
    if (text.empty()) return;
    set_if_empty(article.byline, text);
    for (const std::string& name : terms_of(text)) {
        const std::size_t comma = name.find(", ");
        const bool turned = comma != kNowhere && name.find(',', comma + 1) == kNowhere;
        if (turned) {
            add_once(article.authors, name.substr(comma + 2) + ' ' + name.substr(0, comma));
        } else {
            for (std::string& author : authors_of(name))
                add_once(article.authors, std::move(author));
        }
    }
}

// Takes one record apart.
class RecordReader {
public:
    Article read(std::string_view record) {
        for (const LabelledBlock& block : labelled_blocks(record, label_name)) {
            if (!block.label.empty()) {
                read_label(block);
            } else if (in_body_) {
                add_paragraphs(article_, block.text);
            } else if (!labelled_ && first_.empty()) {
                const std::string text = clean_text(block.text);
                const bool counter = text.starts_with("Document ") && text.find(" of ") != kNowhere;
                if (!counter) first_ = text;
            }
        }
        set_if_empty(article_.headline, first_);
        return std::move(article_);
    }

    [[nodiscard]] bool is_labelled() const { return labelled_; }

private:
    void read_label(const LabelledBlock& block) {
        const std::string text = clean_text(block.text);
        const std::string_view name = block.label;
        labelled_ = true;
        in_body_ = name == "body";
        if (in_body_) {
            add_paragraphs(article_, block.text);
        } else if (name == "title") {
            article_.headline = text;
        } else if (name == "author") {
            read_authors(text, article_);
        } else if (name == "source") {
            article_.source = text;
        } else if (name == "info") {
            read_info(text, article_);
        } else if (name == "date" || (name == "year" && !article_.published)) {
            if (const auto date = parse_date(text)) article_.published = date;
        } else if (name == "section") {
            set_if_empty(article_.section, text);
        } else if (name == "deck") {
            set_if_empty(article_.deck, text);
        } else if (name == "tags" || name == "places") {
            for (std::string& term : terms_of(text))
                add_once(name == "tags" ? article_.tags : article_.places, std::move(term));
        } else if (name == "language") {
            article_.language = language_code(text);
        } else if (name == "id") {
            set_if_empty(article_.id, text);
        } else if (name == "url") {
            set_if_empty(article_.url, text);
        } else if (name == "caption" && !text.empty()) {
            article_.captions.push_back({text, ""});
        }
    }

    Article article_;
    std::string first_;
    bool labelled_ = false;
    bool in_body_ = false;
};

class ProQuest : public Format {
public:
    [[nodiscard]] std::string_view name() const override { return "proquest"; }

    [[nodiscard]] std::string_view help() const override {
        return "text exports of ProQuest and EBSCO, many articles in a file";
    }

    // Words of the services, and two labels at least.
    [[nodiscard]] int taste(const Sample& sample) const override {
        const std::string_view head = sample.head;
        const auto has = [&](std::string_view text) { return head.find(text) != kNowhere; };
        const bool proquest = has("\nProQuest document ID:") || has("ProQuest document link") ||
                              has("Report Information from ProQuest") ||
                              (has("____________________") && has("\nPublication title:"));
        if (proquest && (has("\nFull text:") || has("\nPublication date:"))) return 88;
        const bool ebsco =
            head.starts_with("Record: 1") || has("\nRecord: 1\n") || has("\nRecord: 1\r\n");
        return ebsco && has("\nTitle:") && has("\nSource:") ? 86 : 0;
    }

    [[nodiscard]] std::size_t cut(std::string_view bytes) const override {
        return cut_behind_record(bytes, mark);
    }

    void read(const Piece& piece, ArticleSink& sink) const override {
        for_each_record(piece, mark, [&](std::string_view record, std::uint64_t position) {
            if (mark(record) == LineMark::ends_record) return;  // a rule behind a rule
            RecordReader reader;
            Article article = reader.read(record);
            if (!reader.is_labelled() || (article.paragraphs.empty() && !article.published))
                return give_cover_page(position, sink);
            give_item(std::move(article), position, sink, "record");
        });
    }
};

}  // namespace

const Format& proquest_format() {
    static const ProQuest kFormat;
    return kFormat;
}

}  // namespace broadsheet
