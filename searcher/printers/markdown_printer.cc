#include <algorithm>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "common/cli/sanitize.h"
#include "searcher/printers/date_text.h"
#include "searcher/printers/marked_text.h"
#include "searcher/printers/printer_table.h"

namespace broadsheet {

namespace {

constexpr Marks kBold = {"**", "**"};

// CommonMark: a backslash takes the meaning from punctuation. What could be HTML becomes entities,
// which every dialect understands.
std::string escaped_inside(std::string_view text) {
    static constexpr std::string_view kSpecial = "\\`*_[]~|";
    std::string out;
    for (const char c : cli::safe_for_terminal(text)) {
        if (c == '<' || c == '>' || c == '&') {
            out += c == '<' ? "&lt;" : c == '>' ? "&gt;" : "&amp;";
            continue;
        }
        if (kSpecial.find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    return out;
}

// Text that begins a line must not begin a list, a heading or a rule: "- x", "# x", "12. x".
std::string safe_beginning(std::string text) {
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    const std::string_view signs = digits > 0 ? ".)" : "-+=#:";
    if (digits < text.size() && signs.find(text[digits]) != std::string_view::npos)
        text.insert(digits, 1, '\\');
    return text;
}

std::string escaped(std::string_view text) {
    return safe_beginning(escaped_inside(text));
}

std::string marked(std::string_view text, const std::vector<Span>& highlights) {
    return safe_beginning(with_marks(text, highlights, kBold, escaped_inside));
}

std::string headline(const Article& article, const std::vector<Span>& highlights) {
    return article.headline.empty() ? "(no headline)" : marked(article.headline, highlights);
}

std::string about(const Article& article) {
    std::string out;
    const auto add = [&out](const std::string& part) {
        if (part.empty()) return;
        if (!out.empty()) out += ", ";
        out += escaped(part);
    };
    add(article.source);
    if (article.published) add(date_text(*article.published));
    add(article.section);
    add(article.byline);
    return out;
}

class MarkdownPrinter : public Printer {
public:
    void hit(const Hit& hit, std::string& out) override {
        const Article& article = hit.article;
        const std::string indent(fmt::formatted_size("{}. ", hit.rank), ' ');
        out += fmt::format("{}. {}  \n", hit.rank, headline(article, hit.headline_highlights));
        const std::string facts = about(article);
        if (!facts.empty()) out += fmt::format("{}*{}*  \n", indent, facts);
        const auto passage = [&](const Snippet& snippet) {
            if (snippet.text.empty()) return;
            out += fmt::format("{}{}  \n", indent, marked(snippet.text, snippet.highlights));
        };
        passage(hit.snippet);
        for (const Snippet& snippet : hit.further_snippets)
            passage(snippet);
        out += fmt::format("{}{}\n", indent, escaped(article.id));
    }

    void article(const MarkedArticle& m, std::string& out) override {
        const Article& article = m.article;
        out += fmt::format("# {}\n\n", headline(article, m.headline));
        if (!article.deck.empty()) out += fmt::format("{}\n\n", marked(article.deck, m.deck));
        const std::string facts = about(article);
        if (!facts.empty()) out += fmt::format("*{}*\n\n", facts);
        for (std::size_t i = 0; i < article.paragraphs.size(); ++i)
            out += fmt::format("{}\n\n", marked(article.paragraphs[i], m.paragraphs[i]));
        for (std::size_t i = 0; i < article.captions.size(); ++i)
            out += fmt::format("> {}\n\n", marked(article.captions[i].text, m.captions[i]));
        out += escaped(article.id) + '\n';
    }
};

}  // namespace

std::unique_ptr<Printer> make_markdown_printer(const PrintSettings& /*settings*/) {
    return std::make_unique<MarkdownPrinter>();
}

}  // namespace broadsheet
