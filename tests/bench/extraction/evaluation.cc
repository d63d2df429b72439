#include "tests/bench/extraction/evaluation.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "common/text/language.h"
#include "indexer/formats/html/article_text.h"
#include "indexer/formats/html/html_page.h"
#include "indexer/formats/html/html_text.h"
#include "indexer/formats/html/html_tree.h"
#include "indexer/formats/html/page_encoding.h"
#include "indexer/formats/text_encoding.h"
#include "tests/bench/extraction/answers.h"

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

std::string body_of(const Article& article, bool with_captions) {
    std::string body;
    for (const std::string& paragraph : article.paragraphs)
        body += paragraph + '\n';
    if (!with_captions) return body;
    for (const Caption& caption : article.captions)
        body += caption.text + ' ' + caption.credit + '\n';
    return body;
}

/// As the pipeline does for an article that does not say.
std::string language_of(const Article& article) {
    return article.language.empty() ? detect_language(body_of(article, false)) : article.language;
}

/// The elements the text was found in, each with what leads to it, for looking into one page.
void print_places(const std::string& bytes) {
    const Utf8Text utf8 = decode_text(bytes, html::declared_charset(bytes));
    const html::Tree tree = html::parse_html(utf8.view());
    for (std::uint32_t node :
         html::find_article_text(tree, {.headline = {}, .url = {}, .authors = {}}).elements) {
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

void print_page(const LabelledPage& page, const OnePage& sink) {
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

void print_json(const LabelledPage& page, const OnePage& sink) {
    nlohmann::ordered_json line;
    const Article& found = sink.found;
    line["name"] = page.name;
    if (!sink.reason.empty()) line["reason"] = sink.reason;
    line["title"] = found.headline;
    line["byline"] = found.byline;
    line["authors"] = found.authors;
    line["date"] = found.published ? to_iso(*found.published) : "";
    line["language"] = language_of(found);
    line["section"] = found.section;
    line["tags"] = found.tags;
    line["deck"] = found.deck;
    line["text"] = body_of(found, false);
    fmt::print("{}\n", line.dump());
}

double mean(const std::vector<double>& values) {
    double sum = 0;
    for (const double value : values)
        sum += value;
    return values.empty() ? 0 : sum / static_cast<double>(values.size());
}

double median(std::vector<double> values) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

}  // namespace

bool Tally::add(bool is_right) {
    ++known;
    right += is_right ? 1 : 0;
    return is_right;
}

std::string Tally::text() const {
    return fmt::format("{}/{} ({:.1f}%)", right, known, known == 0 ? 0.0 : 100.0 * right / known);
}

std::string Scores::text() const {
    const auto column = [this](double Overlap::*member) {
        std::vector<double> values;
        for (const Overlap& overlap : overlaps_)
            values.push_back(overlap.*member);
        return fmt::format("{:.4f} (median {:.4f})", mean(values), median(values));
    };
    return fmt::format(
        "F1 {}  precision {}  recall {}",
        column(&Overlap::f1),
        column(&Overlap::precision),
        column(&Overlap::recall)
    );
}

void Evaluation::add(const LabelledPage& page) {
    OnePage sink;
    const std::clock_t before = std::clock();
    html_page_format().read({.name = page.name, .head = page.bytes, .bytes = page.bytes}, sink);
    clock_ += std::clock() - before;
    bytes_ += page.bytes.size();
    refused_ += sink.reason.empty() ? 0 : 1;
    if (options_.json) return print_json(page, sink);
    if (options_.only == page.name) print_page(page, sink);
    if (page.text) compare_text(page, sink.found, sink.reason);
    compare_metadata(page, sink.found);
}

void Evaluation::compare_text(
    const LabelledPage& page, const Article& article, const std::string& reason
) {
    const Overlap overlap = compare_words(body_of(article, false), *page.text);
    text_.add(overlap);
    with_captions_.add(compare_words(body_of(article, true), *page.text));
    std::string all;
    for (const std::string& paragraph : html_to_paragraphs(page.bytes))
        all += paragraph + '\n';
    baseline_.add(compare_words(all, *page.text));
    results_.push_back({page.name, overlap, reason});
}

void Evaluation::compare_metadata(const LabelledPage& page, const Article& article) {
    if (page.title && !titles_.add(same_title(article.headline, *page.title))) {
        miss("title", page, article.headline, *page.title);
    }
    if (page.byline && !bylines_.add(same_byline(article, *page.byline))) {
        miss("byline", page, article.byline, *page.byline);
    }
    const std::string language = language_of(article);
    if (page.language && !languages_.add(language_code(*page.language) == language)) {
        miss("language", page, language, *page.language);
    }
    if (page.published && !dates_.add(same_day_or_instant(article.published, *page.published))) {
        miss("date", page, article.published ? to_iso(*article.published) : "", *page.published);
    }
}

void Evaluation::miss(
    const char* what,
    const LabelledPage& page,
    const std::string& found,
    const std::string& expected
) const {
    if (!options_.list_misses) return;
    fmt::print("{:9} {}\n    found    {}\n    expected {}\n", what, page.name, found, expected);
}

void Evaluation::print() {
    if (options_.json) return;
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
    fmt::print("{} pages with text, {} pages refused\n", results_.size(), refused_);
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

}  // namespace broadsheet::bench
