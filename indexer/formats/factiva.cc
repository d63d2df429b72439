#include "indexer/formats/factiva.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "common/ascii.h"
#include "common/dates/date_parser.h"
#include "common/text/language.h"
#include "indexer/formats/labelled_text.h"
#include "indexer/formats/newsml_parts.h"
#include "indexer/formats/paragraphs.h"

namespace broadsheet {

namespace {

constexpr std::size_t kNowhere = std::string_view::npos;

// Factiva's codes for the parts of a record.
constexpr std::array<std::string_view, 38> kCodes = {
    "SE",  "HD",  "BY", "CR", "WC", "PD",  "ET", "SN", "SC",  "ED",  "PG",  "VOL", "LA",
    "CY",  "LP",  "TD", "CT", "RF", "CO",  "IN", "NS", "RE",  "IPC", "IPD", "PUB", "AN",
    "ART", "CLM", "TI", "SO", "DE", "DLN", "GC", "NA", "PSC", "RST", "URL", "DL"};

// "LBA0000020190430ef4u000ab": the source, zeros, the day, letters and digits.
bool is_accession_number(std::string_view text) {
    return text.size() >= 20 && text.size() <= 40 && text.find("0000") != kNowhere &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return is_ascii_letter(c) || is_ascii_digit(c);
           });
}

// "Document LBA0000020190430ef4u000ab", which ends every record.
std::string_view accession_number(std::string_view line) {
    line = trimmed(line);
    if (line.starts_with("AN ")) line = trimmed(line.substr(3));
    for (const std::string_view word : {"Document ", "Dokument ", "Documento "}) {
        if (!line.starts_with(word)) continue;
        const std::string_view number = trimmed(line.substr(word.size()));
        return is_accession_number(number) ? number : std::string_view();
    }
    return {};
}

LineMark mark(std::string_view line) {
    return accession_number(line).empty() ? LineMark::none : LineMark::ends_record;
}

// The code that a line opens with, or empty.
std::string_view code_of(std::string_view line) {
    const std::size_t end = std::min(line.find_first_of(" \t"), line.size());
    if (end < 2 || end > 3) return {};
    const std::string_view word = line.substr(0, end);
    return std::find(kCodes.begin(), kCodes.end(), word) == kCodes.end() ? std::string_view()
                                                                         : word;
}

// "1,042 words", in the languages of the service.
bool is_word_count(std::string_view line) {
    line = trimmed(line);
    const std::size_t digits = line.find_first_not_of("0123456789,.");
    if (digits == 0 || digits == kNowhere || line[digits] != ' ') return false;
    const std::string_view unit = trimmed(line.substr(digits));
    return unit == "words" || unit == "W\xC3\xB6rter" || unit == "mots" || unit == "palabras" ||
           unit == "parole" || unit == "palavras";
}

struct CodedPart {
    std::string code;
    std::string text;
};

std::vector<CodedPart> coded_parts(std::string_view record) {
    std::vector<CodedPart> parts;
    while (!record.empty()) {
        const std::string_view line = take_line(record);
        const std::string_view code = code_of(line);
        if (!code.empty()) {
            parts.push_back({std::string(code), std::string(line.substr(code.size()))});
        } else if (!parts.empty()) {
            parts.back().text += '\n';
            parts.back().text += trimmed(line);
        }
    }
    return parts;
}

void add_terms(std::vector<std::string>& list, std::string_view text) {
    // "gcat : Political/General News | gvio : Military Action"
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('|'), text.size());
        std::string_view term = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::size_t colon = term.find(" : ");
        if (colon != kNowhere) term.remove_prefix(colon + 3);
        add_once(list, clean_text(term));
    }
}

Article read_coded(std::string_view record) {
    Article article;
    for (const CodedPart& part : coded_parts(record)) {
        const std::string& code = part.code;
        const std::string text = clean_text(part.text);
        if (code == "HD" || code == "TI") {
            set_if_empty(article.headline, text);
        } else if (code == "BY") {
            set_byline(article, text);
        } else if (code == "PD") {
            article.published = parse_date(text);
        } else if (code == "SN" || code == "SO") {
            set_if_empty(article.source, text);
        } else if (code == "SE" || code == "CLM") {
            set_if_empty(article.section, text);
        } else if (code == "LA") {
            article.language = language_code(text);
        } else if (code == "LP" || code == "TD") {
            add_paragraphs(article, part.text);
        } else if (code == "ART") {
            if (!text.empty()) article.captions.push_back({text, ""});
        } else if (code == "CO" || code == "IN" || code == "NS" || code == "DE") {
            add_terms(article.tags, part.text);
        } else if (code == "RE" || code == "GC") {
            add_terms(article.places, part.text);
        } else if (code == "URL") {
            article.url = text;
        } else if (code == "AN") {
            const std::string_view number = accession_number(part.text);
            article.id = number.empty() ? text : std::string(number);
        }
    }
    return article;
}

// As shown on the screen: headline, byline, word count, date, time, source, code, language,
// copyright in lines of their own; then the text; then the number.
Article read_displayed(std::string_view record) {
    Article article;
    std::vector<std::string> before_count;
    bool counted = false;
    bool in_text = false;
    std::string body;
    while (!record.empty()) {
        const std::string_view raw = take_line(record);
        const std::string line = clean_text(raw);
        if (const std::string_view number = accession_number(raw); !number.empty()) {
            article.id = number;
        } else if (in_text) {
            body += line + '\n';
        } else if (line.empty()) {
            in_text = counted && article.published.has_value() && !article.source.empty();
        } else if (!counted && is_word_count(line)) {
            counted = true;
        } else if (!counted) {
            before_count.push_back(line);
        } else if (!article.published) {
            article.published = parse_date(line);
        } else if (article.source.empty()) {
            const bool time = line.size() <= 5 && line.find(':') != kNowhere;
            if (!time) article.source = line;
        } else if (article.language.empty()) {
            article.language = language_code(line);
        }
    }
    add_paragraphs(article, body);
    // A byline stands last before the count; a section may stand first.
    if (before_count.size() > 1 && before_count.back().starts_with("By ")) {
        set_byline(article, before_count.back());
        before_count.pop_back();
    }
    if (before_count.size() > 1) {
        article.section = before_count.front();
        before_count.erase(before_count.begin());
    }
    for (const std::string& line : before_count)
        article.headline += (article.headline.empty() ? "" : " ") + line;
    return article;
}

class Factiva : public Format {
public:
    [[nodiscard]] std::string_view name() const override { return "factiva"; }

    [[nodiscard]] std::string_view help() const override {
        return "text exports of Factiva, with labels or as displayed, many articles in a file";
    }

    // The number that ends a record is one no one else writes; where none is in the head, a long
    // first record still has its codes.
    [[nodiscard]] int taste(const Sample& sample) const override {
        bool headline = false;
        bool source = false;
        std::string_view rest = sample.head;
        while (!rest.empty()) {
            const std::string_view line = take_line(rest);
            if (mark(line) != LineMark::none) return 88;
            const std::string_view code = code_of(line);
            headline = headline || code == "HD";
            source = source || (headline && (code == "SN" || code == "WC"));
            if (source && (code == "LP" || code == "TD")) return 86;
        }
        return 0;
    }

    [[nodiscard]] std::size_t cut(std::string_view bytes) const override {
        return cut_behind_record(bytes, mark);
    }

    void read(const Piece& piece, ArticleSink& sink) const override {
        for_each_record(piece, mark, [&](std::string_view record, std::uint64_t position) {
            const bool coded = record.find("\nHD ") != kNowhere || record.starts_with("HD ") ||
                               record.find("\nHD\n") != kNowhere;
            give_item(
                coded ? read_coded(record) : read_displayed(record), position, sink, "record"
            );
        });
    }
};

}  // namespace

const Format& factiva_format() {
    static const Factiva kFormat;
    return kFormat;
}

}  // namespace broadsheet
