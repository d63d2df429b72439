#include "common/text/arabic_articles.h"

#include <algorithm>
#include <cstddef>

namespace broadsheet {

namespace {

constexpr std::string_view kConjunctions[] = {"و", "ف"};

// The article alone, behind "in", "like" and "for"; the last loses its alif.
constexpr std::string_view kArticles[] = {"ال", "بال", "كال", "لل"};

// light10's: الحق is حق, but والد (father) no د.
constexpr std::size_t kLettersLeftMin = 2;

std::size_t letter_count(std::string_view word) {
    return static_cast<std::size_t>(std::count_if(word.begin(), word.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80;
    }));
}

// What follows the article that `word` begins with; empty where none does or too little is left.
std::string_view behind_article(std::string_view word) {
    for (const auto& article : kArticles) {
        if (!word.starts_with(article)) continue;
        const std::string_view rest = word.substr(article.size());
        return letter_count(rest) < kLettersLeftMin ? std::string_view{} : rest;
    }
    return {};
}

}  // namespace

std::string_view without_arabic_article(std::string_view folded) {
    std::string_view rest = behind_article(folded);
    for (const auto& conjunction : kConjunctions) {
        if (!rest.empty() || !folded.starts_with(conjunction)) continue;
        rest = behind_article(folded.substr(conjunction.size()));
    }
    return rest.empty() ? folded : rest;
}

}  // namespace broadsheet
