#include "searcher/ranking/feedback.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <string_view>
#include <utility>

namespace broadsheet {

namespace {

using Shares = std::vector<std::pair<std::string, double>>;

/// Only the commonest terms of the articles have their frequency in the index looked up.
constexpr std::size_t kCandidatesMax = 150;

// Stems as words are indexed without a field: 'Z' and no prefix of a field, which is in capitals.
constexpr char kStemPrefix = 'Z';

bool is_capital(char letter) {
    return letter >= 'A' && letter <= 'Z';
}

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

// Numbers are of one story; single letters are initials and remains of abbreviations.
bool tells_something(std::string_view stem) {
    constexpr std::size_t kBytesMin = 3;
    constexpr std::size_t kBytesMax = 40;
    return stem.size() >= kBytesMin && stem.size() <= kBytesMax &&
           std::none_of(stem.begin(), stem.end(), is_digit);
}

// Relevance model 1 of Lavrenko, Croft: Relevance-based language models, SIGIR 2001: the articles'
// own term distributions, each as heavy as the article answers the query.
// Adds the stems of an article, together as heavy as `share`.
void add_article(
    const Xapian::Database& index,
    Xapian::docid document,
    double share,
    std::map<std::string, double>& stems
) {
    std::vector<std::pair<std::string, Xapian::termcount>> found;
    double length = 0;
    auto term = index.termlist_begin(document);
    const auto end = index.termlist_end(document);
    for (term.skip_to(std::string(1, kStemPrefix)); term != end; ++term) {
        std::string stem = *term;
        if (stem.front() != kStemPrefix) break;
        if (stem.size() < 2 || is_capital(stem[1])) continue;
        length += term.get_wdf();
        stem.erase(0, 1);
        if (tells_something(stem)) found.emplace_back(std::move(stem), term.get_wdf());
    }
    for (auto& [stem, times] : found)
        stems[std::move(stem)] += share * times / length;
}

// The heaviest first, of equal ones the first in order of letters; the order must not depend on
// the last digits of a sum.
void keep_heaviest(Shares& shares, std::size_t count) {
    std::sort(shares.begin(), shares.end(), [](const auto& a, const auto& b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    if (shares.size() > count) shares.resize(count);
}

double rounded(double share) {
    constexpr double kDigits = 1e9;
    return std::round(share * kDigits) / kDigits;
}

double total(const Shares& shares) {
    return std::accumulate(shares.begin(), shares.end(), 0.0, [](double sum, const auto& share) {
        return sum + share.second;
    });
}

// The first articles say more than their scores alone: differences of the score stand for a ratio
// of probabilities, and this keeps the many that hold a common word of the query from prevailing.
std::vector<double> shares_of(const std::vector<RankedArticle>& articles, std::size_t count) {
    constexpr double kSharpness = 4;
    std::vector<double> shares;
    for (std::size_t i = 0; i < count; ++i)
        shares.push_back(std::pow(articles[i].score / articles.front().score, kSharpness));
    const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
    for (double& share : shares)
        share /= sum;
    return shares;
}

// Of the commonest stems those that tell most: common in the articles and rare elsewhere.
Shares most_telling(const Xapian::Database& index, const Shares& shares, std::size_t count) {
    const double articles = index.get_doccount();
    Shares telling = shares;
    for (auto& [stem, share] : telling) {
        const double found_in = index.get_termfreq(kStemPrefix + stem);
        share = rounded(share * std::max(0.0, std::log((articles + 1) / (found_in + 0.5))));
    }
    keep_heaviest(telling, count);
    const std::map<std::string, double> by_stem(shares.begin(), shares.end());
    for (auto& [stem, share] : telling)
        share = by_stem.at(stem);
    return telling;
}

}  // namespace

std::vector<FeedbackTerm> feedback_terms(
    const Xapian::Database& index,
    const std::vector<RankedArticle>& articles,
    const FeedbackSettings& settings
) {
    const std::size_t count = std::min(settings.articles, articles.size());
    if (count == 0 || articles.front().score <= 0) return {};
    const std::vector<double> weights = shares_of(articles, count);
    std::map<std::string, double> stems;
    for (std::size_t i = 0; i < count; ++i)
        add_article(index, articles[i].document, weights[i], stems);

    Shares shares(stems.begin(), stems.end());
    for (auto& share : shares)
        share.second = rounded(share.second);
    keep_heaviest(shares, kCandidatesMax);
    shares = most_telling(index, shares, settings.terms);
    keep_heaviest(shares, settings.terms);
    const double all = total(shares);
    std::vector<FeedbackTerm> terms;
    for (auto& [stem, share] : shares)
        terms.push_back({.stem = std::move(stem), .weight = share / all});
    return terms;
}

Xapian::Query widened(
    const Xapian::Query& typed,
    double words,
    bool open,
    const std::vector<FeedbackTerm>& terms,
    const FeedbackSettings& settings
) {
    // RM3 (Abdul-Jaleel and others: UMass at TREC 2004: novelty and HARD): the relevance model and
    // the query mixed.
    std::vector<Xapian::Query> added;
    added.reserve(terms.size());
    const double factor = words * (1 - settings.original_weight) / settings.original_weight;
    for (const auto& term : terms) {
        added.emplace_back(
            Xapian::Query::OP_SCALE_WEIGHT,
            Xapian::Query(kStemPrefix + term.stem),
            term.weight * factor
        );
    }
    if (added.empty()) return typed;
    return {
        open ? Xapian::Query::OP_OR : Xapian::Query::OP_AND_MAYBE,
        typed,
        Xapian::Query(Xapian::Query::OP_OR, added.begin(), added.end())};
}

std::vector<std::string> words_to_show(
    const Xapian::Database& index, const std::vector<FeedbackTerm>& terms
) {
    constexpr std::size_t kShown = 10;
    constexpr std::size_t kEndingBytesMax = 4;
    constexpr int kLookedAt = 50;
    std::vector<std::string> words;
    for (std::size_t i = 0; i < std::min(kShown, terms.size()); ++i) {
        std::string& word = words.emplace_back(terms[i].stem);
        Xapian::doccount most = 0;
        int looked_at = 0;
        const auto end = index.allterms_end(terms[i].stem);
        for (auto term = index.allterms_begin(terms[i].stem); term != end; ++term) {
            if (++looked_at > kLookedAt) break;
            const Xapian::doccount articles = term.get_termfreq();
            if (articles <= most || (*term).size() > terms[i].stem.size() + kEndingBytesMax)
                continue;
            most = articles;
            word = *term;
        }
    }
    return words;
}

}  // namespace broadsheet
