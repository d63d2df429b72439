#include "searcher/ranking/feedback.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <numeric>
#include <string_view>
#include <utility>

#include "searcher/ranking/feedback_source.h"
#include "searcher/ranking/weight.h"

namespace broadsheet {

namespace {

using Shares = std::vector<std::pair<std::string, double>>;

/// Only the commonest terms of the articles have their frequency in the index looked up.
constexpr std::size_t kCandidatesMax = 300;

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
void add_article(
    const Xapian::Database& index,
    const FeedbackArticle& article,
    const std::set<std::string>& left_out,
    std::map<std::string, double>& stems
) {
    const double length = index.get_doclength(article.document);
    auto term = index.termlist_begin(article.document);
    const auto end = index.termlist_end(article.document);
    for (term.skip_to(std::string(1, kStemPrefix)); term != end; ++term) {
        std::string stem = *term;
        if (stem.front() != kStemPrefix) break;
        if (stem.size() < 2 || is_capital(stem[1])) continue;
        stem.erase(0, 1);
        if (!tells_something(stem) || left_out.contains(stem)) continue;
        stems[std::move(stem)] += article.share * term.get_wdf() / length;
    }
}

// The heaviest first, of equal ones the first in order of letters.
void keep_heaviest(Shares& shares, std::size_t count) {
    const auto heavier = [](const auto& a, const auto& b) {
        const double x = std::abs(a.second);
        const double y = std::abs(b.second);
        return x != y ? x > y : a.first < b.first;
    };
    const auto kept = static_cast<std::ptrdiff_t>(std::min(count, shares.size()));
    std::partial_sort(shares.begin(), shares.begin() + kept, shares.end(), heavier);
    shares.resize(static_cast<std::size_t>(kept));
}

// The order must not depend on the last digits of a sum.
double rounded(double share) {
    constexpr double kDigits = 1e9;
    return std::round(share * kDigits) / kDigits;
}

// What a term says, by how much commoner it is in the articles than in the index: its part of the
// Kullback-Leibler divergence (Carpineto, de Mori, Romano, Bigi: An information-theoretic approach
// to automatic query expansion, TOIS 2001).
double divergence(double share, double share_in_index) {
    const double size = std::abs(share);
    if (size <= share_in_index) return 0;
    return std::copysign(rounded(size * std::log(size / share_in_index)), share);
}

}  // namespace

// The first articles say more than their scores alone: differences of the score stand for a ratio
// of probabilities, and this keeps the many that hold a common word of the query from prevailing.
std::vector<FeedbackArticle> first_articles(
    const std::vector<RankedArticle>& answer, const FeedbackSettings& settings
) {
    if (answer.empty() || answer.front().score <= 0) return {};
    std::vector<FeedbackArticle> articles;
    double sum = 0;
    for (std::size_t i = 0; i < std::min(settings.articles, answer.size()); ++i) {
        const double share = std::pow(answer[i].score / answer.front().score, settings.sharpness);
        articles.push_back({.document = answer[i].document, .share = share});
        sum += share;
    }
    for (auto& article : articles)
        article.share /= sum;
    return articles;
}

std::vector<FeedbackTerm> feedback_terms(
    const Xapian::Database& index,
    const std::vector<FeedbackArticle>& articles,
    const std::set<std::string>& typed_stems,
    const FeedbackSettings& settings,
    IndexStatistics& statistics
) {
    std::map<std::string, double> stems;
    for (const auto& article : articles)
        add_article(index, article, typed_stems, stems);
    Shares shares(stems.begin(), stems.end());
    for (auto& share : shares)
        share.second = rounded(share.second);
    keep_heaviest(shares, kCandidatesMax);

    // In an index of a few articles every word is in a great share of them.
    constexpr double kNeverCommon = 10;
    const double count = index.get_doccount();
    const double common = std::max(kNeverCommon, settings.common * count);
    // How often the index has a term is a second lookup in each segment and tells hardly more than
    // how many articles do.
    constexpr double kTimesInAnArticle = 1.5;
    const double words = count * index.get_average_length();
    // In order of letters the lookups touch each block of the index once.
    std::sort(shares.begin(), shares.end());
    std::map<std::string, Xapian::doccount> found_in;
    for (auto& [stem, share] : shares) {
        const Xapian::doccount found = statistics.articles_with(index, kStemPrefix + stem);
        share = found > common ? 0 : divergence(share, kTimesInAnArticle * found / words);
        found_in[stem] = found;
    }
    std::erase_if(shares, [](const auto& share) { return share.second == 0; });
    keep_heaviest(shares, settings.terms);

    std::vector<FeedbackTerm> terms;
    double sum = 0;
    for (auto& [stem, share] : shares) {
        sum += std::abs(share);
        terms.push_back({.stem = stem, .weight = share, .found_in = found_in[stem]});
    }
    for (auto& term : terms)
        term.weight /= sum;
    return terms;
}

double feedback_weight(double words, const FeedbackSettings& settings) {
    return words * (1 - settings.original_weight) / settings.original_weight;
}

std::unique_ptr<Xapian::PostingSource> feedback_source(
    const Xapian::Database& index,
    const std::vector<FeedbackTerm>& terms,
    double weight,
    const FeedbackSettings& settings,
    std::shared_ptr<IndexStatistics> statistics
) {
    auto sum = std::make_shared<TermSum>();
    sum->bm25 = settings.bm25;
    sum->statistics = std::move(statistics);
    sum->mean_length = index.get_average_length();
    const double articles = index.get_doccount();
    for (const auto& term : terms) {
        sum->terms.push_back(
            {.term = kStemPrefix + term.stem,
             .weight = weight * term.weight * (settings.bm25.k1 + 1) *
                       inverse_frequency(articles, term.found_in)}
        );
    }
    return std::make_unique<FeedbackSource>(std::move(sum));
}

Xapian::Query feedback_query(
    const Xapian::Database& index,
    const std::vector<FeedbackTerm>& terms,
    double weight,
    const FeedbackSettings& settings,
    std::shared_ptr<IndexStatistics> statistics
) {
    if (terms.empty()) return {};
    auto source = feedback_source(index, terms, weight, settings, std::move(statistics));
    return Xapian::Query(source.release()->release());
}

// RM3 (Abdul-Jaleel and others: UMass at TREC 2004: novelty and HARD): the relevance model and the
// query mixed.
Xapian::Query widened(
    const Xapian::Database& index,
    const Xapian::Query& typed,
    double words,
    bool open,
    const std::vector<FeedbackTerm>& terms,
    const FeedbackSettings& settings,
    std::shared_ptr<IndexStatistics> statistics
) {
    const double factor = feedback_weight(words, settings);
    const Xapian::Query added =
        feedback_query(index, terms, factor, settings, std::move(statistics));
    if (added.empty()) return typed;
    return {open ? Xapian::Query::OP_OR : Xapian::Query::OP_AND_MAYBE, typed, added};
}

}  // namespace broadsheet
