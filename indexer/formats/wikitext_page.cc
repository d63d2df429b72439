#include "indexer/formats/wikitext_page.h"

#include <algorithm>
#include <string>

#include "common/ascii.h"
#include "common/dates/date_parser.h"
#include "indexer/formats/paragraphs.h"
#include "indexer/formats/side_files.h"
#include "indexer/formats/text_encoding.h"
#include "indexer/formats/wikitext.h"

namespace broadsheet {

namespace {

constexpr std::size_t kNowhere = std::string_view::npos;
constexpr std::size_t kMarksNeeded = 3;
constexpr std::size_t kBytesAMark = 600;  // at most, where a text is marked up at all

bool is_wide(std::string_view bytes) {
    return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ||
           bytes.substr(0, 16).find('\0') != kNowhere;
}

// Links, templates and headings that are closed on their line.
std::size_t count_marks(std::string_view text) {
    std::size_t marks = 0;
    while (!text.empty()) {
        const std::string_view line = take_line(text);
        for (std::size_t at = line.find("[["); at != kNowhere; at = line.find("[[", at + 2))
            marks += line.find("]]", at) != kNowhere ? 1 : 0;
        marks += line.starts_with("{{") ? 1 : 0;
        marks += line.starts_with("==") && trimmed(line).ends_with("==") ? 1 : 0;
    }
    return marks;
}

// "Port-Amber_(town).txt" is "Port Amber (town)": pages are saved under their titles.
std::string title_of(std::string_view name) {
    name = name.substr(name.rfind('/') + 1);
    const std::size_t dot = name.rfind('.');
    if (dot != kNowhere && dot > 0) name = name.substr(0, dot);
    std::string title(name);
    const bool has_blanks = title.find(' ') != std::string::npos;
    const bool has_underscores = title.find('_') != std::string::npos;
    for (char& c : title) {
        if (c == '_' || (c == '-' && !has_blanks && !has_underscores)) c = ' ';
    }
    return clean_text(decode_text(title).view());
}

class WikiTextPage : public Format {
public:
    [[nodiscard]] std::string_view name() const override { return "wikitext"; }

    [[nodiscard]] std::string_view help() const override {
        return "a page in MediaWiki's markup, as saved from a wiki";
    }

    [[nodiscard]] int taste(const Sample& sample) const override {
        if (is_binary(sample.head) || is_wide(sample.head)) return 0;
        const std::string_view start = trimmed(sample.head.substr(0, 4096));
        const bool opens = start.starts_with("{{") || start.starts_with("[[") ||
                           start.find("'''") != kNowhere || start.find("[[") != kNowhere;
        if (!opens || start.starts_with('<')) return 0;
        const std::size_t marks = count_marks(sample.head);
        const bool marked = marks >= kMarksNeeded && sample.head.size() / marks <= kBytesAMark;
        return marked ? 40 : 0;
    }

    void read(const Piece& piece, ArticleSink& sink) const override {
        if (std::string reason = side_file_reason(piece.name); !reason.empty())
            return sink.problem(ProblemKind::not_article, piece.offset, std::move(reason));
        const Utf8Text text = decode_text(piece.bytes);
        WikiText page = read_wikitext(text.view());
        if (page.paragraphs.empty())
            return sink.problem(
                ProblemKind::not_article, piece.offset, "the page is a redirect or has no text"
            );
        Article article;
        article.headline = title_of(piece.name);
        article.published = parse_date(page.date);
        article.paragraphs = std::move(page.paragraphs);
        article.tags = std::move(page.categories);
        article.origin.position = piece.offset;
        sink.article(std::move(article));
    }
};

}  // namespace

const Format& wikitext_format() {
    static const WikiTextPage kFormat;
    return kFormat;
}

}  // namespace broadsheet
