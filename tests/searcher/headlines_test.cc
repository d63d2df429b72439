// Articles are found by words of their headlines, however these are typed: headlines/*.tsv, one
// article a line, headline and text. The language of an article is the one that is detected, right
// or wrong, as in an index.

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "broadsheet/searcher.h"
#include "common/text/language.h"
#include "tests/searcher/test_index.h"
#include "tests/support/test_data.h"

namespace broadsheet::testing {
namespace {

using icu::UnicodeString;
using Words = std::vector<std::string>;

struct Printed {
    std::string id;
    std::string language;  ///< of the file
    std::string headline;
    std::string text;
};

std::string utf8(const UnicodeString& text) {
    std::string out;
    text.toUTF8String(out);
    return out;
}

UnicodeString utf16(const std::string& text) {
    return UnicodeString::fromUTF8(text);
}

std::vector<Printed> printed() {
    std::vector<std::filesystem::path> files;
    for (const auto& file :
         std::filesystem::directory_iterator(source_directory() / "tests/searcher/headlines"))
        files.push_back(file.path());
    std::sort(files.begin(), files.end());
    std::vector<Printed> articles;
    for (const auto& path : files) {
        std::ifstream file(path);
        const std::string language = path.stem().string();
        std::string line;
        for (int number = 1; std::getline(file, line); ++number) {
            const std::size_t tab = line.find('\t');
            articles.push_back(
                {.id = language + std::to_string(number),
                 .language = language,
                 .headline = line.substr(0, tab),
                 .text = line.substr(tab + 1)}
            );
        }
    }
    return articles;
}

// As a dictionary or the blanks and signs around them cut words.
Words broken_words(const std::string& text) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> breaks(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status)
    );
    const UnicodeString all = utf16(text);
    breaks->setText(all);
    Words words;
    int begin = breaks->first();
    for (int end = breaks->next(); end != icu::BreakIterator::DONE;
         begin = end, end = breaks->next()) {
        if (breaks->getRuleStatus() != UBRK_WORD_NONE)
            words.push_back(utf8(all.tempSubStringBetween(begin, end)));
    }
    return words;
}

// As runs of letters and digits, whatever stands between; in scripts without spaces two at a time.
Words letter_runs(const std::string& text) {
    const UnicodeString all = utf16(text);
    Words words;
    UnicodeString word;
    for (int i = 0; i <= all.length(); ++i) {
        const UChar32 c = i < all.length() ? all.char32At(i) : ' ';
        const bool is_han = u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) != 0;
        if (u_isalnum(c) != 0 || u_charType(c) == U_NON_SPACING_MARK) word.append(c);
        const bool ends = u_isalnum(c) == 0 && u_charType(c) != U_NON_SPACING_MARK;
        if ((ends || (is_han && word.length() == 2)) && !word.isEmpty()) {
            words.push_back(utf8(word));
            word.remove();
        }
    }
    return words;
}

// Every mark that Unicode takes off a letter goes.
std::string unaccented(const std::string& text) {
    UErrorCode status = U_ZERO_ERROR;
    const UnicodeString apart =
        icu::Normalizer2::getNFDInstance(status)->normalize(utf16(text), status);
    UnicodeString kept;
    for (int i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
        const UChar32 c = apart.char32At(i);
        if (u_charType(c) != U_NON_SPACING_MARK) kept.append(c);
    }
    return utf8(kept);
}

std::string capitals(const std::string& text, const std::string& locale) {
    return utf8(utf16(text).toUpper(icu::Locale(locale.c_str())));
}

std::string small(const std::string& text, const std::string& locale) {
    return utf8(utf16(text).toLower(icu::Locale(locale.c_str())));
}

std::string joined(const Words& words) {
    std::string text;
    for (const auto& word : words)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

class Headlines : public ::testing::Test {
protected:
    Headlines() : articles_(printed()), index_({as_articles()}), searcher_(index_.path()) {
        for (const Printed& article : articles_) {
            for (const auto& word : broken_words(small(article.headline, "")))
                ++frequencies_[word];
            for (const auto& word : letter_runs(small(article.headline, "")))
                ++frequencies_[word];
        }
    }

    [[nodiscard]] std::vector<Article> as_articles() const {
        std::vector<Article> made;
        for (const Printed& article : articles_) {
            made.push_back(make_article(
                article.id,
                article.headline,
                article.text,
                detect_language(article.headline + "\n" + article.text)
            ));
        }
        return made;
    }

    bool finds(const std::string& query, const Printed& article) {
        const auto found = ids(searcher_.search({.text = query}));
        return std::find(found.begin(), found.end(), article.id) != found.end();
    }

    void expect_found(const Printed& article, const std::string& query) {
        ++asked_;
        for (const std::string& form :
             {query,
              unaccented(query),
              capitals(query, ""),
              small(query, ""),
              capitals(query, article.language),
              small(query, article.language),
              unaccented(capitals(query, ""))}) {
            EXPECT_TRUE(finds(form, article)) << form << " <- " << article.headline;
        }
    }

    // The three that are in the fewest headlines.
    [[nodiscard]] Words rarest(Words words) const {
        constexpr std::size_t kWords = 3;
        std::stable_sort(words.begin(), words.end(), [&](const auto& a, const auto& b) {
            return frequency(a) < frequency(b);
        });
        if (words.size() > kWords) words.resize(kWords);
        return words;
    }

    [[nodiscard]] int frequency(const std::string& word) const {
        const auto known = frequencies_.find(small(word, ""));
        return known == frequencies_.end() ? 0 : known->second;
    }

    std::vector<Printed> articles_;
    TestIndex index_;
    Searcher searcher_;
    std::map<std::string, int> frequencies_;
    std::size_t asked_ = 0;
};

TEST_F(Headlines, AreFoundByTheirRarestWords) {
    for (const Printed& article : articles_) {
        expect_found(article, joined(rarest(broken_words(article.headline))));
        expect_found(article, joined(rarest(letter_runs(article.headline))));
    }
    EXPECT_GE(asked_, 800U);
}

TEST_F(Headlines, AreFoundByOneRareWord) {
    constexpr std::size_t kLettersMin = 3;
    constexpr int kRare = 3;  // among few more articles than fit a page
    for (const Printed& article : articles_) {
        // What Turkish writes behind an apostrophe is an ending and nothing to look for.
        const bool has_endings = article.language == "tr";
        const Words runs = has_endings ? Words() : letter_runs(article.headline);
        for (const Words& words : {broken_words(article.headline), runs}) {
            for (const auto& word : words) {
                const bool is_long = utf16(word).countChar32() >= static_cast<int>(kLettersMin);
                if (is_long && frequency(word) <= kRare) expect_found(article, word);
            }
        }
    }
    EXPECT_GE(asked_, 800U);
}

TEST_F(Headlines, AreFoundAsTheyStand) {
    for (const Printed& article : articles_)
        expect_found(article, article.headline);
}

// No dictionary has a name; its characters are in many articles.
TEST(DenseNames, OutrankTheirCharacters) {
    std::vector<Article> articles;
    for (int i = 0; i < 30; ++i) {
        articles.push_back(make_article(
            "b" + std::to_string(i),
            "",
            "\u5251\u6CB3\uFF0C\u5251\u5B66\u3002\u4EA6\u597D\u3002\u5B50\u591C\u3002",
            "zh"
        ));
    }
    articles.push_back(make_article(
        "name",
        "",
        "\u4EA6\u5B50\u5251\uFF1A\u535A\u5BA2\u6709\u5546\u4E1A\u4EF7\u503C\u65E0\u76C8\u5229\u6A21"
        "\u5F0F\u3002",
        "zh"
    ));
    const TestIndex index({articles});
    Searcher searcher(index.path());
    for (const char* query : {"\u4EA6\u5B50\u5251", "\u4EA6 \u5B50 \u5251"})
        EXPECT_EQ(ids(searcher.search({.text = query})).front(), "name") << query;
}

}  // namespace
}  // namespace broadsheet::testing
