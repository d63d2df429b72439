#include "searcher/ranking/word_source.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "searcher/ranking/both_terms.h"
#include "searcher/ranking/term_union.h"
#include "searcher/ranking/weight.h"

namespace broadsheet {

namespace {

/// Lengths are read and kept for a word in a greater share of the articles than one in this many;
/// for fewer the engine's own list is as good.
constexpr Xapian::doccount kLengthsShare = 8;

/// The engine's sums of bounds may be off in their last digits; equal scores must not be lost.
constexpr double kRounding = 1 - 1e-9;

std::vector<Xapian::doccount> frequencies(
    const Xapian::Database& index, const std::vector<std::string>& terms
) {
    std::vector<Xapian::doccount> found_in;
    for (const auto& term : terms)
        found_in.push_back(index.get_termfreq(term));
    return found_in;
}

// As the engine estimates an OP_FILTER.
Xapian::doccount limited_frequency(
    const Xapian::Database& index, const std::string& term, const std::vector<std::string>& limits
) {
    const Xapian::doccount articles = index.get_doccount();
    const double limit = estimated_union(frequencies(index, limits), articles);
    return static_cast<Xapian::doccount>(
        std::lround(index.get_termfreq(term) * limit / std::max(articles, 1U))
    );
}

// The engine gives several terms that count as one the frequency of their union, and a term alone
// its own, whatever filter it is under.
double rarity(const Xapian::Database& index, const ScoredWord& word) {
    const Xapian::doccount articles = index.get_doccount();
    if (word.terms.empty() && word.limited.size() == 1)
        return inverse_frequency(articles, index.get_termfreq(word.limited.front().term));
    std::vector<Xapian::doccount> found_in = frequencies(index, word.terms);
    for (const auto& [term, limits] : word.limited)
        found_in.push_back(limited_frequency(index, term, limits));
    return inverse_frequency(articles, estimated_union(std::move(found_in), articles));
}

}  // namespace

WordSource::WordSource(
    const Xapian::Database& index,
    const ScoredWord& word,
    std::shared_ptr<const WordScoring> scoring
)
    : factor_(word.weight * rarity(index, word)),
      mean_length_(index.get_avlength()),
      scoring_(std::move(scoring)) {
    for (const auto& term : word.terms)
        lists_.push_back({.term = term});
    for (const auto& [term, limits] : word.limited)
        lists_.push_back({.term = term, .limits = limits});
    if (word.typed.empty()) return;
    typed_factor_ = word.typed_weight * rarity(index, {.terms = {word.typed}});
    const auto typed = std::ranges::find_if(lists_, [&](const List& list) {
        return list.term == word.typed && list.limits.empty();
    });
    typed_ = static_cast<std::size_t>(typed - lists_.begin());
    if (typed == lists_.end()) lists_.push_back({.term = word.typed, .matches = false});
}

WordSource* WordSource::clone() const {
    auto* copy = new WordSource;  // the engine takes it
    copy->factor_ = factor_;
    copy->typed_factor_ = typed_factor_;
    copy->mean_length_ = mean_length_;
    copy->scoring_ = scoring_;
    copy->lists_ = lists_;
    copy->typed_ = typed_;
    return copy;
}

void WordSource::init(const Xapian::Database& segment) {
    const auto [k1, b] = scoring_->bm25;
    fixed_ = k1 * (1 - b);
    by_length_ = k1 * b / mean_length_;
    estimate_matches(segment);
    bound_scores(segment);
    lengths_ = scoring_->statistics->kept_lengths(segment);
    const bool common = found_min_ > segment.get_doccount() / kLengthsShare;
    if (lengths_ == nullptr && common && !segment.get_uuid().empty())
        lengths_ = &scoring_->statistics->lengths(segment);
    for (List& list : lists_)
        list.begin(segment);
    at_ = 0;
    scored_ = 0;
}

void WordSource::estimate_matches(const Xapian::Database& segment) {
    std::vector<Xapian::doccount> found_in;
    std::size_t sum = 0;
    found_min_ = 0;
    for (const List& list : lists_) {
        if (!list.matches) continue;
        const Xapian::doccount most = segment.get_termfreq(list.term);
        sum += most;
        if (list.limits.empty()) {
            found_min_ = std::max(found_min_, most);
            found_in.push_back(most);
        } else {
            found_in.push_back(limited_frequency(segment, list.term, list.limits));
        }
    }
    const Xapian::doccount articles = segment.get_doccount();
    found_max_ = static_cast<Xapian::doccount>(std::min<std::size_t>(sum, articles));
    found_estimated_ = estimated_union(std::move(found_in), articles);
}

// An article is no shorter than it is often that a term is in it.
void WordSource::bound_scores(const Xapian::Database& segment) {
    const Xapian::termcount shortest = segment.get_doclength_lower_bound();
    double times = 0;
    double typed_most = 0;
    Xapian::termcount most = 0;
    for (std::size_t i = 0; i < lists_.size(); ++i) {
        const Xapian::termcount bound = segment.get_wdf_upper_bound(lists_[i].term);
        if (i == typed_ && bound > 0)
            typed_most = typed_factor_ * saturated(bound, std::max(bound, shortest));
        if (!lists_[i].matches) continue;
        times += bound;
        most = std::max(most, bound);
    }
    const double word_most = times > 0 ? factor_ * saturated(times, std::max(most, shortest)) : 0;
    set_maxweight(word_most + typed_most);
}

void WordSource::List::begin(const Xapian::Database& segment) {
    limited.clear();
    at_limited = 0;
    for (const auto& limit : limits) {
        visit_both(segment, term, limit, [this](const Xapian::PostingIterator& found) {
            limited.push_back(
                {.document = *found,
                 .times = static_cast<double>(found.get_wdf()),
                 .length = static_cast<double>(found.get_doclength())}
            );
            return true;
        });
    }
    std::ranges::sort(limited, {}, &Posting::document);
    if (limits.empty()) {
        posting = segment.postlist_begin(term);
        end = segment.postlist_end(term);
    }
    settle();
}

void WordSource::List::settle() {
    if (limits.empty()) {
        at = posting == end ? kEnd : *posting;
    } else {
        at = at_limited == limited.size() ? kEnd : limited[at_limited].document;
    }
}

void WordSource::List::next() {
    if (limits.empty()) {
        ++posting;
    } else {
        ++at_limited;
    }
    settle();
}

void WordSource::List::skip_to(Xapian::docid document) {
    if (at >= document) return;
    if (limits.empty()) {
        posting.skip_to(document);
    } else {
        while (at_limited < limited.size() && limited[at_limited].document < document)
            ++at_limited;
    }
    settle();
}

double WordSource::List::times() const {
    return limits.empty() ? static_cast<double>(posting.get_wdf()) : limited[at_limited].times;
}

double WordSource::List::length() const {
    return limits.empty() ? static_cast<double>(posting.get_doclength())
                          : limited[at_limited].length;
}

double WordSource::saturated(double times, double length) const {
    return (scoring_->bm25.k1 + 1) * times / (times + fixed_ + by_length_ * length);
}

double WordSource::score() const {
    if (scored_ == at_) return score_;
    double times = 0;
    double typed_times = 0;
    double length = lengths_ == nullptr ? 0 : double{(*lengths_)[at_]};
    for (std::size_t i = 0; i < lists_.size(); ++i) {
        List& list = lists_[i];
        if (!list.matches) list.skip_to(at_);
        if (list.at != at_) continue;
        const double here = list.times();
        if (list.matches) times += here;
        if (i == typed_) typed_times = here;
        if (length == 0) length = list.length();
    }
    scored_ = at_;
    score_ = factor_ * saturated(times, length);
    if (typed_times > 0) score_ += typed_factor_ * saturated(typed_times, length);
    return score_;
}

void WordSource::find_first() {
    at_ = kEnd;
    for (const List& list : lists_) {
        if (list.matches) at_ = std::min(at_, list.at);
    }
}

void WordSource::next(double least) {
    const double enough = least * kRounding;
    do {
        for (List& list : lists_) {
            if (list.matches && list.at == at_) list.next();
        }
        find_first();
    } while (at_ != kEnd && enough > 0 && score() < enough);
}

// Where the engine skips, another word leads, and of the articles in between it may want none.
void WordSource::skip_to(Xapian::docid document, double) {
    for (List& list : lists_) {
        if (list.matches) list.skip_to(document);
    }
    find_first();
}

}  // namespace broadsheet
