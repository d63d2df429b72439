#include "searcher/results/likeness.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "common/text/language.h"
#include "common/text/stop_words.h"
#include "common/utf8.h"

namespace broadsheet {

namespace {

// Stems as words are indexed without a field: 'Z' and no prefix of a field, which is in capitals.
constexpr char kStemPrefix = 'Z';

/// Only the commonest stems of an article have their frequency in the index looked up.
constexpr std::size_t kCandidatesMax = 400;

constexpr std::size_t kTextBytesMax = std::size_t{256} << 10;

/// A word of the headline says more of what an article is about than one of its body.
constexpr double kHeadlineFactor = 1.5;

struct Candidate {
    std::string stem;
    double weight = 0;
};

bool is_capital(char letter) {
    return letter >= 'A' && letter <= 'Z';
}

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

// Numbers are dates and prices; shorter words are initials and remains of abbreviations. Function
// words are rare in small archives only; their stems are mostly themselves.
bool tells_something(std::string_view stem, std::string_view language) {
    constexpr std::size_t kBytesMin = 3;
    return stem.size() >= kBytesMin && std::none_of(stem.begin(), stem.end(), is_digit) &&
           !is_stop_word(stem, language);
}

// BM25's saturation: the fifth time says less than the first.
double saturated(double times) {
    constexpr double kHalf = 1.2;
    return times / (times + kHalf);
}

std::vector<Candidate> candidates_of(
    const Xapian::Database& index, Xapian::docid document, std::string_view language
) {
    std::vector<Candidate> candidates;
    auto term = index.termlist_begin(document);
    const auto end = index.termlist_end(document);
    for (term.skip_to(std::string(1, kStemPrefix)); term != end; ++term) {
        std::string stem = *term;
        if (stem.front() != kStemPrefix) break;
        if (stem.size() < 2 || is_capital(stem[1])) continue;
        stem.erase(0, 1);
        if (!tells_something(stem, language)) continue;
        candidates.push_back({std::move(stem), saturated(term.get_wdf())});
    }
    return candidates;
}

std::set<std::string> stems_of(
    std::string_view text, std::string_view language, Analyzer& analyzer
) {
    std::vector<Token> tokens;
    analyzer.analyze(text, language, tokens);
    std::set<std::string> stems;
    for (const Token& token : tokens)
        stems.insert(token.word->stem);
    return stems;
}

void sort_by_weight(std::vector<Candidate>& candidates) {
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
        return a.weight != b.weight ? a.weight > b.weight : a.stem < b.stem;
    });
}

// Of the commonest stems those that are rare elsewhere. One that is in no other article finds none.
std::vector<SpecialTerm> most_telling(
    const Xapian::Database& index, std::vector<Candidate> candidates, Xapian::doccount own_articles
) {
    sort_by_weight(candidates);
    if (candidates.size() > kCandidatesMax) candidates.resize(kCandidatesMax);
    const double articles = index.get_doccount();
    std::vector<std::pair<double, SpecialTerm>> telling;
    for (Candidate& candidate : candidates) {
        const Xapian::doccount found_in = index.get_termfreq(kStemPrefix + candidate.stem);
        if (found_in <= own_articles) continue;
        const double rarity = std::log((articles + 1) / (found_in + 0.5));
        if (rarity <= 0) continue;
        telling.push_back({rarity * candidate.weight, {std::move(candidate.stem), candidate.weight}}
        );
    }
    std::sort(telling.begin(), telling.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : a.second.stem < b.second.stem;
    });
    if (telling.size() > kSpecialTermsMax) telling.resize(kSpecialTermsMax);
    std::vector<SpecialTerm> terms;
    for (auto& [rank, term] : telling)
        terms.push_back(std::move(term));
    return terms;
}

}  // namespace

std::vector<SpecialTerm> special_terms(
    const Xapian::Database& index,
    Xapian::docid document,
    const Article& article,
    Analyzer& analyzer
) {
    std::vector<Candidate> candidates = candidates_of(index, document, article.language);
    const auto headline = stems_of(article.headline, article.language, analyzer);
    for (Candidate& candidate : candidates) {
        if (headline.contains(candidate.stem)) candidate.weight *= kHeadlineFactor;
    }
    return most_telling(index, std::move(candidates), 1);
}

std::vector<SpecialTerm> special_terms(
    const Xapian::Database& index, std::string_view text, Analyzer& analyzer
) {
    const std::string_view read = utf8_prefix(text, kTextBytesMax);
    std::vector<Token> tokens;
    const std::string language = detect_language(read);
    analyzer.analyze(read, language, tokens);
    std::map<std::string_view, double> times;
    for (const Token& token : tokens)
        times[token.word->stem] += 1;
    std::vector<Candidate> candidates;
    for (const auto& [stem, count] : times) {
        if (tells_something(stem, language))
            candidates.push_back({std::string(stem), saturated(count)});
    }
    return most_telling(index, std::move(candidates), 0);
}

Xapian::Query likeness_query(const std::vector<SpecialTerm>& terms) {
    std::vector<Xapian::Query> queries;
    queries.reserve(terms.size());
    for (const SpecialTerm& term : terms)
        queries.emplace_back(
            Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(kStemPrefix + term.stem), term.weight
        );
    return {Xapian::Query::OP_OR, queries.begin(), queries.end()};
}

void add_targets(
    const Xapian::Database& index, const std::vector<SpecialTerm>& terms, MatchTargets& targets
) {
    const double articles = index.get_doccount();
    for (const SpecialTerm& term : terms) {
        const double found_in = index.get_termfreq(kStemPrefix + term.stem);
        MatchTargets::Word& word = targets.words.emplace_back();
        word.stems = {term.stem};
        word.weight = term.weight * std::max(0.0, std::log((articles + 1) / (found_in + 0.5)));
    }
}

}  // namespace broadsheet
