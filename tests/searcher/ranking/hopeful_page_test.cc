// Pages of queries that check the text in some of their parts: no more of it is read than the page
// needs, and the page is the same as that of the whole answer.

#include <algorithm>
#include <cstddef>
#include <random>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broadsheet/searcher.h"
#include "tests/searcher/test_index.h"

namespace broadsheet {
namespace {

using testing::ids;
using testing::make_article;
using testing::TestIndex;

/// Draws articles and queries of few words, so that much of what is drawn is found.
class Draw {
public:
    std::vector<Article> articles(std::size_t first, std::size_t last) {
        std::vector<Article> made;
        for (std::size_t i = first; i < last; ++i) {
            std::string body;
            for (std::size_t words = 3 + below(40); words > 0; --words)
                body += printed_word() + (below(6) == 0 ? ". " : " ");
            Article article = make_article("a" + std::to_string(i), printed_word(), body);
            article.published = make_date(1990 + static_cast<int>(below(30)));
            made.push_back(std::move(article));
        }
        return made;
    }

    // With at least one check in a part that need not hold.
    std::string query() {
        const std::string text =
            below(2) == 0 ? either() : word() + " " + part() + " -" + checked();
        switch (below(5)) {
            case 0:
                return text + " date:1995..2010";
            case 1:
                return "+" + word() + " (" + text + ")";
            case 2:
                return "(" + text + ") AND NOT (" + word() + " AND NOT " + checked() + ")";
            case 3:
                return "=\"" + printed_word() + "\" AND (" + text + ")";
            default:
                return text;
        }
    }

private:
    std::size_t below(std::size_t end) {
        return std::uniform_int_distribution<std::size_t>(0, end - 1)(random_);
    }

    std::string either() { return part() + " OR " + checked() + (below(3) == 0 ? "^2" : ""); }

    std::string part() { return below(3) == 0 ? checked() : word(); }

    std::string checked() {
        switch (below(4)) {
            case 0:
                return "(" + word() + " SAME/s " + word() + ")";
            case 1:
                return "=\"" + printed_word() + " " + printed_word() + "\"";
            default:
                return "=\"" + printed_word() + "\"";
        }
    }

    std::string word() {
        static const std::vector<std::string> kWords = {
            "ferry", "harbour", "strike", "lighthouse", "storm", "dune", "port", "levant"};
        // The first ones are common, the last ones rare.
        return kWords[std::min(below(kWords.size()), below(kWords.size()))];
    }

    std::string printed_word() {
        std::string printed = word();
        if (below(3) == 0) printed.front() = static_cast<char>(printed.front() - 'a' + 'A');
        return printed;
    }

    std::mt19937 random_{20190430};
};

TEST(HopefulPage, IsThatOfTheWholeAnswer) {
    Draw draw;
    const TestIndex index({draw.articles(0, 500), draw.articles(500, 520), draw.articles(520, 1200)}
    );
    Searcher searcher(index.path());
    std::size_t estimated = 0;
    double totals = 0;
    double estimates = 0;
    for (int i = 0; i < 120; ++i) {
        const std::string text = draw.query();
        SCOPED_TRACE(text);
        const SortBy sort = i % 4 == 0 ? SortBy::newest : SortBy::relevance;
        const Results whole =
            searcher.search({.text = text, .sort = sort, .limit = kEveryHit, .snippets = 0});
        const std::size_t offset = i % 3 == 0 ? 15 : 0;
        const Results page =
            searcher.search({.text = text, .sort = sort, .offset = offset, .snippets = 0});
        const std::size_t first = std::min(offset, whole.hits.size());
        ASSERT_EQ(page.hits.size(), std::min<std::size_t>(10, whole.hits.size() - first));
        for (std::size_t hit = 0; hit < page.hits.size(); ++hit) {
            EXPECT_EQ(page.hits[hit].article.id, whole.hits[first + hit].article.id);
            EXPECT_NEAR(page.hits[hit].score, whole.hits[first + hit].score, 2e-6);
        }
        if (page.total_is_exact) {
            EXPECT_EQ(page.total, whole.hits.size());
        } else {
            ++estimated;
            totals += static_cast<double>(whole.hits.size());
            estimates += static_cast<double>(page.total);
        }
    }
    EXPECT_GT(estimated, 30U);
    EXPECT_NEAR(estimates / totals, 1, 0.05);
}

TEST(HopefulPage, HasAnExactTotalWhereThatIsAsked) {
    Draw draw;
    const TestIndex index({draw.articles(0, 300), draw.articles(300, 600)});
    Searcher searcher(index.path());
    for (int i = 0; i < 30; ++i) {
        const std::string text = draw.query();
        SCOPED_TRACE(text);
        const Results counted = searcher.search({.text = text, .exact_total = true});
        EXPECT_TRUE(counted.total_is_exact);
        EXPECT_EQ(counted.total, searcher.count({.text = text}));
        EXPECT_EQ(ids(counted), ids(searcher.search({.text = text})));
    }
}

}  // namespace
}  // namespace broadsheet
