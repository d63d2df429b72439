// Whether articles are found by the words of their headlines: `findability INDEX [ARTICLES]`.
// Of each headline the three rarest words (among all headlines) are asked for, as printed, without
// accents, in capitals and in lower case; an article counts as found when it, or another one with
// the same headline, is among the first ten hits. One row for each language; misses on stderr.

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "broadsheet/searcher.h"

namespace {

using broadsheet::Searcher;
using icu::UnicodeString;

constexpr std::array<std::string_view, 4> kForms = {"printed", "unaccented", "capitals", "lower"};
constexpr std::size_t kWordsAsked = 3;
constexpr std::size_t kHits = 10;

struct Headline {
    std::string language;
    std::string text;
    std::vector<std::string> words;
};

struct Row {
    std::size_t articles = 0;
    std::array<std::size_t, kForms.size()> found{};
};

std::string utf8(const UnicodeString& text) {
    std::string out;
    text.toUTF8String(out);
    return out;
}

std::string lower(std::string_view text) {
    return utf8(UnicodeString::fromUTF8(std::string(text)).foldCase());
}

std::string unaccented(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* apart = icu::Normalizer2::getNFDInstance(status);
    const UnicodeString all = apart->normalize(UnicodeString::fromUTF8(std::string(text)), status);
    UnicodeString kept;
    for (int i = 0; i < all.length(); i = all.moveIndex32(i, 1)) {
        // Signs of vowels in Indic scripts are letters to their readers: only the Latin, Greek and
        // Cyrillic accents and the Arabic and Hebrew points go.
        const UChar32 c = all.char32At(i);
        const bool accent =
            (c >= 0x300 && c <= 0x36F) || (c >= 0x591 && c <= 0x5C7) || (c >= 0x64B && c <= 0x655);
        if (!accent) kept.append(c);
    }
    return utf8(kept);
}

std::string capitals(std::string_view text, const std::string& language) {
    return utf8(UnicodeString::fromUTF8(std::string(text)).toUpper(icu::Locale(language.c_str())));
}

std::vector<std::string> words_of(const std::string& text) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> breaks(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status)
    );
    std::vector<std::string> words;
    if (U_FAILURE(status)) return words;
    const UnicodeString all = UnicodeString::fromUTF8(text);
    breaks->setText(all);
    int begin = breaks->first();
    for (int end = breaks->next(); end != icu::BreakIterator::DONE;
         begin = end, end = breaks->next()) {
        if (breaks->getRuleStatus() == UBRK_WORD_NONE) continue;
        words.push_back(utf8(all.tempSubStringBetween(begin, end)));
    }
    return words;
}

bool is_found(Searcher& searcher, const std::string& query, const std::string& headline) {
    const auto results = searcher.search({.text = query, .limit = kHits, .snippets = 0});
    return std::any_of(results.hits.begin(), results.hits.end(), [&](const broadsheet::Hit& hit) {
        return hit.article.headline == headline;
    });
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        fmt::print(stderr, "usage: findability INDEX [ARTICLES]\n");
        return 2;
    }
    try {
        Searcher searcher(argv[1]);
        const std::size_t limit = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 2000;
        std::vector<Headline> headlines;
        std::map<std::string, std::size_t> frequencies;
        searcher.stream({.limit = limit, .snippets = 0}, [&](const broadsheet::Hit& hit) {
            if (hit.article.headline.empty()) return;
            headlines.push_back(
                {hit.article.language, hit.article.headline, words_of(hit.article.headline)}
            );
            for (const auto& word : headlines.back().words)
                ++frequencies[lower(word)];
        });
        std::map<std::string, Row> rows;
        for (auto& headline : headlines) {
            std::stable_sort(
                headline.words.begin(),
                headline.words.end(),
                [&](const std::string& a, const std::string& b) {
                    return frequencies[lower(a)] < frequencies[lower(b)];
                }
            );
            if (headline.words.size() > kWordsAsked) headline.words.resize(kWordsAsked);
            if (headline.words.empty()) continue;
            const std::string printed = joined(headline.words);
            const std::array<std::string, kForms.size()> forms = {
                printed, unaccented(printed), capitals(printed, headline.language), lower(printed)};
            for (Row* row : {&rows[headline.language], &rows["all"]})
                ++row->articles;
            for (std::size_t i = 0; i < forms.size(); ++i) {
                if (is_found(searcher, forms[i], headline.text)) {
                    ++rows[headline.language].found[i];
                    ++rows["all"].found[i];
                } else {
                    fmt::print(stderr, "{}\t{}\t{}\n", kForms[i], forms[i], headline.text);
                }
            }
        }
        fmt::print("{:10} {:>8}", "% found", "articles");
        for (const auto form : kForms)
            fmt::print(" {:>10}", form);
        fmt::print("\n");
        for (const auto& [language, row] : rows) {
            fmt::print("{:10} {:8}", language.empty() ? "unknown" : language, row.articles);
            for (const std::size_t found : row.found) {
                fmt::print(
                    " {:10.2f}",
                    100.0 * static_cast<double>(found) / static_cast<double>(row.articles)
                );
            }
            fmt::print("\n");
        }
    } catch (const std::exception& error) {
        fmt::print(stderr, "{}\n", error.what());
        return 1;
    }
    return 0;
}
