#include "indexer/formats/mail.h"

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>
#include <string>

#include <gmime/gmime.h>

#include "common/ascii.h"
#include "common/dates/date_parser.h"
#include "indexer/formats/dateline.h"
#include "indexer/formats/field_names.h"
#include "indexer/formats/html/html_text.h"
#include "indexer/formats/mail_text.h"
#include "indexer/formats/paragraphs.h"
#include "indexer/formats/side_files.h"
#include "indexer/formats/text_encoding.h"

namespace broadsheet {

namespace {

constexpr std::size_t kNowhere = std::string_view::npos;
constexpr int kPartDepthMax = 20;

constexpr std::array<std::string_view, 13> kStrongHeaders = {
    "from",
    "subject",
    "message-id",
    "newsgroups",
    "received",
    "path",
    "return-path",
    "delivered-to",
    "mime-version",
    "xref",
    "references",
    "nntp-posting-host",
    "x-received"};

struct Unref {
    void operator()(gpointer object) const { g_object_unref(object); }
};

template <typename Type>
using Held = std::unique_ptr<Type, Unref>;

struct Free {
    void operator()(char* text) const { g_free(text); }
};

void init_gmime_once() {
    static std::once_flag once;
    std::call_once(once, g_mime_init);
}

// "Name" of "Name: value", or empty for a line that is no header.
std::string_view header_name(std::string_view line) {
    const std::size_t colon = line.find(':');
    if (colon == kNowhere || colon == 0 || colon > 60) return {};
    const std::string_view name = line.substr(0, colon);
    const bool fits =
        std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < '\x7F'; });
    return fits ? name : std::string_view();
}

bool is_mbox_line(std::string_view line) {
    return line.starts_with("From ") && line.size() > 10;
}

std::string_view without_blank_lines(std::string_view text) {
    while (!text.empty()) {
        std::string_view rest = text;
        if (!trimmed(take_line(rest)).empty()) break;
        text = rest;
    }
    return text;
}

// Known headers up to the first blank line; 0 where a line in between is none at all.
std::size_t strong_headers(std::string_view text) {
    std::size_t strong = 0;
    std::size_t lines = 0;
    while (!text.empty() && lines < 60) {
        const std::string_view line = take_line(text);
        if (line.empty()) break;
        const bool folded = is_ascii_blank(line.front()) && lines > 0;
        ++lines;
        if (folded) continue;
        const std::string_view name = header_name(line);
        if (name.empty()) return 0;
        strong +=
            std::any_of(kStrongHeaders.begin(), kStrongHeaders.end(), [&](std::string_view known) {
                return equals_ignoring_case(name, known);
            });
    }
    return strong;
}

// Where the message after the one at `offset` begins in an mbox: a "From " line after a blank line
// and before a header.
std::size_t next_message(std::string_view mbox, std::size_t offset) {
    for (std::size_t at = mbox.find("\nFrom ", offset); at != kNowhere;
         at = mbox.find("\nFrom ", at + 1)) {
        const bool after_blank = at == 0 || mbox[at - 1] == '\n' ||
                                 (mbox[at - 1] == '\r' && at > 1 && mbox[at - 2] == '\n');
        std::string_view rest = mbox.substr(at + 1);
        take_line(rest);
        if (after_blank && !header_name(take_line(rest)).empty()) return at + 1;
    }
    return kNowhere;
}

// A header as UTF-8: encoded words decoded, stray bytes read in the encoding they seem to be in.
std::string header(GMimeMessage* message, const char* name) {
    GMimeHeaderList* list = g_mime_object_get_header_list(GMIME_OBJECT(message));
    GMimeHeader* found = g_mime_header_list_get_header(list, name);
    const char* raw = found == nullptr ? nullptr : g_mime_header_get_raw_value(found);
    if (raw == nullptr) return {};
    const std::string text(decode_text(raw).view());
    const std::unique_ptr<char, Free> unfolded(g_mime_utils_header_unfold(text.c_str()));
    const std::unique_ptr<char, Free> decoded(
        g_mime_utils_header_decode_text(nullptr, unfolded ? unfolded.get() : text.c_str())
    );
    return decoded ? clean_text(decode_text(decoded.get()).view()) : clean_text(text);
}

struct Sender {
    std::string name;
    std::string address;
};

std::string unquoted(std::string_view name) {
    std::string out;
    for (const char c : trimmed(name)) {
        if (c != '"' && c != '\\') out.push_back(c);
    }
    return clean_text(out);
}

// "Jane Doe <jane@x>", "jane@x (Jane Doe)", "jane@x".
Sender sender_of(std::string_view from) {
    const std::size_t angle = from.find('<');
    if (angle != kNowhere) {
        const std::string_view address = from.substr(angle + 1);
        return {unquoted(from.substr(0, angle)), clean_text(address.substr(0, address.find('>')))};
    }
    const std::size_t bracket = from.find('(');
    if (bracket == kNowhere) return {"", clean_text(from)};
    const std::string_view name = from.substr(bracket + 1, from.find_last_of(')') - bracket - 1);
    return {unquoted(name), clean_text(from.substr(0, bracket))};
}

// Decoded content of a part, in UTF-8.
std::string part_text(GMimePart* part) {
    GMimeDataWrapper* content = g_mime_part_get_content(part);
    if (content == nullptr) return {};
    const Held<GMimeStream> stream(g_mime_stream_mem_new());
    g_mime_data_wrapper_write_to_stream(content, stream.get());
    const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
    const char* charset = g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), "charset");
    const std::string_view view(reinterpret_cast<const char*>(bytes->data), bytes->len);
    if (is_binary(view)) return {};
    return std::string(decode_text(view, charset == nullptr ? "" : charset).view());
}

bool is_attachment(GMimeObject* part) {
    const char* disposition = g_mime_object_get_disposition(part);
    return disposition != nullptr && equals_ignoring_case(disposition, "attachment");
}

bool is_type(GMimeObject* part, const char* type, const char* subtype) {
    GMimeContentType* content = g_mime_object_get_content_type(part);
    return content != nullptr && g_mime_content_type_is_type(content, type, subtype) != 0;
}

void append(std::vector<std::string>&& from, std::vector<std::string>& to) {
    std::move(from.begin(), from.end(), std::back_inserter(to));
}

// The text of a part and what is in it. Of alternatives the plain one, or else the best that says
// anything.
std::vector<std::string> paragraphs_of_part(GMimeObject* object, int depth) {
    if (object == nullptr || depth > kPartDepthMax || is_attachment(object)) return {};
    if (GMIME_IS_MESSAGE_PART(object)) {
        GMimeMessage* inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object));
        return inner == nullptr
                   ? std::vector<std::string>()
                   : paragraphs_of_part(g_mime_message_get_mime_part(inner), depth + 1);
    }
    if (GMIME_IS_MULTIPART(object)) {
        GMimeMultipart* parts = GMIME_MULTIPART(object);
        const bool alternatives = is_type(object, "multipart", "alternative");
        std::vector<std::string> paragraphs;
        for (int i = 0; i < g_mime_multipart_get_count(parts); ++i) {
            if (alternatives && !paragraphs.empty()) break;
            append(paragraphs_of_part(g_mime_multipart_get_part(parts, i), depth + 1), paragraphs);
        }
        return paragraphs;
    }
    if (!GMIME_IS_PART(object)) return {};
    if (is_type(object, "text", "html")) return html_to_paragraphs(part_text(GMIME_PART(object)));
    if (is_type(object, "text", "*")) return mail_paragraphs(part_text(GMIME_PART(object)));
    return {};
}

void read_headers(GMimeMessage* message, Article& article) {
    article.headline = header(message, "Subject");
    const Sender sender = sender_of(header(message, "From"));
    article.byline = sender.name.empty() ? sender.address : sender.name;
    if (!sender.name.empty()) article.authors.push_back(sender.name);
    article.published = parse_date(header(message, "Date"));
    if (!article.published) article.published = parse_date(header(message, "NNTP-Posting-Date"));
    add_list_items(article.tags, header(message, "Newsgroups"));
    add_list_items(article.tags, header(message, "Keywords"));
    std::string id = header(message, "Message-ID");
    if (id.starts_with('<')) id = id.substr(1, id.find('>') - 1);
    if (id.empty()) return;
    const bool usenet = !header(message, "Newsgroups").empty();
    article.url = (usenet ? "news:" : "mid:") + id;
    article.id = std::move(id);
}

// In a news spool each group is a folder and each message a numbered file. A message posted to
// several groups lies in each of them under one Message-ID: there the folder and number name it.
std::string spool_number(std::string_view entry) {
    const std::string_view number = file_name(entry);
    const bool digits =
        !number.empty() && std::all_of(number.begin(), number.end(), is_ascii_digit);
    if (!digits || number.size() == entry.size()) return {};
    const std::string_view folder = file_name(entry.substr(0, entry.size() - number.size() - 1));
    return std::string(folder) + '/' + std::string(number);
}

class Mail : public Format {
public:
    [[nodiscard]] std::string_view name() const override { return "mail"; }

    [[nodiscard]] std::string_view help() const override {
        return "mail and Usenet messages (RFC 5322, MIME), single or in an mbox";
    }

    [[nodiscard]] int taste(const Sample& sample) const override {
        std::string_view text = without_blank_lines(sample.head);
        bool mbox = false;
        if (is_mbox_line(text)) {
            take_line(text);
            mbox = true;
        }
        const std::size_t strong = strong_headers(text);
        if (strong < 2 && !(mbox && strong == 1)) return 0;
        return mbox || strong >= 3 ? 90 : 75;
    }

    [[nodiscard]] std::size_t cut(std::string_view bytes) const override {
        if (!is_mbox_line(without_blank_lines(bytes))) return 0;
        std::size_t last = 0;
        for (std::size_t at = next_message(bytes, 0); at != kNowhere; at = next_message(bytes, at))
            last = at;
        return last;
    }

    void read(const Piece& piece, ArticleSink& sink) const override {
        init_gmime_once();
        const std::string_view bytes = piece.bytes;
        const bool mbox = is_mbox_line(without_blank_lines(bytes));
        for (std::size_t at = 0; at < bytes.size();) {
            const std::size_t next =
                mbox ? std::min(next_message(bytes, at), bytes.size()) : bytes.size();
            read_message(piece.name, bytes.substr(at, next - at), piece.offset + at, sink);
            at = next;
        }
    }

private:
    static void read_message(
        std::string_view entry, std::string_view bytes, std::uint64_t position, ArticleSink& sink
    ) {
        const std::string_view text = without_blank_lines(bytes);
        if (text.empty()) return;
        std::string_view rest = text;
        if (is_mbox_line(text)) take_line(rest);
        if (rest.empty())
            return sink.problem(ProblemKind::malformed, position, "the message breaks off at once");
        const Held<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(rest.data(), rest.size()));
        const Held<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
        const Held<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
        if (!message) {
            sink.problem(ProblemKind::malformed, position, "it is not a mail message");
            return;
        }
        Article article;
        read_headers(message.get(), article);
        article.paragraphs = paragraphs_of_part(g_mime_message_get_mime_part(message.get()), 0);
        if (article.headline.empty() && article.paragraphs.empty()) {
            sink.problem(ProblemKind::not_article, position, "there is no text in this message");
            return;
        }
        std::string number = article.url.starts_with("news:") ? spool_number(entry) : "";
        if (!number.empty()) article.id = std::move(number);
        article.origin.position = position + (bytes.size() - text.size());
        sink.article(std::move(article));
    }
};

}  // namespace

const Format& mail_format() {
    static const Mail kFormat;
    return kFormat;
}

}  // namespace broadsheet
