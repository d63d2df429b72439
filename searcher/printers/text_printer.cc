#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "common/cli/display_width.h"
#include "common/cli/sanitize.h"
#include "searcher/printers/date_text.h"
#include "searcher/printers/hyperlink.h"
#include "searcher/printers/marked_text.h"
#include "searcher/printers/printer_table.h"

namespace broadsheet {

namespace {

// Lines longer than this are hard to follow, however wide the terminal.
constexpr std::size_t kLineWidthMax = 100;

constexpr std::size_t kIndent = 4;

// ECMA-48 select graphic rendition.
constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kQuiet = "\x1b[2m";
constexpr std::string_view kPlain = "\x1b[0m";
constexpr Marks kColorMarks = {"\x1b[1;33m", "\x1b[0m"};
constexpr Marks kBoldMarks = {"\x1b[33m", "\x1b[39m"};  // inside a bold headline
constexpr Marks kPlainMarks = {"*", "*"};

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
    std::string out;
    for (const std::string& part : parts) {
        if (part.empty()) continue;
        if (!out.empty()) out += separator;
        out += part;
    }
    return out;
}

// A file that is its own bundle needs no second name.
std::string origin_text(const Origin& origin) {
    if (origin.bundle == origin.entry || origin.bundle.ends_with('/' + origin.entry))
        return origin.bundle;
    return joined({origin.bundle, origin.entry}, " : ");
}

class TextPrinter : public Printer {
public:
    explicit TextPrinter(const PrintSettings& settings)
        : color_(settings.terminal.color),
          hyperlinks_(settings.hyperlinks),
          width_(std::min(settings.terminal.width, kLineWidthMax)) {}

    void hit(const Hit& hit, std::string& out) override {
        const Article& article = hit.article;
        if (!is_first_) out += '\n';
        is_first_ = false;
        headline(fmt::format("{}.", hit.rank), article, hit.headline_highlights, out);
        const std::string copy = hit.near_copy ? "nearly the same text" : "";
        quiet({article.source, date_of(article), article.section, copy}, out);
        quiet({article.byline}, out);
        marked(hit.snippet.text, hit.snippet.highlights, kIndent, out);
        for (const Snippet& snippet : hit.further_snippets)
            marked(snippet.text, snippet.highlights, kIndent, out);
        quiet({article.id, origin_text(article.origin)}, out);
    }

    void article(const MarkedArticle& marked_article, std::string& out) override {
        const Article& article = marked_article.article;
        headline("", article, marked_article.headline, out);
        marked(article.deck, marked_article.deck, 0, out);
        const std::string date =
            article.published ? date_and_time_text(*article.published) : std::string();
        quiet({article.source, date, article.section}, out, 0);
        marked(article.byline, marked_article.byline, 0, out);
        quiet({article.dateline.place, article.dateline.date, article.dateline.agency}, out, 0);
        for (std::size_t i = 0; i < article.paragraphs.size(); ++i) {
            out += '\n';
            marked(article.paragraphs[i], marked_article.paragraphs[i], 0, out);
        }
        for (std::size_t i = 0; i < article.captions.size(); ++i) {
            out += '\n';
            marked(article.captions[i].text, marked_article.captions[i], kIndent, out);
            quiet({article.captions[i].credit}, out);
        }
        out += '\n';
        quiet({joined(article.tags, ", "), joined(article.places, ", ")}, out, 0);
        quiet({article.url}, out, 0);
        quiet({article.id, origin_text(article.origin)}, out, 0);
    }

private:
    static std::string date_of(const Article& article) {
        return article.published ? date_text(*article.published) : std::string();
    }

    void headline(
        const std::string& label,
        const Article& article,
        const std::vector<Span>& highlights,
        std::string& out
    ) const {
        const std::string& text = article.headline;
        const std::string link = hyperlinks_ ? link_to(article) : std::string();
        const std::size_t indent = label.empty() ? 0 : std::max(kIndent, label.size() + 1);
        const std::string shown = text.empty() ? "(no headline)" : text;
        std::string lines;
        for (const std::string& line : wrapped(shown, highlights, indent, kBoldMarks)) {
            lines += std::string(indent, ' ');
            lines += linked(color_ ? fmt::format("{}{}{}", kBold, line, kPlain) : line, link);
            lines += '\n';
        }
        out += label;
        out += std::string_view(lines).substr(std::min(label.size(), lines.size()));
    }

    void marked(
        std::string_view text,
        const std::vector<Span>& highlights,
        std::size_t indent,
        std::string& out
    ) const {
        for (const std::string& line : wrapped(text, highlights, indent, kColorMarks))
            out += fmt::format("{:{}}{}\n", "", indent, line);
    }

    [[nodiscard]] std::vector<std::string> wrapped(
        std::string_view text,
        const std::vector<Span>& highlights,
        std::size_t indent,
        const Marks& marks
    ) const {
        Snippet safe = made_safe(text, highlights);
        if (!color_) {
            const auto same = [](std::string_view piece) { return std::string(piece); };
            safe = {with_marks(safe.text, safe.highlights, kPlainMarks, same), {}};
        }
        std::vector<std::string> lines;
        const std::size_t room = width_ > indent ? width_ - indent : 1;
        for (const std::string_view line : cli::wrap(safe.text, room)) {
            const auto offset = static_cast<std::size_t>(line.data() - safe.text.data());
            lines.push_back(marked_line(safe, offset, line, marks));
        }
        return lines;
    }

    // Parts side by side in a line that keeps in the background; empty ones are left out.
    void quiet(
        const std::vector<std::string>& parts, std::string& out, std::size_t indent = kIndent
    ) const {
        const std::string safe = cli::safe_for_terminal(joined(parts, " \u00b7 "));
        const std::size_t room = width_ > indent ? width_ - indent : 1;
        for (const std::string_view line : cli::wrap(safe, room)) {
            out += std::string(indent, ' ');
            out += color_ ? fmt::format("{}{}{}", kQuiet, line, kPlain) : std::string(line);
            out += '\n';
        }
    }

    bool color_;
    bool hyperlinks_;
    std::size_t width_;
    bool is_first_ = true;
};

}  // namespace

std::unique_ptr<Printer> make_text_printer(const PrintSettings& settings) {
    return std::make_unique<TextPrinter>(settings);
}

}  // namespace broadsheet
