#include "indexer/formats/lexisnexis.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "common/ascii.h"
#include "common/dates/date_parser.h"
#include "common/text/language.h"
#include "indexer/formats/dateline.h"
#include "indexer/formats/field_names.h"
#include "indexer/formats/labelled_text.h"
#include "indexer/formats/newsml_parts.h"
#include "indexer/formats/paragraphs.h"
#include "indexer/formats/text_encoding.h"

namespace broadsheet {

namespace {

constexpr std::size_t kNowhere = std::string_view::npos;

// "12 of 250 DOCUMENTS", in the languages of the service.
bool is_counter(std::string_view line) {
    line = trimmed(line);
    if (line.size() > 40 || line.empty()) return false;
    if (starts_with_ignoring_case(line, "Dokument ") ||
        starts_with_ignoring_case(line, "Document "))
        line = trimmed(line.substr(9));
    const std::size_t digits = line.find_first_not_of("0123456789");
    if (digits == 0 || digits == kNowhere || line[digits] != ' ') return false;
    line.remove_prefix(digits + 1);
    for (const std::string_view of : {"of ", "von ", "de ", "sur ", "di ", "van "}) {
        if (!starts_with_ignoring_case(line, of)) continue;
        line.remove_prefix(of.size());
        const std::size_t total = line.find_first_not_of("0123456789");
        if (total == 0) return false;
        if (total == kNowhere) return true;
        const std::string_view noun = trimmed(line.substr(total));
        return starts_with_ignoring_case(noun, "DOCUMENT") ||
               starts_with_ignoring_case(noun, "DOKUMENT");
    }
    return false;
}

LineMark mark(std::string_view line) {
    if (trimmed(line) == "End of Document") return LineMark::ends_record;
    return is_counter(line) ? LineMark::starts_record : LineMark::none;
}

// Labels of both services, in capitals or not, and what they are.
constexpr std::array<std::pair<std::string_view, std::string_view>, 41> kLabels = {{
    {"HEADLINE", "headline"},   {"BYLINE", "byline"},
    {"AUTOR", "byline"},        {"AUTHOR", "byline"},
    {"SECTION", "section"},     {"RUBRIK", "section"},
    {"RUBRIQUE", "section"},    {"LENGTH", "length"},
    {"LÄNGE", "length"},        {"LONGUEUR", "length"},
    {"DATELINE", "dateline"},   {"HIGHLIGHT", "deck"},
    {"ABSTRACT", "deck"},       {"BODY", "body"},
    {"LOAD-DATE", "end"},       {"UPDATE", "end"},
    {"LANGUAGE", "language"},   {"SPRACHE", "language"},
    {"LANGUE", "language"},     {"GRAPHIC", "caption"},
    {"SUBJECT", "tags"},        {"PERSON", "tags"},
    {"ORGANIZATION", "tags"},   {"COMPANY", "tags"},
    {"INDUSTRY", "tags"},       {"GEOGRAPHIC", "places"},
    {"CITY", "places"},         {"STATE", "places"},
    {"COUNTRY", "places"},      {"PUBLICATION-TYPE", "end"},
    {"JOURNAL-CODE", "end"},    {"TICKER", "end"},
    {"DOCUMENT-TYPE", "end"},   {"CORRECTION", "correction"},
    {"CORRECTION-DATE", "end"}, {"URL", "url"},
    {"ACC-NO", "id"},           {"ISSN", "end"},
    {"NOTES", "end"},           {"TYPE", "length"},
    {"SERIES", "length"},
}};

std::string_view label_name(std::string_view word) {
    for (const auto& [label, name] : kLabels) {
        if (equals_ignoring_case(word, label)) return name;
    }
    return {};
}

bool is_copyright(std::string_view text) {
    text = trimmed(text);
    return starts_with_ignoring_case(text, "copyright") || text.starts_with("\xC2\xA9") ||
           starts_with_ignoring_case(text, "all rights reserved") ||
           starts_with_ignoring_case(text, "alle rechte vorbehalten") ||
           starts_with_ignoring_case(text, "tous droits r");
}

std::string without_copyright(std::string_view text) {
    std::string kept;
    while (!text.empty()) {
        const std::string_view line = take_line(text);
        if (!is_copyright(line)) kept += std::string(line) + '\n';
    }
    return kept;
}

// Takes one record apart, block after block.
class RecordReader {
public:
    Article read(std::string_view record) {
        for (const LabelledBlock& block : labelled_blocks(record, label_name)) {
            if (!block.label.empty()) {
                read_label(block);
            } else if (is_counter(trimmed(block.text))) {
                continue;
            } else if (const auto heading = heading_of(block.text); heading != Part::none) {
                part_ = heading;
                const std::size_t line = block.text.find('\n');
                if (line != kNowhere) read_plain({.text = block.text.substr(line + 1)});
            } else {
                read_plain(block);
            }
        }
        settle_headline();
        return std::move(article_);
    }

private:
    enum class Part { none, head, labels, body, graphic, end };

    // Nexis Uni puts single words over its parts.
    static Part heading_of(std::string_view text) {
        const std::string_view line = trimmed(text.substr(0, text.find('\n')));
        if (line == "Body") return Part::body;
        if (line == "Graphic") return Part::graphic;
        if (line == "Classification" || line == "Notes" || line == "End of Document")
            return Part::end;
        return Part::none;
    }

    void read_label(const LabelledBlock& block) {
        const std::string text = clean_text(block.text);
        const std::string_view name = block.label;
        const bool capitals = block.written == upper(block.written);
        if (part_ == Part::body && !capitals && name != "end")  // a sentence with a colon
            return add_paragraphs(article_, block.written + ':' + block.text);
        if (part_ == Part::head) part_ = Part::labels;
        if (name == "headline") {
            article_.headline = text;
        } else if (name == "byline") {
            set_byline(article_, text);
        } else if (name == "section") {
            set_if_empty(article_.section, text.substr(0, text.find(';')));
        } else if (name == "dateline") {
            article_.dateline = parse_dateline(text);
        } else if (name == "deck") {
            set_if_empty(article_.deck, text);
        } else if (name == "body") {
            part_ = Part::body;
            add_paragraphs(article_, block.text);
        } else if (name == "language") {
            article_.language = language_code(text.substr(0, text.find_first_of(";,")));
        } else if (name == "tags") {
            add_all(article_.tags, text);
        } else if (name == "places") {
            add_all(article_.places, text);
        } else if (name == "url") {
            set_if_empty(article_.url, text);
        } else if (name == "id") {
            set_if_empty(article_.id, text);
        } else if (name == "caption" && !text.empty()) {
            article_.captions.push_back({text, ""});
        } else if (name == "correction" && !text.empty()) {
            article_.paragraphs.push_back(text);
        }
        if (name == "end" || name == "language" || name == "caption" || name == "tags")
            part_ = name == "caption" ? Part::graphic : Part::end;
    }

    static std::string upper(std::string text) {
        std::transform(text.begin(), text.end(), text.begin(), [](char c) {
            return is_ascii_letter(c) && !is_ascii_upper(c) ? static_cast<char>(c - 'a' + 'A') : c;
        });
        return text;
    }

    void read_plain(const LabelledBlock& block) {
        switch (part_) {
            case Part::head:
                return read_head(block);
            case Part::none:
            case Part::labels:
            case Part::body:
                if (!is_copyright(block.text)) add_paragraphs(article_, block.text);
                part_ = Part::body;
                return;
            case Part::graphic:
                if (!is_copyright(block.text))
                    article_.captions.push_back({clean_text(block.text), ""});
                return;
            case Part::end:
                return;
        }
    }

    // Name of the paper, date, edition and headline stand in no label; the first three are set in
    // the middle where the headline is not.
    void read_head(const LabelledBlock& block) {
        const std::string kept = without_copyright(block.text);
        const std::string text = clean_text(kept);
        if (text.empty()) return;
        const std::string line = clean_text(std::string_view(kept).substr(0, kept.find('\n')));
        if (const auto date = parse_date(line); date && !article_.published) {
            article_.published = date;
            return;
        }
        if (!article_.published || block.indented) {
            before_date_.push_back({text, block.indented});
        } else {
            after_date_.push_back({text, block.indented});
        }
    }

    // Before the date stand the paper, and in Nexis Uni the headline above it; behind it, in the
    // older form, the headline.
    void settle_headline() {
        if (!after_date_.empty()) set_if_empty(article_.headline, after_date_.front().text);
        if (article_.headline.empty() && before_date_.size() > 1) {
            article_.headline = before_date_.front().text;
            before_date_.erase(before_date_.begin());
        }
        if (!before_date_.empty()) article_.source = before_date_.front().text;
    }

    static void add_all(std::vector<std::string>& list, std::string_view text) {
        for (std::string& term : terms_of(text))
            add_once(list, std::move(term));
    }

    struct HeadLine {
        std::string text;
        bool indented;
    };

    Article article_;
    Part part_ = Part::head;
    std::vector<HeadLine> before_date_;
    std::vector<HeadLine> after_date_;
};

class LexisNexis : public Format {
public:
    [[nodiscard]] std::string_view name() const override { return "lexisnexis"; }

    [[nodiscard]] std::string_view help() const override {
        return "text exports of LexisNexis and Nexis Uni, many articles in a file";
    }

    // A counter or an end mark on a line of its own, and labels that no one else writes.
    [[nodiscard]] int taste(const Sample& sample) const override {
        const std::string_view head = sample.head;
        static constexpr std::array<std::string_view, 7> kMarks = {
            "\nLOAD-DATE:",
            "\nLoad-Date:",
            "\nLENGTH:",
            "\nLength:",
            "\nL\xC3\x84NGE:",
            "\nL\xC4NGE:",
            "\nLONGUEUR:"};
        const bool labelled = std::any_of(kMarks.begin(), kMarks.end(), [&](std::string_view m) {
            return head.find(m) != kNowhere;
        });
        if (!labelled) return 0;
        std::string_view rest = head;
        while (!rest.empty()) {
            if (mark(take_line(rest)) != LineMark::none) return 88;
        }
        return head.find("\nLength:") != kNowhere && head.find("\nBody\n") != kNowhere ? 80 : 0;
    }

    [[nodiscard]] std::size_t cut(std::string_view bytes) const override {
        return cut_behind_record(bytes, mark);
    }

    void read(const Piece& piece, ArticleSink& sink) const override {
        for_each_record(piece, mark, [&](std::string_view record, std::uint64_t position) {
            Article article = RecordReader().read(record);
            if (article.paragraphs.empty() && !article.published)
                return give_cover_page(position, sink);
            give_item(std::move(article), position, sink, "record");
        });
    }
};

}  // namespace

const Format& lexisnexis_format() {
    static const LexisNexis kFormat;
    return kFormat;
}

}  // namespace broadsheet
