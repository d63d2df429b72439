#include "indexer/formats/anpa_1312.h"

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

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
    std::string out;
    for (std::size_t at = text.find(from); at != kNowhere; at = text.find(from)) {
        out.append(text.substr(0, at)).append(to);
        text.remove_prefix(at + from.size());
    }
    return out.append(text);
}

// Typesetters' ways of writing quotes and dashes.
std::string typeset(std::string_view text) {
    return replaced(replaced(replaced(text, "``", "“"), "''", "”"), " _ ", " — ");
}

// A line that opens with '^' and ends in '<' or '=': title, headline, byline, notes.
void read_anpa_line(std::string_view line, std::size_t index, Article& article) {
    while (!line.empty() &&
           (line.back() == '<' || line.back() == '=' || is_ascii_blank(line.back())))
        line.remove_suffix(1);
    std::string text = clean_text(typeset(line));
    if (is_byline(text)) {
        article.byline = text;
        article.authors = authors_of(text);
    } else if (is_agency(text) || text.ends_with("Writer")) {
        if (article.source.empty()) article.source = text;
    } else if (text.starts_with("Eds") || text.starts_with("AP Photo") || text.starts_with("EDITOR")) {
        return;  // notes to editors
    } else if (index == 0) {
        article.tags.push_back(text.substr(0, text.find(',')));
    } else if (article.headline.empty()) {
        article.headline = std::move(text);
    }
}

Article read_anpa(std::string_view header, std::string_view text) {
    Article article;
    article.id = clean_text(header.substr(0, header.find_first_of("\x1F\r\n")));
    std::string body;
    std::size_t index = 0;
    while (!text.empty()) {
        std::string_view line = take_line(text);
        const std::string_view inner = trimmed(line);
        const bool field = inner.starts_with('^') && (inner.ends_with('<') || inner.ends_with('='));
        if (field && body.empty()) {
            read_anpa_line(inner.substr(1), index++, article);
        } else if (!field) {
            body.append(line).push_back('\n');
        }
    }
    article.paragraphs = paragraphs_of(typeset(body), Indent::starts_paragraph);
    std::erase(article.paragraphs, "___");
    return article;
}

class Anpa1312 : public Format {
public:
    [[nodiscard]] std::string_view name() const override { return "anpa-1312"; }

    [[nodiscard]] std::string_view help() const override {
        return "ANPA 1312 wire messages of agencies such as AP";
    }

    [[nodiscard]] int taste(const Sample& sample) const override {
        return sample.head.substr(0, 200).find("\x16\x16\x01") != kNowhere ? 95 : 0;
    }

    [[nodiscard]] std::size_t cut(std::string_view bytes) const override {
        return cut_behind_wire_message(bytes);
    }

    void read(const Piece& piece, ArticleSink& sink) const override {
        const std::string encoding = choose_encoding(piece.head);
        for (const WireMessage& message : wire_messages(piece.bytes)) {
            const Utf8Text header = to_utf8(message.header, encoding);
            const Utf8Text text = to_utf8(message.text, encoding);
            give_wire_article(
                read_anpa(header.view(), text.view()), piece.offset + message.offset, sink
            );
        }
    }
};

}  // namespace

const Format& anpa_1312_format() {
    static const Anpa1312 kFormat;
    return kFormat;
}

}  // namespace broadsheet
