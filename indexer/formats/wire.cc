#include "indexer/formats/wire.h"

#include <algorithm>
#include <string>
#include <vector>

#include "indexer/formats/ascii.h"
#include "indexer/formats/byline.h"
#include "indexer/formats/dateline.h"
#include "indexer/formats/paragraphs.h"
#include "indexer/formats/text_encoding.h"

namespace broadsheet {

namespace {

constexpr std::size_t kNowhere = std::string_view::npos;
constexpr char kStartOfHeader = '\x01';
constexpr char kStartOfText = '\x02';
constexpr char kEndOfText = '\x03';

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
    std::string out;
    for (std::size_t at = text.find(from); at != kNowhere; at = text.find(from)) {
        out.append(text.substr(0, at)).append(to);
        text.remove_prefix(at + from.size());
    }
    return out.append(text);
}

struct Message {
    std::string_view header;
    std::string_view text;
    std::size_t offset = 0;
};

// Messages from start of header to the next; text from start of text to end of text.
std::vector<Message> messages_of(std::string_view bytes) {
    std::vector<Message> messages;
    for (std::size_t at = bytes.find(kStartOfHeader); at != kNowhere;) {
        const std::size_t next = bytes.find(kStartOfHeader, at + 1);
        const std::string_view message =
            bytes.substr(at + 1, next == kNowhere ? next : next - at - 1);
        const std::size_t text = std::min(message.find(kStartOfText), message.size());
        const std::string_view rest = message.substr(std::min(text + 1, message.size()));
        messages.push_back(
            {message.substr(0, text), rest.substr(0, rest.find_first_of("\x03\x04")), at}
        );
        at = next;
    }
    return messages;
}

std::size_t cut_behind_message(std::string_view bytes) {
    const std::size_t end = bytes.rfind(kEndOfText);
    const std::size_t next = end == kNowhere ? kNowhere : bytes.find(kStartOfHeader, end);
    return next == kNowhere ? 0 : next;
}

void give(Article&& article, std::uint64_t position, ArticleSink& sink) {
    if (article.headline.empty() && article.paragraphs.empty())
        return sink.problem(ProblemKind::not_article, position, "there is no text in this message");
    if (!article.paragraphs.empty()) article.dateline = take_dateline(article.paragraphs.front());
    article.origin.position = position;
    sink.article(std::move(article));
}

// ---- IPTC 7901

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
        if (first == kNowhere || head[first] != kStartOfHeader) return 0;
        return head.find(kStartOfText, first) != kNowhere ? 90 : 0;
    }

    [[nodiscard]] std::size_t cut(std::string_view bytes) const override {
        return cut_behind_message(bytes);
    }

    void read(const Piece& piece, ArticleSink& sink) const override {
        const std::string encoding = choose_encoding(piece.head);
        for (const Message& message : messages_of(piece.bytes)) {
            const Utf8Text header = to_utf8(message.header, encoding);
            const Utf8Text text = to_utf8(message.text, encoding);
            Article article;
            read_iptc_header(header.view(), article);
            article.paragraphs = paragraphs_of(read_iptc_heading(text.view(), article));
            give(std::move(article), piece.offset + message.offset, sink);
        }
    }
};

// ---- ANPA 1312

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
        return cut_behind_message(bytes);
    }

    void read(const Piece& piece, ArticleSink& sink) const override {
        const std::string encoding = choose_encoding(piece.head);
        for (const Message& message : messages_of(piece.bytes)) {
            const Utf8Text header = to_utf8(message.header, encoding);
            const Utf8Text text = to_utf8(message.text, encoding);
            give(read_anpa(header.view(), text.view()), piece.offset + message.offset, sink);
        }
    }
};

}  // namespace

const Format& iptc_7901_format() {
    static const Iptc7901 kFormat;
    return kFormat;
}

const Format& anpa_1312_format() {
    static const Anpa1312 kFormat;
    return kFormat;
}

}  // namespace broadsheet
