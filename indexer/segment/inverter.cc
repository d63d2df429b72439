#include "indexer/segment/inverter.h"

#include <algorithm>
#include <cassert>
#include <span>

#include "indexer/segment/position_code.h"
#include "indexer/segment/term_bytes.h"

namespace broadsheet {

namespace {

// What std::unordered_map takes for an entry: the node, its link, its share of the buckets.
constexpr std::size_t kBytesPerFieldTerm = 56;

}  // namespace

Inverter::Added Inverter::add(const ArticleTerms& article, std::uint32_t number) {
    article_ = number;
    entries_.clear();
    placed_.clear();
    add_occurrences(article.occurrences);
    add_stems();
    for (const auto& term : article.exact_terms)
        add_frequency(number_of(term), 0);
    place_positions();

    Added added;
    append_postings(added);
    return added;
}

// Every step from an occurrence to its chain goes to another place in memory. They are fetched some
// occurrences ahead, each step when the one before has arrived.
void Inverter::add_occurrences(const std::vector<Occurrence>& occurrences) {
    constexpr std::size_t kWordAhead = 24;
    constexpr std::size_t kTermsAhead = 16;
    constexpr std::size_t kChainAhead = 8;
    for (std::size_t i = 0; i < occurrences.size(); ++i) {
        if (i + kWordAhead < occurrences.size()) fetch_soon(occurrences[i + kWordAhead].word);
        if (i + kTermsAhead < occurrences.size()) fetch_word(occurrences[i + kTermsAhead]);
        if (i + kChainAhead < occurrences.size()) fetch_chain(occurrences[i + kChainAhead]);
        add_occurrence(occurrences[i]);
    }
}

void Inverter::fetch_word(const Occurrence& occurrence) const {
    const std::uint32_t number = occurrence.word->number;
    if (number < word_terms_.size()) fetch_soon(&word_terms_[number]);
}

void Inverter::fetch_chain(const Occurrence& occurrence) const {
    const std::uint32_t number = occurrence.word->number;
    if (number >= word_terms_.size()) return;
    const WordTerms& terms = word_terms_[number];
    if (terms.term < chain_.size()) fetch_soon(&chain_[terms.term]);
    if (terms.stem < chain_.size()) fetch_soon(&chain_[terms.stem]);
}

void Inverter::add_occurrence(const Occurrence& occurrence) {
    const Word& word = *occurrence.word;
    add_word(terms_of(word), occurrence.position, occurrence.weight);
    if (occurrence.field != 0) {
        add_word(terms_of(word, occurrence.field), occurrence.position, 1);
    }
}

void Inverter::add_word(const WordTerms& terms, std::uint32_t position, std::uint32_t stem_weight) {
    if (terms.term == kNone) {
        add_frequency(terms.stem, stem_weight);
        return;
    }
    const std::uint32_t number = entry_of(terms.term);
    Entry& entry = entries_[number];
    if (entry.positions == 0) entry.stem = terms.stem;
    ++entry.frequency;
    ++entry.positions;
    placed_.push_back({number, position});
    if (entry.stem == terms.stem) {
        entry.stem_frequency += stem_weight;
    } else {  // spelled alike, but in a language that stems it differently
        add_frequency(terms.stem, stem_weight);
    }
}

void Inverter::add_stems() {
    const std::size_t words = entries_.size();
    for (std::size_t number = 0; number < words; ++number) {
        if (entries_[number].positions == 0) continue;
        add_frequency(entries_[number].stem, entries_[number].stem_frequency);
    }
}

// Groups the positions by entry, with one pass to count and one to place. Occurrences come in order
// of position, so each group is in order too.
void Inverter::place_positions() {
    positions_begin_.assign(entries_.size() + 1, 0);
    for (std::size_t number = 0; number < entries_.size(); ++number) {
        positions_begin_[number + 1] = positions_begin_[number] + entries_[number].positions;
        entries_[number].positions = 0;
    }
    positions_.resize(placed_.size());
    for (const auto& [number, position] : placed_) {
        Entry& entry = entries_[number];
        std::uint32_t* group = positions_.data() + positions_begin_[number];
        if (entry.positions > 0) {
            assert(group[entry.positions - 1] <= position);
            if (group[entry.positions - 1] == position) continue;
        }
        group[entry.positions++] = position;
    }
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
        code_.clear();
        if (entry.positions > 0) {
            append_positions(
                code_, {positions_.data() + positions_begin_[number], entry.positions}
            );
        }
        postings_.append(
            chain_[entry.term],
            entry.gap,
            {.article = article_, .frequency = entry.frequency, .positions = code_.view()}
        );
        added.length += entry.frequency;
        added.frequency_max = std::max(added.frequency_max, entry.frequency);
    }
    added.terms = static_cast<std::uint32_t>(entries_.size());
    lists_.end_article();
}

std::uint32_t Inverter::entry_of(std::uint32_t term) {
    PostingChain& chain = chain_[term];
    if (chain.last_article != article_) {
        chain.entry = static_cast<std::uint32_t>(entries_.size());
        entries_.push_back({.term = term, .gap = article_ - chain.last_article});
        chain.last_article = article_;
    }
    return chain.entry;
}

void Inverter::add_frequency(std::uint32_t term, std::uint32_t frequency) {
    if (term != kNone) entries_[entry_of(term)].frequency += frequency;
}

const Inverter::WordTerms& Inverter::terms_of(const Word& word) {
    if (word.number >= word_terms_.size()) {
        word_terms_.resize(std::max<std::size_t>(word.number + 1, word_terms_.size() * 3 / 2));
    }
    WordTerms& terms = word_terms_[word.number];
    if (!terms.known) terms = name_terms(word, {});
    return terms;
}

const Inverter::WordTerms& Inverter::terms_of(const Word& word, std::uint8_t field) {
    const std::uint64_t key = std::uint64_t{field} << 32 | word.number;
    WordTerms& terms = field_terms_[key];
    if (!terms.known) terms = name_terms(word, ArticleTerms::field_prefixes().at(field));
    return terms;
}

Inverter::WordTerms Inverter::name_terms(const Word& word, std::string_view prefix) {
    WordTerms terms{.known = true};
    terms.term = number_of(name_.assign(prefix).append(word.term));
    if (!word.stem.empty()) {
        terms.stem = number_of(name_.assign("Z").append(prefix).append(word.stem));
    }
    return terms;
}

std::uint32_t Inverter::number_of(std::string_view term) {
    if (!is_storable_term(term)) return kNone;
    const std::uint32_t number = terms_.number_of(term);
    if (number == chain_.size()) chain_.emplace_back();
    return number;
}

std::size_t Inverter::memory_bytes() const {
    return terms_.memory_bytes() + chain_.capacity() * sizeof(PostingChain) +
           postings_.memory_bytes() + lists_.memory_bytes() +
           word_terms_.capacity() * sizeof(WordTerms) + field_terms_.size() * kBytesPerFieldTerm +
           entries_.capacity() * sizeof(Entry) + placed_.capacity() * sizeof(Placed) +
           (positions_.capacity() + positions_begin_.capacity()) * sizeof(std::uint32_t) +
           code_.capacity();
}

void Inverter::clear() {
    *this = Inverter();
}

}  // namespace broadsheet
