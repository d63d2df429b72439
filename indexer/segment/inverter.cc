#include "indexer/segment/inverter.h"

#include <algorithm>
#include <cassert>

#include "indexer/segment/position_code.h"
#include "indexer/segment/term_bytes.h"

namespace broadsheet {

Inverter::Inverter() : states_(ArticleTerms::field_prefixes().size()) {}

Inverter::Added Inverter::add(const ArticleTerms& article, std::uint32_t number) {
    article_ = number;
    group_occurrences(article.occurrences);
    place_positions();
    entries_.clear();
    enter_groups();
    for (const auto& term : article.exact_terms)
        add_frequency(number_of(term, TermTable::hash_of(term)), 0);

    Added added;
    append_postings(added);
    return added;
}

// Each word of the text is one look at its state, fetched some words ahead.
void Inverter::group_occurrences(const std::vector<Occurrence>& occurrences) {
    constexpr std::size_t kStateAhead = 16;
    groups_.clear();
    placed_.clear();
    for (std::size_t i = 0; i < occurrences.size(); ++i) {
        if (i + kStateAhead < occurrences.size()) fetch_states(occurrences[i + kStateAhead]);
        const Occurrence& occurrence = occurrences[i];
        group_occurrence(occurrence, 0, occurrence.weight);
        if (occurrence.field != 0) group_occurrence(occurrence, occurrence.field, 1);
    }
}

void Inverter::fetch_states(const Occurrence& occurrence) const {
    const std::uint32_t number = occurrence.word.number();
    if (number < states_[0].size()) fetch_soon(&states_[0][number]);
}

void Inverter::group_occurrence(
    const Occurrence& occurrence, std::uint8_t field, std::uint32_t weight
) {
    WordState& state = state_of(occurrence.word.number(), field);
    if (state.article != article_) {
        if (state.term == kNotNamed) {
            name_terms(state, *occurrence.word, ArticleTerms::field_prefixes()[field]);
        }
        state.article = article_;
        state.group = static_cast<std::uint32_t>(groups_.size());
        groups_.push_back({.term = state.term, .stem = state.stem});
    }
    Group& group = groups_[state.group];
    ++group.count;
    group.weight += weight;
    placed_.push_back({state.group, occurrence.position});
}

// One pass has counted, this one places. Occurrences come in order of position, so each group is in
// order too.
void Inverter::place_positions() {
    std::uint32_t begin = 0;
    for (auto& group : groups_) {
        group.begin = begin;
        begin += group.count;
    }
    positions_.resize(placed_.size());
    for (const auto& [number, position] : placed_) {
        Group& group = groups_[number];
        std::uint32_t* own = positions_.data() + group.begin;
        if (group.positions > 0) {
            assert(own[group.positions - 1] <= position);
            if (own[group.positions - 1] == position) continue;
        }
        own[group.positions++] = position;
    }
}

void Inverter::enter_groups() {
    constexpr std::size_t kChainAhead = 12;
    for (std::size_t number = 0; number < groups_.size(); ++number) {
        if (number + kChainAhead < groups_.size()) {
            const Group& next = groups_[number + kChainAhead];
            if (next.term != kNone) fetch_soon(&chain_[next.term]);
            if (next.stem != kNone) fetch_soon(&chain_[next.stem]);
        }
        if (groups_[number].term != kNone) enter_term(static_cast<std::uint32_t>(number));
        add_frequency(groups_[number].stem, groups_[number].weight);
    }
}

void Inverter::enter_term(std::uint32_t group) {
    Entry& entry = entry_of(groups_[group].term);
    entry.frequency += groups_[group].count;
    if (entry.group == kNone) {
        entry.group = group;
    } else {
        join_groups(entry.group, group);
    }
}

// Two words are spelled alike but differ in their stem. They are rare: the first group moves to the
// end, where there is room for both.
void Inverter::join_groups(std::uint32_t first, std::uint32_t second) {
    Group& all = groups_[first];
    const Group& more = groups_[second];
    const std::size_t begin = positions_.size();
    positions_.resize(begin + all.positions + more.positions);
    const auto at = positions_.begin();
    const auto end = std::set_union(
        at + all.begin,
        at + all.begin + all.positions,
        at + more.begin,
        at + more.begin + more.positions,
        at + static_cast<std::ptrdiff_t>(begin)
    );
    all.begin = static_cast<std::uint32_t>(begin);
    all.positions = static_cast<std::uint32_t>(end - at) - all.begin;
}

void Inverter::append_postings(Added& added) {
    constexpr std::size_t kTailAhead = 8;
    lists_.begin_article(entries_.size());
    for (std::size_t number = 0; number < entries_.size(); ++number) {
        if (number + kTailAhead < entries_.size()) {
            fetch_soon(chain_[entries_[number + kTailAhead].term].tail);
        }
        const Entry& entry = entries_[number];
        lists_.add(entry.term, entry.frequency);
        if (entry.group == kNone) {
            postings_.append(chain_[entry.term], entry.gap, entry.frequency);
        } else {
            append_positions_of(entry);
        }
        added.length += entry.frequency;
        added.frequency_max = std::max(added.frequency_max, entry.frequency);
    }
    added.terms = static_cast<std::uint32_t>(entries_.size());
    lists_.end_article();
}

void Inverter::append_positions_of(const Entry& entry) {
    const Group& group = groups_[entry.group];
    const std::uint32_t* positions = positions_.data() + group.begin;
    if (entry.frequency == 1) {
        postings_.append_one(chain_[entry.term], entry.gap, positions[0]);
        return;
    }
    code_.clear();
    append_positions(code_, {positions, group.positions});
    postings_.append(chain_[entry.term], entry.gap, entry.frequency, code_.view());
}

Inverter::Entry& Inverter::entry_of(std::uint32_t term) {
    PostingChain& chain = chain_[term];
    if (chain.last_article != article_) {
        chain.entry = static_cast<std::uint32_t>(entries_.size());
        entries_.push_back({.term = term, .gap = article_ - chain.last_article});
        chain.last_article = article_;
    }
    return entries_[chain.entry];
}

void Inverter::add_frequency(std::uint32_t term, std::uint32_t frequency) {
    if (term != kNone) entry_of(term).frequency += frequency;
}

Inverter::WordState& Inverter::state_of(std::uint32_t word, std::uint8_t field) {
    LargeVector<WordState>& states = states_[field];
    if (word >= states.size()) {
        states.resize(std::max<std::size_t>(std::size_t{word} + 1, states.size() * 3 / 2));
    }
    return states[word];
}

void Inverter::name_terms(WordState& state, const Word& word, std::string_view prefix) {
    name_.assign(prefix).append(word.term);
    const std::uint32_t term_hash = TermTable::hash_of(name_);
    terms_.fetch_soon(term_hash);
    if (!word.stem.empty()) {
        stem_name_.assign(1, 'Z').append(prefix).append(word.stem);
        const std::uint32_t stem_hash = TermTable::hash_of(stem_name_);
        terms_.fetch_soon(stem_hash);
        state.term = number_of(name_, term_hash);
        state.stem = number_of(stem_name_, stem_hash);
    } else {
        state.term = number_of(name_, term_hash);
    }
}

std::uint32_t Inverter::number_of(std::string_view term, std::uint32_t hash) {
    if (!is_storable_term(term)) return kNone;
    const std::uint32_t number = terms_.number_of(term, hash);
    if (number == chain_.size()) chain_.emplace_back();
    return number;
}

std::size_t Inverter::memory_bytes() const {
    std::size_t states = 0;
    for (const auto& of_field : states_)
        states += of_field.capacity();
    return terms_.memory_bytes() + chain_.capacity() * sizeof(PostingChain) +
           postings_.memory_bytes() + lists_.memory_bytes() + states * sizeof(WordState) +
           groups_.capacity() * sizeof(Group) + placed_.capacity() * sizeof(Placed) +
           positions_.capacity() * sizeof(std::uint32_t) + entries_.capacity() * sizeof(Entry) +
           code_.capacity();
}

void Inverter::clear() {
    *this = Inverter();
}

}  // namespace broadsheet
