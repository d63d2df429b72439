#include "searcher/snippet/passage.h"

#include <algorithm>
#include <utility>

#include "searcher/snippet/passage_chooser.h"
#include "searcher/snippet/passage_score.h"

namespace broadsheet {

namespace {

// Which targets stand in some pieces of a text.
std::vector<bool> targets_in(
    const MatchedText& text, std::span<const Piece> pieces, std::size_t target_count
) {
    std::vector<bool> found(target_count);
    for (const Piece& piece : pieces) {
        if (piece.paragraph >= text.matches.size()) continue;
        for (const Match& match : text.matches[piece.paragraph]) {
            if (match.begin >= piece.begin && match.end <= piece.end) found[match.target] = true;
        }
    }
    return found;
}

// The matches of other targets.
MatchedText without(const MatchedText& text, const std::vector<bool>& targets) {
    MatchedText rest = text;
    for (auto& matches : rest.matches)
        std::erase_if(matches, [&targets](const Match& match) { return targets[match.target]; });
    return rest;
}

double weight_of(const std::vector<bool>& found, const PassageScore& score) {
    double sum = 0;
    for (std::uint32_t target = 0; target < found.size(); ++target)
        sum += found[target] ? score.share(target) : 0;
    return sum;
}

// One behind the other, with a mark where something is left out; nothing where they meet.
std::vector<Piece> joined(std::vector<Piece> a, std::vector<Piece> b) {
    const auto place = [](const Piece& piece) { return std::pair(piece.paragraph, piece.begin); };
    if (place(b.front()) < place(a.front())) a.swap(b);
    const Piece& last = a.back();
    Piece& next = b.front();
    if (std::pair(last.paragraph, last.end) >= place(next)) return {};
    next.gap_before = true;
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

// Two passages of half the length each, for a query whose words stand far apart.
std::vector<Piece> two_passages(
    const MatchedText& text, const TargetMatcher& targets, std::size_t length
) {
    const std::vector<Piece> first = bare_passage(text, targets, length / 2);
    if (first.empty()) return {};
    const MatchedText rest = without(text, targets_in(text, first, targets.target_count()));
    const std::vector<Piece> second = bare_passage(rest, targets, length / 2);
    return second.empty() ? second : joined(first, second);
}

}  // namespace

std::vector<Piece> best_passage(
    const MatchedText& text, const TargetMatcher& targets, std::size_t length
) {
    // Shorter halves say nothing; less weight than this is that of words like "the".
    constexpr std::size_t kLengthForTwo = 120;
    constexpr double kClearlyMore = 0.1;
    std::vector<Piece> one = filled_passage(text, targets, length);
    if (length < kLengthForTwo || targets.target_count() < 2) return one;
    const PassageScore score(targets);
    const auto weight = [&](const std::vector<Piece>& pieces) {
        return weight_of(targets_in(text, pieces, targets.target_count()), score);
    };
    const double held = weight(one);
    if (held > 1 - kClearlyMore) return one;
    std::vector<Piece> two = two_passages(text, targets, length);
    return weight(two) > held + kClearlyMore ? two : one;
}

}  // namespace broadsheet
