#include "searcher/query/word_forms.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

Xapian::WritableDatabase index_of(const std::vector<std::vector<std::string>>& articles) {
    Xapian::WritableDatabase index("", Xapian::DB_BACKEND_INMEMORY);
    for (const auto& words : articles) {
        Xapian::Document document;
        document.add_boolean_term("Len");
        for (const auto& word : words)
            document.add_posting(word, 1);
        index.add_document(document);
    }
    return index;
}

TEST(CommonestForm, IsTheWordMostArticlesHave) {
    const auto index = index_of(
        {{"happy", "city", "ninety", "happening"}, {"happy", "cities"}, {"happily", "cities"}}
    );
    const IndexFacts facts = read_index_facts(index);
    Analyzer analyzer;
    EXPECT_EQ(commonest_form("happi", facts, analyzer), "happy");
    EXPECT_EQ(commonest_form("citi", facts, analyzer), "cities");
    EXPECT_EQ(commonest_form("nineti", facts, analyzer), "ninety");
}

TEST(CommonestForm, IsTheStemWhereNoWordIsKnown) {
    const auto index = index_of({{"harbour", "harvest"}});
    const IndexFacts facts = read_index_facts(index);
    Analyzer analyzer;
    EXPECT_EQ(commonest_form("zebra", facts, analyzer), "zebra");
    EXPECT_EQ(commonest_form("harv", facts, analyzer), "harvest");
}

}  // namespace
}  // namespace broadsheet
