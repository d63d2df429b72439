// Measures the extraction from HTML pages against labelled pages: see tests/bench/README.md.
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "common/dates/date_parser.h"
#include "common/text/language.h"
#include "indexer/formats/byline.h"
#include "indexer/formats/html/article_text.h"
#include "indexer/formats/html/byline.h"
#include "indexer/formats/html/headline.h"
#include "indexer/formats/html/html_page.h"
#include "indexer/formats/html/html_text.h"
#include "indexer/formats/html/html_tree.h"
#include "indexer/formats/html/page_encoding.h"
#include "indexer/formats/html/words.h"
#include "indexer/formats/text_encoding.h"
#include "tests/bench/extraction/bag_of_words.h"
#include "tests/bench/extraction/truth.h"

namespace broadsheet::bench {
namespace {

/// Keeps the one article of a page.
class OnePage final : public ArticleSink {
public:
    void article(Article&& article) override { found = std::move(article); }

    void problem(ProblemKind, std::uint64_t, std::string why) override { reason = std::move(why); }

    Article found;
    std::string reason;
};

/// Right answers among those a truth exists for.
struct Tally {
    int right = 0;
    int known = 0;

    bool add(bool is_right) {
        ++known;
        right += is_right ? 1 : 0;
        return is_right;
    }

    [[nodiscard]] std::string text() const {
        return fmt::format(
            "{}/{} ({:.1f}%)", right, known, known == 0 ? 0.0 : 100.0 * right / known
        );
    }
};

struct Scores {
    double precision = 0;
    double recall = 0;
    double f1 = 0;
    int pages = 0;

    void add(const Overlap& overlap) {
        precision += overlap.precision;
        recall += overlap.recall;
        f1 += overlap.f1;
        ++pages;
    }

    [[nodiscard]] std::string text() const {
        const double n = std::max(pages, 1);
        return fmt::format(
            "F1 {:.4f}  precision {:.4f}  recall {:.4f}  ({} pages)",
            f1 / n,
            precision / n,
            recall / n,
            pages
        );
    }
};

struct PageResult {
    std::string name;
    Overlap overlap;
    std::string reason;
};

std::string body_of(const Article& article, bool with_captions) {
    std::string body;
    for (const std::string& paragraph : article.paragraphs)
        body += paragraph + '\n';
    if (!with_captions) return body;
    for (const Caption& caption : article.captions)
        body += caption.text + ' ' + caption.credit + '\n';
    return body;
}

/// Equal but for case, blanks and punctuation, and for a site's name behind the expected title.
bool same_title(const std::string& found, const std::string& expected) {
    const std::string a = html::comparable(found);
    const std::string b = html::comparable(expected);
    if (a == b || a == html::comparable(html::without_site_name(expected, ""))) return true;
    if (a.empty() || !expected.starts_with(found)) return false;
    static constexpr std::array<std::string_view, 9> kSeparators{
        " | ", " - ", " – ", " — ", " :: ", " · ", " @ ", " [", "_"};
    return std::any_of(kSeparators.begin(), kSeparators.end(), [&](std::string_view separator) {
        return std::string_view(expected).substr(found.size()).starts_with(separator);
    });
}

/// The same names in any order, or the same words but for "By".
bool same_byline(const Article& article, std::string_view expected) {
    expected = expected.substr(0, expected.find('\n'));  // dates and posts stand on lines below
    const std::string wanted = html::comparable(html::without_byline_opening(expected));
    if (html::comparable(html::without_byline_opening(article.byline)) == wanted) return true;
    std::vector<std::string> wanted_names = authors_of(expected);
    std::vector<std::string> found_names = article.authors;
    for (auto* names : {&wanted_names, &found_names}) {
        for (std::string& name : *names)
            name = html::comparable(name);
        std::sort(names->begin(), names->end());
    }
    return !wanted_names.empty() && wanted_names == found_names;
}

/// A truth at midnight without zone knows the day only.
bool same_day_or_instant(const std::optional<Date>& found, const std::string& expected) {
    const std::optional<Date> wanted = parse_date(expected);
    if (!wanted || !found) return !wanted && !found;
    const bool day_only = expected.ends_with("T00:00:00") || wanted->precision != found->precision;
    const std::int64_t apart = found->begin_ms - wanted->begin_ms;
    if (!day_only) return apart > -1000 && apart < 1000;
    return to_iso(*wanted).substr(0, 10) == to_iso(*found).substr(0, 10);
}

struct Options {
    std::vector<std::string> bundles;
    bool list_misses = false;
    std::size_t worst = 15;
    int half = -1;     ///< -1: all pages; 0 or 1: every second one
    std::string only;  ///< print what was found on this page
};

class Evaluation {
public:
    explicit Evaluation(const Options& options) : options_(options) {}

    void add(const LabelledPage& page);
    void print();

private:
    void compare_metadata(const LabelledPage& page, const Article& article);

    void miss(
        const char* what,
        const LabelledPage& page,
        const std::string& found,
        const std::string& expected
    ) const {
        if (options_.list_misses) {
            fmt::print(
                "{:9} {}\n    found    {}\n    expected {}\n", what, page.name, found, expected
            );
        }
    }

    const Options& options_;
    Scores text_;
    Scores with_captions_;
    Scores baseline_;
    Tally titles_;
    Tally bylines_;
    Tally languages_;
    Tally dates_;
    std::vector<PageResult> results_;
    std::uint64_t bytes_ = 0;
    std::clock_t clock_ = 0;
};

/// The elements the text was found in, each with what leads to it, for looking into one page.
void print_places(const std::string& bytes) {
    const Utf8Text utf8 = decode_text(bytes, html::declared_charset(bytes));
    const html::Tree tree = html::parse_html(utf8.view());
    for (std::uint32_t node : html::find_article_text(tree, "").elements) {
        std::string path;
        for (; node != 0; node = tree[node].parent) {
            path = fmt::format(
                "/{}.{}#{}{}",
                static_cast<int>(tree[node].tag),
                tree.attribute(node, html::Attribute::class_name),
                tree.attribute(node, html::Attribute::id),
                path
            );
        }
        fmt::print("found in {}\n", path);
    }
}

void Evaluation::add(const LabelledPage& page) {
    OnePage sink;
    const std::clock_t before = std::clock();
    html_page_format().read({.name = page.name, .head = page.bytes, .bytes = page.bytes}, sink);
    clock_ += std::clock() - before;
    bytes_ += page.bytes.size();
    if (options_.only == page.name) {
        print_places(page.bytes);
        fmt::print(
            "{}\nheadline {}\nbyline {}\nreason {}\n{}\n",
            page.name,
            sink.found.headline,
            sink.found.byline,
            sink.reason,
            body_of(sink.found, false)
        );
        fmt::print("======== expected\n{}\n", page.text.value_or(""));
    }
    if (page.text) {
        const Overlap overlap = compare_words(body_of(sink.found, false), *page.text);
        text_.add(overlap);
        with_captions_.add(compare_words(body_of(sink.found, true), *page.text));
        std::string all;
        for (const std::string& paragraph : html_to_paragraphs(page.bytes))
            all += paragraph + '\n';
        baseline_.add(compare_words(all, *page.text));
        results_.push_back({page.name, overlap, sink.reason});
    }
    compare_metadata(page, sink.found);
}

void Evaluation::compare_metadata(const LabelledPage& page, const Article& article) {
    if (page.title && !titles_.add(same_title(article.headline, *page.title))) {
        miss("title", page, article.headline, *page.title);
    }
    if (page.byline && !bylines_.add(same_byline(article, *page.byline))) {
        miss("byline", page, article.byline, *page.byline);
    }
    // As the pipeline does for an article that does not say.
    const std::string language =
        article.language.empty() ? detect_language(body_of(article, false)) : article.language;
    if (page.language && !languages_.add(language_code(*page.language) == language)) {
        miss("language", page, language, *page.language);
    }
    if (page.published && !dates_.add(same_day_or_instant(article.published, *page.published))) {
        miss("date", page, article.published ? to_iso(*article.published) : "", *page.published);
    }
}

void Evaluation::print() {
    const double seconds = static_cast<double>(clock_) / CLOCKS_PER_SEC;
    fmt::print("main text            {}\n", text_.text());
    fmt::print("with captions        {}\n", with_captions_.text());
    fmt::print("baseline (all text)  {}\n", baseline_.text());
    fmt::print(
        "titles    {}\nbylines   {}\nlanguages {}\ndates     {}\n",
        titles_.text(),
        bylines_.text(),
        languages_.text(),
        dates_.text()
    );
    fmt::print(
        "{:.1f} MB in {:.2f} CPU seconds: {:.1f} MB/s\n",
        bytes_ / 1e6,
        seconds,
        seconds == 0 ? 0.0 : bytes_ / 1e6 / seconds
    );
    std::sort(results_.begin(), results_.end(), [](const PageResult& a, const PageResult& b) {
        return a.overlap.f1 < b.overlap.f1;
    });
    for (std::size_t i = 0; i < std::min(options_.worst, results_.size()); ++i) {
        const PageResult& page = results_[i];
        fmt::print(
            "  {:.3f}  p {:.3f}  r {:.3f}  {}  {}\n",
            page.overlap.f1,
            page.overlap.precision,
            page.overlap.recall,
            page.name,
            page.reason
        );
    }
}

int run(const Options& options) {
    for (const std::string& bundle : options.bundles) {
        fmt::print("{}\n", bundle);
        Evaluation evaluation(options);
        const std::vector<LabelledPage> pages = labelled_pages(bundle);
        for (std::size_t i = 0; i < pages.size(); ++i) {
            if (options.half < 0 || static_cast<int>(i % 2) == options.half) {
                evaluation.add(pages[i]);
            }
        }
        evaluation.print();
    }
    return 0;
}

}  // namespace
}  // namespace broadsheet::bench

int main(int argc, char** argv) {
    broadsheet::bench::Options options;
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        if (argument == "--misses") {
            options.list_misses = true;
        } else if (argument.starts_with("--half=")) {
            options.half = argument.back() == '1' ? 1 : 0;
        } else if (argument.starts_with("--worst=")) {
            options.worst = std::stoul(argument.substr(std::strlen("--worst=")));
        } else if (argument.starts_with("--page=")) {
            options.only = argument.substr(std::strlen("--page="));
        } else {
            options.bundles.push_back(argument);
        }
    }
    if (options.bundles.empty()) {
        fmt::print(
            stderr,
            "usage: extraction_eval [--misses] [--worst=N] [--half=0|1] [--page=NAME] BUNDLE...\n"
        );
        return 2;
    }
    return broadsheet::bench::run(options);
}
