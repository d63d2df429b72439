// The main text of labelled real pages must stay as good as it is: a floor somewhat under what
// tests/bench/extraction measures.

#include <gtest/gtest.h>

#include "indexer/formats/html/html_page.h"
#include "tests/bench/extraction/bag_of_words.h"
#include "tests/bench/extraction/truth.h"
#include "tests/indexer/formats/html/one_page.h"
#include "tests/support/test_data.h"

namespace broadsheet {
namespace {

double mean_f1(const std::vector<bench::LabelledPage>& pages) {
    double sum = 0;
    int count = 0;
    for (const bench::LabelledPage& page : pages) {
        if (!page.text) continue;
        std::string body;
        for (const std::string& paragraph : testing::article_in(page.bytes).paragraphs) {
            body += paragraph + '\n';
        }
        sum += bench::compare_words(body, *page.text).f1;
        ++count;
    }
    return count == 0 ? 0 : sum / count;
}

TEST(Extraction, StaysAboveItsFloorOnLabelledPages) {
    struct Floor {
        const char* bundle;
        std::size_t pages;
        double f1;
    };

    for (const Floor& floor :
         {Floor{"bundles/html-mozilla-readability.tar.zst", 130, 0.960},
          Floor{"bundles/html-newspaper.tar.zst", 140, 0.922}}) {
        const auto bundle = testing::test_data(floor.bundle);
        if (!bundle) GTEST_SKIP() << "the real collections are absent";
        const auto pages = bench::labelled_pages(*bundle);
        EXPECT_GE(pages.size(), floor.pages) << floor.bundle;
        EXPECT_GE(mean_f1(pages), floor.f1) << floor.bundle;
    }
}

}  // namespace
}  // namespace broadsheet
