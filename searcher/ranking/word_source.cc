#include "searcher/ranking/word_source.h"

#include <algorithm>
#include <utility>

#include "searcher/ranking/term_union.h"
#include "searcher/ranking/weight.h"

namespace broadsheet {

namespace {

/// Lengths are read and kept for a word in a greater share of the articles than one in this many;
/// for fewer the engine's own list is as good.
constexpr Xapian::doccount kLengthsShare = 8;

/// The engine's sums of bounds may be off in their last digits; equal scores must not be lost.
constexpr double kRounding = 1 - 1e-9;

double rarity(const Xapian::Database& index, const std::vector<std::string>& terms) {
    std::vector<Xapian::doccount> found_in;
    for (const auto& term : terms)
        found_in.push_back(index.get_termfreq(term));
    const Xapian::doccount articles = index.get_doccount();
    return inverse_frequency(articles, estimated_union(std::move(found_in), articles));
}

}  // namespace

WordSource::WordSource(
    const Xapian::Database& index,
    const ScoredWord& word,
    std::shared_ptr<const WordScoring> scoring
)
    : factor_(word.weight * rarity(index, word.terms)),
      mean_length_(index.get_avlength()),
      scoring_(std::move(scoring)) {
    for (const auto& term : word.terms)
        lists_.push_back({.term = term});
    if (word.typed.empty()) return;
    typed_factor_ = word.typed_weight * rarity(index, {word.typed});
    const auto typed = std::ranges::find(lists_, word.typed, &List::term);
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
    for (const List& list : lists_) {
        if (!list.matches) continue;
        found_in.push_back(segment.get_termfreq(list.term));
        sum += found_in.back();
    }
    const Xapian::doccount articles = segment.get_doccount();
    found_min_ = *std::ranges::max_element(found_in);
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
    posting = segment.postlist_begin(term);
    end = segment.postlist_end(term);
    at = posting == end ? kEnd : *posting;
}

void WordSource::List::next() {
    ++posting;
    at = posting == end ? kEnd : *posting;
}

void WordSource::List::skip_to(Xapian::docid document) {
    if (at >= document) return;
    posting.skip_to(document);
    at = posting == end ? kEnd : *posting;
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
        const double here = list.posting.get_wdf();
        if (list.matches) times += here;
        if (i == typed_) typed_times = here;
        if (length == 0) length = list.posting.get_doclength();
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
