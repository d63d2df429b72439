#include "indexer/formats/markdown.h"

#include <algorithm>
#include <string>
#include <vector>

#include "common/ascii.h"
#include "indexer/formats/field_names.h"
#include "indexer/formats/html_body.h"
#include "indexer/formats/paragraphs.h"
#include "indexer/formats/side_files.h"
#include "indexer/formats/text_encoding.h"

namespace broadsheet {

namespace {

constexpr std::size_t kNowhere = std::string_view::npos;
constexpr std::size_t kFrontMatterLinesMax = 200;

std::string_view unquoted(std::string_view value) {
    value = trimmed(value);
    const bool quoted = value.size() >= 2 && (value.front() == '"' || value.front() == '\'') &&
                        value.back() == value.front();
    return quoted ? value.substr(1, value.size() - 2) : value;
}

// The fence that opens the front matter: "---" for YAML, "+++" for TOML; empty where there is none.
std::string_view fence_of(std::string_view text) {
    const std::string_view first = trimmed(take_line(text));
    return first == "---" || first == "+++" ? first : std::string_view();
}

void set_named(Article& article, std::string_view key, std::string_view value) {
    const auto name = recognise_field(unquoted(key));
    if (name && name->role != FieldRole::body) set_field(article, name->role, unquoted(value));
}

// "key: value", "key = value", lists in brackets or in "- item" lines below the key.
std::string_view read_front_matter(std::string_view text, Article& article) {
    const std::string_view fence = fence_of(text);
    if (fence.empty()) return text;
    std::string_view rest = text;
    take_line(rest);
    std::string key;
    std::string list;
    for (std::size_t lines = 0; lines < kFrontMatterLinesMax && !rest.empty(); ++lines) {
        const std::string_view raw = take_line(rest);
        const std::string_view line = trimmed(raw);
        if (line == fence) {
            set_named(article, key, list);
            return rest;
        }
        if (line.starts_with("- ") || (!raw.empty() && is_ascii_blank(raw.front()))) {
            if (!list.empty()) list += line.starts_with("- ") ? "; " : " ";
            list += unquoted(line.starts_with("- ") ? line.substr(2) : line);
            continue;
        }
        set_named(article, key, list);
        const std::size_t sign = line.find_first_of(fence == "---" ? ":" : "=");
        if (sign == kNowhere) {
            key.clear();
            continue;
        }
        key = trimmed(line.substr(0, sign));
        const std::string_view value = trimmed(line.substr(sign + 1));
        list = value == "|" || value == ">" || value == ">-" || value == "|-"
                   ? ""
                   : std::string(unquoted(value));
    }
    article = Article();  // the fence is never closed: it was no front matter
    return text;
}

// Links and pictures to their words; emphasis and code signs go.
std::string without_inline_marks(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const std::string_view rest = text.substr(i);
        if (c == '\\' && i + 1 < text.size()) {
            out.push_back(text[++i]);
        } else if (c == '*' || c == '`' || rest.starts_with("__") || rest.starts_with("~~")) {
            i += c == '_' || c == '~' ? 1 : 0;
        } else if (c == '[' || rest.starts_with("![")) {
            const std::size_t open = c == '[' ? i : i + 1;
            const std::size_t close =
                text.substr(0, std::min(text.size(), i + 1000)).find("](", open);
            const std::size_t end = close == kNowhere ? kNowhere : text.find(')', close);
            if (end == kNowhere) {
                out.push_back(c);
                continue;
            }
            if (c == '[') out.append(text.substr(open + 1, close - open - 1));
            i = end;
        } else {
            out.push_back(c);
        }
    }
    return out;
}

// Blocks of Markdown as plain lines: headings and quotes without signs, code left out.
std::string plain_lines(std::string_view text, Article& article) {
    std::string out;
    bool code = false;
    while (!text.empty()) {
        std::string_view line = take_line(text);
        if (trimmed(line).starts_with("```") || trimmed(line).starts_with("~~~")) {
            code = !code;
            continue;
        }
        if (code) continue;
        const bool heading = line.starts_with('#');
        while (!line.empty() && (line.front() == '#' || line.front() == '>'))
            line.remove_prefix(1);
        const std::string_view inner = trimmed(line);
        const bool item =
            inner.starts_with("- ") || inner.starts_with("* ") || inner.starts_with("+ ");
        const std::string plain = without_inline_marks(item ? inner.substr(2) : line);
        if (heading && article.headline.empty() && trimmed(out).empty()) {
            article.headline = plain_of_html(plain);
            continue;
        }
        if (heading || item) out.push_back('\n');
        out.append(plain).push_back('\n');
        if (heading) out.push_back('\n');
    }
    return out;
}

bool is_markdown_name(std::string_view name) {
    return has_extension(name, ".md") || has_extension(name, ".markdown") ||
           has_extension(name, ".mdx");
}

class Markdown : public Format {
public:
    [[nodiscard]] std::string_view name() const override { return "markdown"; }

    [[nodiscard]] std::string_view help() const override {
        return "Markdown with front matter (YAML or TOML) or a heading";
    }

    [[nodiscard]] int taste(const Sample& sample) const override {
        if (is_binary(sample.head)) return 0;
        const bool named = is_markdown_name(sample.name);
        const std::string_view fence = fence_of(sample.head);
        if (fence.empty()) return named ? 30 : 0;
        Article article;
        read_front_matter(sample.head, article);
        const bool known = !article.headline.empty() || article.published;
        return named ? 85 : known ? 60 : 0;
    }

    void read(const Piece& piece, ArticleSink& sink) const override {
        if (std::string reason = side_file_reason(piece.name); !reason.empty())
            return sink.problem(ProblemKind::not_article, piece.offset, std::move(reason));
        const Utf8Text text = decode_text(piece.bytes);
        Article article;
        const std::string_view body = read_front_matter(text.view(), article);
        article.paragraphs = body_paragraphs(plain_lines(body, article));
        if (article.headline.empty() && article.paragraphs.empty())
            return sink.problem(ProblemKind::not_article, piece.offset, "there is no text in it");
        article.origin.position = piece.offset;
        sink.article(std::move(article));
    }
};

}  // namespace

const Format& markdown_format() {
    static const Markdown kFormat;
    return kFormat;
}

}  // namespace broadsheet
