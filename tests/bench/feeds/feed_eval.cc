// Compares what is read from feeds with what their first comments say is in them: see README.md
// beside this file.
#include <algorithm>
#include <array>
#include <map>
#include <regex>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "common/dates/date_parser.h"
#include "indexer/bundle/bundle.h"
#include "indexer/formats/feed.h"
#include "indexer/formats/html/html_text.h"
#include "indexer/formats/html/words.h"
#include "indexer/formats/text_encoding.h"
#include "indexer/formats/xml_tree.h"
#include "tests/bench/feeds/expectations.h"

namespace broadsheet::bench {
namespace {

constexpr std::string_view kNothing = "Nothing";

class Items final : public ArticleSink {
public:
    void article(Article&& article) override { all.push_back(std::move(article)); }

    void problem(ProblemKind, std::uint64_t, std::string) override {}

    std::vector<Article> all;
};

std::vector<Article> items_in(std::string_view feed) {
    Items items;
    feed_format().read({.name = "feed.xml", .head = feed, .bytes = feed}, items);
    return items.all;
}

/// Most of the feeds show one element in an item without title or text, which is no article.
std::string with_titles(const std::string& feed) {
    static const std::regex kItem("<([a-z0-9]+:)?(item|entry)\\b[^>]*[^/]?>", std::regex::icase);
    return std::regex_replace(feed, kItem, "$&<title>" + std::string(kNothing) + "</title>");
}

std::string plain(std::string_view markup) {
    std::string text;
    for (const std::string& paragraph : html_to_paragraphs(markup))
        text += paragraph + ' ';
    return html::comparable(text);
}

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts)
        text += part + ' ';
    return text;
}

bool same_time(const std::optional<Date>& found, const Date& expected) {
    return found && found->begin_ms / 1000 == expected.begin_ms / 1000;
}

/// What kind of fact a key is about; empty for what an article does not have.
std::string kind_of(std::string_view key) {
    struct Kind {
        std::string_view key;
        std::string_view kind;
    };

    static constexpr std::array<Kind, 24> kKinds{{
        {"title", "title"},
        {"title_detail.value", "title"},
        {"link", "link"},
        {"id", "id"},
        {"guid", "id"},
        {"description", "text"},
        {"summary", "text"},
        {"summary_detail.value", "text"},
        {"content.0.value", "text"},
        {"author", "author"},
        {"author_detail.name", "author"},
        {"authors.0.name", "author"},
        {"authors.1.name", "author"},
        {"published", "date"},
        {"published_parsed", "date"},
        {"updated", "date"},
        {"updated_parsed", "date"},
        {"created", "date"},
        {"created_parsed", "date"},
        {"tags.0.term", "tag"},
        {"tags.1.term", "tag"},
        {"category", "tag"},
        {"source.title", "source"},
        {"publisher", "source"},
    }};
    const auto* const found = std::find_if(kKinds.begin(), kKinds.end(), [key](const Kind& kind) {
        return kind.key == key;
    });
    return found == kKinds.end() ? std::string() : std::string(found->kind);
}

bool is_as_expected(const Article& article, const std::string& kind, const std::string& value) {
    const auto same = [](std::string_view a, std::string_view b) {
        return html::comparable(a) == html::comparable(b);
    };
    // What looks like markup is none where the feed says so.
    const auto same_text = [&](std::string_view text) {
        return html::comparable(text) == plain(value) || same(text, value);
    };
    if (kind == "title") {
        return same_text(article.headline) ||
               (article.headline == kNothing && plain(value).empty());
    }
    if (kind == "link") return article.url == value;
    if (kind == "id") return article.id == value;
    if (kind == "source") return same_text(article.source);
    if (kind == "text") return same_text(joined(article.paragraphs)) || same_text(article.deck);
    if (kind == "author") {
        // "Jane Doe (jane@coast.example)": an address is no part of a byline.
        const std::string name = value.substr(0, value.find('('));
        return html::comparable(article.byline).find(html::comparable(name)) != std::string::npos;
    }
    if (kind == "tag") {
        return std::any_of(article.tags.begin(), article.tags.end(), [&](const std::string& tag) {
            return same(tag, value);
        });
    }
    const std::optional<Date> date = parse_date(value);
    if (!date) return !article.published;
    return same_time(article.published, *date) || same_time(article.updated, *date);
}

std::string answer_of(const Article& article, const std::string& kind) {
    if (kind == "title") return article.headline;
    if (kind == "link") return article.url;
    if (kind == "id") return article.id;
    if (kind == "source") return article.source;
    if (kind == "author") return article.byline;
    if (kind == "tag") return joined(article.tags);
    if (kind == "date") return article.published ? to_iso(*article.published) : "";
    return joined(article.paragraphs) + " / " + article.deck;
}

struct Tally {
    int right = 0;
    int known = 0;
};

class FeedEvaluation final : public BundleVisitor {
public:
    explicit FeedEvaluation(bool list_misses) : list_misses_(list_misses) {}

    void entry(Entry& entry) override {
        std::string feed;
        for (std::string_view part = entry.read(); !part.empty(); part = entry.read())
            feed += part;
        add(entry.name(), feed);
    }

    void problem(Problem) override {}

    void consumed(std::uint64_t) override {}

    void print() const;

private:
    void add(const std::string& name, const std::string& feed);

    bool list_misses_;
    std::map<std::string, std::map<std::string, Tally>> folders_;
};

void FeedEvaluation::add(const std::string& name, const std::string& feed) {
    const Utf8Text text = decode_text(feed, xml_declared_encoding(feed));
    const std::vector<Expectation> expectations = expectations_in(text.view());
    if (expectations.empty()) return;
    std::vector<Article> items = items_in(feed);
    if (items.empty()) items = items_in(with_titles(feed));
    const std::string folder = name.substr(0, name.rfind('/'));
    for (const Expectation& expected : expectations) {
        const std::string kind = kind_of(expected.key);
        if (kind.empty()) continue;
        const bool known = expected.entry < items.size();
        const bool right = known && is_as_expected(items[expected.entry], kind, expected.value);
        for (const std::string& place : {folder, std::string("all")}) {
            Tally& tally = folders_[place][kind];
            ++tally.known;
            tally.right += right ? 1 : 0;
        }
        if (right || !list_misses_) continue;
        fmt::print(
            "{} {} of {}\n    found    {}\n    expected {}\n",
            name,
            expected.key,
            expected.entry,
            known ? answer_of(items[expected.entry], kind) : "no such item",
            expected.value
        );
    }
}

void FeedEvaluation::print() const {
    for (const auto& [folder, kinds] : folders_) {
        fmt::print("{}\n", folder);
        for (const auto& [kind, tally] : kinds) {
            fmt::print(
                "  {:8}{:5} of {:5}  {:.1f}%\n",
                kind,
                tally.right,
                tally.known,
                100.0 * tally.right / tally.known
            );
        }
    }
}

}  // namespace
}  // namespace broadsheet::bench

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    const bool list_misses = !arguments.empty() && arguments.front() == "--misses";
    if (arguments.size() != (list_misses ? 2 : 1)) {
        fmt::print(stderr, "usage: feed_eval [--misses] BUNDLE\n");
        return 2;
    }
    broadsheet::bench::FeedEvaluation evaluation(list_misses);
    broadsheet::read_bundle(arguments.back(), {}, evaluation);
    evaluation.print();
    return 0;
}
