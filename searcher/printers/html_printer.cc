#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "common/cli/number_text.h"
#include "common/cli/sanitize.h"
#include "searcher/printers/date_text.h"
#include "searcher/printers/marked_text.h"
#include "searcher/printers/printer_table.h"

namespace broadsheet {

namespace {

// The policy forbids scripts and anything from the network, should an escape ever be missed.
constexpr std::string_view kHead = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{}</title>
<style>
body {{ font: 1rem/1.5 Georgia, serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }}
h1, h2 {{ line-height: 1.25; }}
h2 {{ font-size: 1.15rem; margin: 1.5rem 0 0; }}
p {{ margin: .4rem 0; }}
.quiet {{ color: #666; font: .85rem/1.4 sans-serif; overflow-wrap: anywhere; }}
mark {{ background: #fde68a; color: inherit; }}
mark:target {{ background: #f59e0b; }}
a.step {{ text-decoration: none; padding: 0 .15em; }}
</style>
</head>
<body>
)";

constexpr std::string_view kFoot = "</body>\n</html>\n";

constexpr Marks kMark = {"<mark>", "</mark>"};

std::string marked(std::string_view text, const std::vector<Span>& highlights) {
    return with_marks(text, highlights, kMark, cli::safe_for_html);
}

// Joined by middle dots, as an element of its own; nothing at all for nothing.
std::string quiet(std::initializer_list<std::string> parts) {
    std::string line;
    for (const std::string& part : parts) {
        if (part.empty()) continue;
        if (!line.empty()) line += " \u00b7 ";
        line += cli::safe_for_html(part);
    }
    return line.empty() ? line : fmt::format("<p class=\"quiet\">{}</p>\n", line);
}

// A paragraph whose text is made up already.
std::string paragraph_of(const std::string& text) {
    return text.empty() ? text : fmt::format("<p dir=\"auto\">{}</p>\n", text);
}

std::string paragraph(std::string_view text, const std::vector<Span>& highlights) {
    return paragraph_of(marked(text, highlights));
}

bool is_web_address(std::string_view url) {
    return url.starts_with("https://") || url.starts_with("http://");
}

// A headline made up already, a link where the article has an address of the web.
std::string headline(const Article& article, const std::string& text) {
    if (text.empty()) return "(no headline)";
    if (!is_web_address(article.url)) return text;
    return fmt::format(
        "<a href=\"{}\" rel=\"noreferrer\">{}</a>", cli::safe_for_html(article.url), text
    );
}

// Marks the places of one article that match, each an anchor with links to the one before and the
// one behind: a reader steps through them without a script.
class Places {
public:
    explicit Places(const MarkedArticle& marked) : count_(count(marked)) {}

    std::string marked(std::string_view text, const std::vector<Span>& highlights) {
        const auto mark = [this](std::string_view piece) { return anchor(piece); };
        return with_marks(text, highlights, mark, cli::safe_for_html);
    }

    // The headline may be a link itself, and links do not nest: its places have no steps.
    std::string marked_in_link(std::string_view text, const std::vector<Span>& highlights) {
        const auto mark = [this](std::string_view piece) {
            return fmt::format("<mark id=\"m{}\">{}</mark>", ++number_, piece);
        };
        return with_marks(text, highlights, mark, cli::safe_for_html);
    }

    // Where the steps begin.
    [[nodiscard]] std::string summary() const {
        if (count_ == 0) return {};
        return fmt::format(
            "<p class=\"quiet\">{}: <a href=\"#m1\">first</a> \u00b7 <a "
            "href=\"#m{}\">last</a></p>\n",
            cli::counted(count_, "place"),
            count_
        );
    }

private:
    static std::size_t count(const MarkedArticle& marked) {
        std::size_t count = marked.headline.size() + marked.deck.size() + marked.byline.size();
        for (const auto& spans : marked.paragraphs)
            count += spans.size();
        for (const auto& spans : marked.captions)
            count += spans.size();
        return count;
    }

    std::string anchor(std::string_view piece) {
        ++number_;
        std::string out;
        if (number_ > 1) out += step(number_ - 1, "previous", "\u2039");
        out += fmt::format("<mark id=\"m{}\">{}</mark>", number_, piece);
        if (number_ < count_) out += step(number_ + 1, "next", "\u203a");
        return out;
    }

    static std::string step(std::size_t to, std::string_view title, std::string_view sign) {
        return fmt::format(
            "<a class=\"step\" href=\"#m{}\" title=\"{} place\">{}</a>", to, title, sign
        );
    }

    std::size_t count_;
    std::size_t number_ = 0;
};

std::string date_of(const Article& article) {
    return article.published ? date_text(*article.published) : std::string();
}

class HtmlPrinter : public Printer {
public:
    explicit HtmlPrinter(std::string query) : query_(std::move(query)) {}

    void begin(std::string& out) override {
        const std::string title = cli::safe_for_html(query_.empty() ? "All articles" : query_);
        out += fmt::format(kHead, title);
        out += fmt::format("<h1>{}</h1>\n", title);
    }

    void hit(const Hit& hit, std::string& out) override {
        const Article& article = hit.article;
        out += fmt::format(
            "<article>\n<h2 dir=\"auto\">{}. {}</h2>\n",
            hit.rank,
            headline(article, marked(article.headline, hit.headline_highlights))
        );
        out += quiet({article.source, date_of(article), article.section, article.byline});
        out += paragraph(hit.snippet.text, hit.snippet.highlights);
        for (const Snippet& snippet : hit.further_snippets)
            out += paragraph(snippet.text, snippet.highlights);
        out += quiet({article.id, article.origin.bundle, article.origin.entry});
        out += "</article>\n";
    }

    void end(const Results& /*results*/, std::string& out) override { out += kFoot; }

    void article(const MarkedArticle& m, std::string& out) override {
        const Article& article = m.article;
        out += fmt::format(kHead, cli::safe_for_html(article.headline));
        Places places(m);
        const std::string title = places.marked_in_link(article.headline, m.headline);
        out += fmt::format("<article>\n<h1 dir=\"auto\">{}</h1>\n", headline(article, title));
        out += places.summary();
        out += paragraph_of(places.marked(article.deck, m.deck));
        out += quiet({article.source, date_of(article), article.section});
        out += paragraph_of(places.marked(article.byline, m.byline));
        out += quiet({article.dateline.place, article.dateline.date, article.dateline.agency});
        for (std::size_t i = 0; i < article.paragraphs.size(); ++i)
            out += paragraph_of(places.marked(article.paragraphs[i], m.paragraphs[i]));
        for (std::size_t i = 0; i < article.captions.size(); ++i) {
            out += paragraph_of(places.marked(article.captions[i].text, m.captions[i]));
            out += quiet({article.captions[i].credit});
        }
        out += quiet({article.id, article.origin.bundle, article.origin.entry});
        out += "</article>\n";
        out += kFoot;
    }

private:
    std::string query_;
};

}  // namespace

std::unique_ptr<Printer> make_html_printer(const PrintSettings& settings) {
    return std::make_unique<HtmlPrinter>(settings.query);
}

}  // namespace broadsheet
