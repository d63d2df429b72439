#include "searcher/snippet/target_matcher.h"

#include <algorithm>
#include <map>
#include <string>

namespace broadsheet {

namespace {

constexpr std::int32_t kNoPhrase = -1;

// No text has as many words between two of its own; keeps sums of positions small.
constexpr std::uint32_t kSlopMax = 1U << 28U;

std::size_t first_byte(std::string_view key) {
    return static_cast<unsigned char>(key.front());
}

std::uint64_t length_bit(std::string_view key) {
    return std::uint64_t{1} << std::min<std::size_t>(key.size(), 63);
}

bool in_field(std::string_view wanted, std::string_view field_prefix) {
    return wanted.empty() || wanted == field_prefix;
}

// True for a compound whose first part, a token of its own, begins with the prefix already: of
// vote-rigging only "vote" is what vote* asks for.
bool is_begun_by_its_first_part(
    std::span<const Token> tokens, std::uint32_t index, std::string_view prefix
) {
    const Token& joined = tokens[index];
    if (joined.span == 1) return false;
    const auto is_that = [&](const Token& part) {
        return part.span == 1 && std::string_view(part.word->term).starts_with(prefix);
    };
    for (std::size_t i = index; i > 0 && tokens[i - 1].begin == joined.begin; --i) {
        if (is_that(tokens[i - 1])) return true;
    }
    for (std::size_t i = index + 1; i < tokens.size() && tokens[i].begin == joined.begin; ++i) {
        if (is_that(tokens[i])) return true;
    }
    return false;
}

Match match_of(const Token& first, const Token& last, std::uint32_t target) {
    return {first.begin, std::max(first.end, last.end), target};
}

}  // namespace

TargetMatcher::TargetMatcher(const MatchTargets& targets) {
    const auto next_target =
        [this](double weight, std::string_view field_prefix, std::string_view printed = {}) {
            weights_.push_back(weight);
            printed_.push_back(printed);
            checks_print_ = checks_print_ || !printed.empty();
            if (field_prefix.empty()) ++fieldless_targets_;
            return static_cast<std::uint32_t>(weights_.size() - 1);
        };
    for (const auto& word : targets.words) {
        const Use use{
            next_target(word.weight, word.field_prefix, word.printed),
            0,
            kNoPhrase,
            word.field_prefix};
        for (const auto& term : word.terms)
            add(terms_, term_lengths_, term, use);
        for (const auto& stem : word.stems)
            add(stems_, stem_lengths_, stem, use);
    }
    for (const auto& phrase : targets.phrases) {
        next_target(phrase.weight, phrase.field_prefix, phrase.printed);
        add_phrase(phrase);
    }
    for (const auto& prefix : targets.prefixes) {
        const Use use{
            next_target(prefix.weight, prefix.field_prefix), 0, kNoPhrase, prefix.field_prefix};
        if (!prefix.prefix.empty())
            prefixes_[first_byte(prefix.prefix)].push_back({prefix.prefix, use});
    }
}

void TargetMatcher::add(Table& table, Lengths& lengths, std::string_view key, const Use& use) {
    if (key.empty()) return;
    table[key].push_back(use);
    lengths[first_byte(key)] |= length_bit(key);
}

bool TargetMatcher::may_hold(const Lengths& lengths, std::string_view key) {
    return !key.empty() && (lengths[first_byte(key)] & length_bit(key)) != 0;
}

void TargetMatcher::add_phrase(const MatchTargets::Phrase& phrase) {
    PhraseState state;
    state.phrase = &phrase;
    state.target = static_cast<std::uint32_t>(weights_.size() - 1);
    const auto number = static_cast<std::int32_t>(phrases_.size());
    std::map<std::vector<std::string>, std::uint32_t> kinds;
    for (std::uint32_t slot = 0; slot < phrase.slots.size(); ++slot) {
        std::vector<std::string> alternatives = phrase.slots[slot];
        std::ranges::sort(alternatives);
        alternatives.erase(
            std::unique(alternatives.begin(), alternatives.end()), alternatives.end()
        );
        const auto next_kind = static_cast<std::uint32_t>(kinds.size());
        const auto [kind, is_new] = kinds.try_emplace(alternatives, next_kind);
        if (is_new) state.needed_of_kind.push_back(0);
        ++state.needed_of_kind[kind->second];
        state.kind_of_slot.push_back(kind->second);
        // In any order, one slot of each kind stands for all of them.
        if (!phrase.ordered && !is_new) continue;
        for (const auto& term : phrase.slots[slot])
            add(terms_, term_lengths_, term, {state.target, slot, number, phrase.field_prefix});
    }
    phrases_.push_back(std::move(state));
}

void TargetMatcher::find(
    std::span<const Token> tokens, std::string_view field_prefix, std::vector<Match>& matches
) {
    const auto before = static_cast<std::ptrdiff_t>(matches.size());
    Text text{tokens, field_prefix, matches};
    // The words lie anywhere in memory: fetching them ahead halves the time of all this.
    constexpr std::size_t kAhead = 8;
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
        if (i + kAhead < tokens.size()) __builtin_prefetch(&tokens[i + kAhead].word->number);
        look_up(text, i);
    }
    for (PhraseState& state : phrases_) {
        finish(text, state);
        state.events.clear();
    }
    // A word may match by its term and by its stem.
    std::sort(matches.begin() + before, matches.end());
    matches.erase(std::unique(matches.begin() + before, matches.end()), matches.end());
}

void TargetMatcher::look_up(Text& text, std::uint32_t index) {
    const Word& word = *text.tokens[index].word;
    if (is_dull(word)) return;
    bool is_wanted = false;
    const auto try_key = [&](const Table& table, const Lengths& lengths, std::string_view key) {
        if (!may_hold(lengths, key)) return;
        const auto found = table.find(key);
        if (found == table.end()) return;
        is_wanted = true;
        for (const Use& use : found->second)
            take(text, index, use);
    };
    try_key(terms_, term_lengths_, word.term);
    try_key(stems_, stem_lengths_, word.stem);
    if (!word.term.empty()) {
        for (const PrefixUse& candidate : prefixes_[first_byte(word.term)]) {
            if (!std::string_view(word.term).starts_with(candidate.prefix)) continue;
            is_wanted = true;
            if (!is_begun_by_its_first_part(text.tokens, index, candidate.prefix))
                take(text, index, candidate.use);
        }
    }
    if (!is_wanted) dull_[word.number / 64] |= std::uint64_t{1} << (word.number % 64);
}

bool TargetMatcher::is_dull(const Word& word) {
    const std::size_t cell = word.number / 64;
    if (cell >= dull_.size()) dull_.resize(cell + cell / 2 + 1);
    return (dull_[cell] >> (word.number % 64) & 1U) != 0;
}

void TargetMatcher::take(Text& text, std::uint32_t index, const Use& use) {
    if (!in_field(use.field_prefix, text.field_prefix)) return;
    const Token& token = text.tokens[index];
    if (use.phrase == kNoPhrase) {
        text.matches.push_back(match_of(token, token, use.target));
        return;
    }
    PhraseState& state = phrases_[static_cast<std::size_t>(use.phrase)];
    const std::uint32_t slot = state.phrase->ordered ? use.slot : state.kind_of_slot[use.slot];
    state.events.push_back({index, slot, token.position});
}

void TargetMatcher::finish(Text& text, const PhraseState& state) {
    if (state.events.empty()) return;
    const auto slots = static_cast<std::uint32_t>(state.phrase->slots.size());
    const std::uint32_t slop = std::min(state.phrase->slop, kSlopMax);
    const auto add = [&](std::uint32_t first, std::uint32_t last) {
        text.matches.push_back(match_of(text.tokens[first], text.tokens[last], state.target));
    };
    if (state.phrase->ordered && slop == 0) {
        for (const PhraseRun& run : exact_phrases(state.events, slots))
            add(run.first_token, run.last_token);
        return;
    }
    const std::uint32_t window = slots - 1 + slop;
    const auto tokens = state.phrase->ordered
                            ? ordered_near(state.events, slots, window)
                            : unordered_near(state.events, state.needed_of_kind, window);
    for (std::size_t i = 0; i < tokens.size();) {
        std::size_t last = i;
        const auto follows = [&](std::size_t next) {
            const Token& a = text.tokens[tokens[next - 1]];
            const Token& b = text.tokens[tokens[next]];
            return b.position <= a.position + a.span;
        };
        while (state.phrase->ordered && last + 1 < tokens.size() && follows(last + 1))
            ++last;
        add(tokens[i], tokens[last]);
        i = last + 1;
    }
}

}  // namespace broadsheet
