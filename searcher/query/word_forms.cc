#include "searcher/query/word_forms.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "common/text/stemmer.h"
#include "common/utf8.h"
#include "searcher/query/written_onto.h"

namespace broadsheet {

namespace {

/// A stem and what all words that have it begin with.
struct LanguageStem {
    std::string language;
    std::string stem;
    std::string beginning;
};

// A stem may end otherwise than its words do: that of cities and city is citi. Two characters stay,
// so that not the whole vocabulary is read for sky.
std::string common_beginning(std::string_view stem) {
    std::size_t last = 0;
    std::size_t characters = 0;
    for (std::size_t at = 0; at < stem.size(); at += decode_utf8(stem, at).length) {
        last = at;
        ++characters;
    }
    return std::string(characters > 2 ? stem.substr(0, last) : stem);
}

/// Tells the forms of one word.
class WordStems {
public:
    WordStems(std::string_view text, std::string_view field_prefix, Building& building)
        : analyzer_(building.analyzer) {
        const auto& rare = building.facts.rare_languages;
        for (const auto& language : building.facts.languages) {
            if (!has_stemmer(language) && !may_have_written_onto(text, language)) continue;
            const bool is_rare = std::ranges::find(rare, language) != rare.end();
            for (const Word* word : whole_words(text, language)) {
                if (word->stem.empty()) continue;
                const RareStem stem = {word->stem, {language}};
                if (is_rare && building.terms.articles_with(stem, field_prefix) == 0) continue;
                auto stems = written_onto(word->stem, language, building.vocabulary);
                stems.push_back(word->stem);
                add(language, stems);
            }
        }
    }

    bool has(std::string_view form) {
        return std::any_of(stems_.begin(), stems_.end(), [&](const LanguageStem& known) {
            if (!form.starts_with(known.beginning)) return false;
            const auto words = whole_words(form, known.language);
            return std::any_of(words.begin(), words.end(), [&](const Word* word) {
                return word->term == form && word->stem == known.stem;
            });
        });
    }

    // None of them begins with another.
    [[nodiscard]] std::vector<std::string> beginnings() const {
        std::vector<std::string> sorted;
        for (const auto& known : stems_)
            sorted.push_back(known.beginning);
        std::sort(sorted.begin(), sorted.end());
        std::vector<std::string> kept;
        for (auto& beginning : sorted) {
            if (kept.empty() || !beginning.starts_with(kept.back()))
                kept.push_back(std::move(beginning));
        }
        return kept;
    }

private:
    // The stems of one word, the shortest of which has nothing written onto it.
    void add(const std::string& language, const std::vector<std::string>& stems) {
        for (const auto& stem : stems)
            stems_.push_back({language, stem, common_beginning(stem)});
        if (language != "ar") return;
        const std::string& bare = *std::ranges::min_element(stems, {}, &std::string::size);
        for (const std::string_view article : kArabicArticles)
            stems_.push_back({language, bare, std::string(article) + common_beginning(bare)});
    }

    // The spellings of a text that is one word.
    std::vector<const Word*> whole_words(std::string_view text, const std::string& language) {
        tokens_.clear();
        analyzer_.analyze(text, language, tokens_);
        std::uint32_t end = 0;
        for (const auto& token : tokens_)
            end = std::max(end, token.position + token.span);
        std::vector<const Word*> words;
        for (const auto& token : tokens_) {
            if (token.position == 0 && token.span == end) words.push_back(token.word);
        }
        return words;
    }

    static constexpr std::string_view kArabicArticles[] = {
        "ال", "بال", "كال", "لل", "وال", "وبال", "ولل", "فال"};

    Analyzer& analyzer_;
    std::vector<LanguageStem> stems_;
    std::vector<Token> tokens_;
};

}  // namespace

Expansion word_forms(std::string_view text, std::string_view field_prefix, Building& building) {
    WordStems stems(text, field_prefix, building);
    Expansion all;
    for (const auto& beginning : stems.beginnings()) {
        Expansion found = building.vocabulary.beginning(
            field_prefix, beginning, [&](std::string_view form) { return stems.has(form); }
        );
        all.cut = all.cut || found.cut;
        std::move(found.words.begin(), found.words.end(), std::back_inserter(all.words));
    }
    std::stable_sort(
        all.words.begin(),
        all.words.end(),
        [](const VocabularyWord& a, const VocabularyWord& b) { return a.articles > b.articles; }
    );
    if (all.words.size() > kExpansionTermsMax) {
        all.words.resize(kExpansionTermsMax);
        all.cut = true;
    }
    return all;
}

std::string commonest_form(std::string_view stem, const IndexFacts& facts, Analyzer& analyzer) {
    std::vector<Token> tokens;
    const auto has_stem = [&](std::string_view form) {
        return std::ranges::any_of(facts.languages, [&](const std::string& language) {
            tokens.clear();
            analyzer.analyze(form, language, tokens);
            return tokens.size() == 1 && tokens.front().word->stem == stem &&
                   tokens.front().word->term == form;
        });
    };
    // Stemming is dear, and the commonest word that begins so most often is it.
    const auto any = [](std::string_view) { return true; };
    const Expansion found = facts.vocabulary->beginning({}, common_beginning(stem), any);
    for (const VocabularyWord& word : found.words) {
        if (has_stem(word.term)) return word.term;
    }
    const auto longer = std::ranges::find_if(found.words, [&](const VocabularyWord& word) {
        return word.term.starts_with(stem);
    });
    return longer == found.words.end() ? std::string(stem) : longer->term;
}

}  // namespace broadsheet
