#include "indexer/formats/iptc_7901.h"

#include <algorithm>
#include <string>
#include <vector>

#include "common/ascii.h"
#include "indexer/formats/byline.h"
#include "indexer/formats/paragraphs.h"
#include "indexer/formats/text_encoding.h"
#include "indexer/formats/wire_messages.h"

namespace broadsheet {

namespace {

constexpr std::size_t kNowhere = std::string_view::npos;

// Header: "eca062 4 i 211 ccccb   dpa 061", then lines of keywords.
void read_iptc_header(std::string_view header, Article& article) {
    const std::string_view first = take_line(header);
    article.id = clean_text(first.substr(0, first.find(' ')));
    std::string keywords = clean_text(header);
    if (!keywords.empty()) article.tags.push_back(std::move(keywords));
    while (!article.tags.empty() && article.tags.back().ends_with('/'))
        article.tags.back().pop_back();
}

// The headline is what stands before the line that ends in '='; a byline may be in it.
std::string_view read_iptc_heading(std::string_view text, Article& article) {
    std::string_view rest = text;
    for (int lines = 0; lines < 8 && !rest.empty(); ++lines) {
        const std::string_view line = trimmed(take_line(rest));
        if (line.empty() && lines > 0) break;
        const bool last = line.ends_with('=');
        const std::string clean = clean_text(last ? line.substr(0, line.size() - 1) : line);
        if (is_byline(clean)) {
            article.byline = clean;
            article.authors = authors_of(clean);
        } else {
            // The last line before the byline is the headline, those above say "2ND ROUNDUP".
            article.headline = clean.empty() ? article.headline : clean;
        }
        if (last) return rest;
    }
    article.headline.clear();  // there is no such line: all of it is text
    article.byline.clear();
    article.authors.clear();
    return text;
}

class Iptc7901 : public Format {
public:
    [[nodiscard]] std::string_view name() const override { return "iptc-7901"; }

    [[nodiscard]] std::string_view help() const override {
        return "IPTC 7901 wire messages of agencies such as dpa";
    }

    [[nodiscard]] int taste(const Sample& sample) const override {
        const std::string_view head = sample.head.substr(0, 2000);
        const std::size_t first = head.find_first_not_of(" \r\n");
        if (first == kNowhere || head[first] != kWireStartOfHeader) return 0;
        return head.find(kWireStartOfText, first) != kNowhere ? 90 : 0;
    }

    [[nodiscard]] std::size_t cut(std::string_view bytes) const override {
        return cut_behind_wire_message(bytes);
    }

    void read(const Piece& piece, ArticleSink& sink) const override {
        const std::string encoding = choose_encoding(piece.head);
        for (const WireMessage& message : wire_messages(piece.bytes)) {
            const Utf8Text header = to_utf8(message.header, encoding);
            const Utf8Text text = to_utf8(message.text, encoding);
            Article article;
            read_iptc_header(header.view(), article);
            article.paragraphs = paragraphs_of(read_iptc_heading(text.view(), article));
            give_wire_article(std::move(article), piece.offset + message.offset, sink);
        }
    }
};

}  // namespace

const Format& iptc_7901_format() {
    static const Iptc7901 kFormat;
    return kFormat;
}

}  // namespace broadsheet
