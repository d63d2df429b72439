#include "searcher/query/written_onto.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>

#include "common/utf8.h"

namespace broadsheet {

namespace {

/// What is written onto a word.
struct Onset {
    std::string letters;
    double times = 0;              ///< at most so many times as often as the word alone
    std::size_t letters_left = 3;  ///< of the word, at least
};

// Sentences begin with "and", and most nouns have their article.
constexpr double kAnd = 10;
constexpr double kArticle = 10;
constexpr double kAnyOther = 0.5;

/// Of so few articles frequencies tell nothing.
constexpr double kFewArticles = 5;

// A conjunction and a preposition, or that of the future (Habash, Introduction to Arabic Natural
// Language Processing, 2010). The article is no part of the stem.
std::vector<Onset> arabic_onsets() {
    std::vector<Onset> onsets;
    for (const std::string conjunction : {"", "و", "ف"}) {
        for (const std::string particle : {"", "ب", "ل", "ك", "س"}) {
            const std::string letters = conjunction + particle;
            if (!letters.empty()) onsets.push_back({letters, particle.empty() ? kAnd : kAnyOther});
        }
    }
    return onsets;
}

// A conjunction, one that begins a clause, and a preposition or the article (Itai and Wintner,
// "Language resources for Hebrew", 2008).
std::vector<Onset> hebrew_onsets() {
    std::vector<Onset> onsets;
    for (const std::string conjunction : {"", "ו"}) {
        for (const std::string clause : {"", "ש", "כש"}) {
            const std::string before = conjunction + clause;
            for (const std::string particle : {"", "ב", "ל", "כ", "מ"})
                onsets.push_back({before + particle, kAnyOther});
            for (const std::string article : {"ה", "מה"})
                onsets.push_back({before + article, kAnyOther, 2});
        }
    }
    std::erase_if(onsets, [](const Onset& onset) { return onset.letters.empty(); });
    for (Onset& onset : onsets) {
        if (onset.letters == "ה") onset.times = kArticle;
    }
    return onsets;
}

bool is_hebrew(std::string_view word) {
    const char32_t first = decode_utf8(word, 0).value;
    return first >= 0x05D0 && first <= 0x05EA;
}

bool is_arabic(std::string_view word) {
    const char32_t first = decode_utf8(word, 0).value;
    return first >= 0x0620 && first <= 0x06FF;
}

std::size_t letter_count(std::string_view word) {
    return static_cast<std::size_t>(std::ranges::count_if(word, [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80;
    }));
}

/// The frequencies of a word and of what may be it with something written onto it.
class Family {
public:
    Family(std::span<const Onset> onsets, const Vocabulary& vocabulary)
        : onsets_(onsets), vocabulary_(vocabulary) {}

    /// The word that `stem` is with the least written onto it; often itself.
    [[nodiscard]] std::string base_of(std::string_view stem) const {
        std::string base(stem);
        Xapian::doccount most = 0;
        for (const Onset& onset : onsets_) {
            if (!stem.starts_with(onset.letters)) continue;
            const std::string rest(stem.substr(onset.letters.size()));
            const Xapian::doccount alone = articles_with(rest);
            if (alone <= most || letter_count(rest) < onset.letters_left) continue;
            if (!is_likely(onset, articles_with(std::string(stem)), alone)) continue;
            most = alone;
            base = rest;
        }
        return base;
    }

    [[nodiscard]] std::vector<std::string> members(const std::string& base) const {
        std::vector<std::string> found;
        if (articles_with(base) > 0) found.push_back(base);
        for (const Onset& onset : onsets_) {
            if (letter_count(base) < onset.letters_left) continue;
            std::string carrying = onset.letters + base;
            const Xapian::doccount articles = articles_with(carrying);
            if (articles > 0 && is_likely(onset, articles, articles_with(base)))
                found.push_back(std::move(carrying));
        }
        return found;
    }

private:
    // More often with the letters than without: a word of its own that begins with them.
    static bool is_likely(const Onset& onset, Xapian::doccount carrying, Xapian::doccount alone) {
        return alone == 0 || carrying <= std::max(kFewArticles, onset.times * alone);
    }

    [[nodiscard]] Xapian::doccount articles_with(const std::string& stem) const {
        return vocabulary_.articles_with("Z" + stem);
    }

    std::span<const Onset> onsets_;
    const Vocabulary& vocabulary_;
};

std::span<const Onset> onsets_of(std::string_view stem, std::string_view language) {
    static const std::vector<Onset> kArabic = arabic_onsets();
    static const std::vector<Onset> kHebrew = hebrew_onsets();
    if (is_hebrew(stem)) return kHebrew;  // nothing else in its letters needs to be told from it
    return language == "ar" && is_arabic(stem) ? std::span(kArabic) : std::span<const Onset>();
}

}  // namespace

bool may_have_written_onto(std::string_view stem, std::string_view language) {
    return !onsets_of(stem, language).empty();
}

std::vector<std::string> written_onto(
    std::string_view stem, std::string_view language, const Vocabulary& vocabulary
) {
    const auto onsets = onsets_of(stem, language);
    if (onsets.empty()) return {};
    const Family family(onsets, vocabulary);
    auto members = family.members(family.base_of(stem));
    std::erase(members, stem);
    return members;
}

}  // namespace broadsheet
