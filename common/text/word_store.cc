#include "common/text/word_store.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace broadsheet {

namespace {

constexpr std::size_t kSlotsAtStart = std::size_t{1} << 12U;
constexpr std::size_t kBlockBytes = std::size_t{1} << 18U;

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
    // Folded multiplication, as in wyhash.
    __extension__ using Wide = unsigned __int128;
    const Wide product = static_cast<Wide>(a) * b;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

template <typename Number>
std::uint64_t load(const char* bytes) {
    Number value;
    std::memcpy(&value, bytes, sizeof value);
    return value;
}

// What a string of these bytes holds outside of itself, with what the allocator adds.
std::size_t heap_bytes(std::string_view text) {
    constexpr std::size_t kWithin = 15;
    constexpr std::size_t kPerAllocation = 16;
    return text.size() <= kWithin ? 0 : text.size() + kPerAllocation;
}

bool is_whole(const SurfaceWord& word, std::string_view form) {
    return word.begin == 0 && word.end == form.size() && word.position == 0 && word.span == 1;
}

}  // namespace

WordStore::WordStore() {
    clear();
}

void WordStore::clear() {
    slots_.assign(kSlotsAtStart, Slot{});
    slots_.shrink_to_fit();
    mask_ = kSlotsAtStart - 1;
    used_ = 0;
    blocks_.clear();
    block_left_ = 0;
    block_next_ = nullptr;
    words_.clear();
    word_count_ = 0;
    word_slots_.assign(kSlotsAtStart, WordSlot{});
    word_slots_.shrink_to_fit();
    word_bytes_ = 0;
}

// By loads of fixed sizes that may overlap.
std::uint64_t WordStore::first_bytes(std::string_view form) {
    const char* bytes = form.data();
    const std::size_t count = form.size();
    if constexpr (std::endian::native == std::endian::little) {
        if (count >= 8) return load<std::uint64_t>(bytes);
        if (count >= 4) {
            return load<std::uint32_t>(bytes) | load<std::uint32_t>(bytes + count - 4)
                                                    << (8 * (count - 4));
        }
    }
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < std::min<std::size_t>(count, 8); ++i)
        value |= load<std::uint8_t>(bytes + i) << (8 * i);
    return value;
}

FormKey WordStore::key_of(std::string_view form, std::uint64_t first_bytes, std::uint16_t flavour) {
    std::uint64_t hash = form.size() ^ (std::uint64_t{flavour} << 32U) ^ first_bytes;
    if (form.size() > 8) {
        for (std::size_t at = 8; at + 8 < form.size(); at += 8) {
            hash = mix(hash, 0x9E3779B97F4A7C15U) ^ load<std::uint64_t>(form.data() + at);
        }
        hash = mix(hash, 0x9E3779B97F4A7C15U) ^ load<std::uint64_t>(form.data() + form.size() - 8);
    }
    hash = mix(hash, 0xE7037ED1A0B428DBU);
    return {first_bytes, static_cast<std::uint32_t>(hash ^ (hash >> 32U)), flavour};
}

const Word* WordStore::word(std::string_view term, std::string_view stem) {
    const std::uint32_t hash = word_hash(term);
    const std::size_t mask = word_slots_.size() - 1;
    for (std::size_t i = hash & mask; word_slots_[i].number_plus_one != 0; i = (i + 1) & mask) {
        if (word_slots_[i].hash != hash) continue;
        const Word& known = *at(word_slots_[i].number_plus_one - 1);
        if (known.term == term && known.stem == stem) return &known;
    }
    const auto number = static_cast<std::uint32_t>(word_count_++);
    if (number % kWordsInBlock == 0) words_.emplace_back().reserve(kWordsInBlock);
    words_.back().push_back({std::string(term), std::string(stem), number});
    word_bytes_ += sizeof(Word) + heap_bytes(term) + heap_bytes(stem);
    if (word_count_ * 2 > word_slots_.size()) grow_words();
    insert_word({hash, number + 1});
    return &words_.back().back();
}

void WordStore::insert_word(WordSlot slot) {
    const std::size_t mask = word_slots_.size() - 1;
    std::size_t i = slot.hash & mask;
    while (word_slots_[i].number_plus_one != 0)
        i = (i + 1) & mask;
    word_slots_[i] = slot;
}

void WordStore::grow_words() {
    std::vector<WordSlot> old(word_slots_.size() * 2);
    old.swap(word_slots_);
    for (const auto& slot : old) {
        if (slot.number_plus_one != 0) insert_word(slot);
    }
}

void* WordStore::allocate(std::size_t size_bytes) {
    constexpr std::size_t kAlignment = alignof(SurfaceWord);
    const std::size_t size = (size_bytes + kAlignment - 1) / kAlignment * kAlignment;
    if (size > block_left_) {
        block_left_ = std::max(size, kBlockBytes);
        blocks_.push_back(std::make_unique<char[]>(block_left_));
        block_next_ = blocks_.back().get();
    }
    void* memory = block_next_;
    block_next_ += size;
    block_left_ -= size;
    return memory;
}

const Surface* WordStore::remember(
    std::string_view form, const FormKey& key, const std::vector<SurfaceWord>& words
) {
    if ((used_ + 1) * 4 > slots_.size() * 3) grow();
    const std::size_t list_bytes = sizeof(SurfaceWord) * words.size();
    auto* list = static_cast<SurfaceWord*>(allocate(list_bytes + form.size() + 1));
    std::uninitialized_copy(words.begin(), words.end(), list);
    std::copy(form.begin(), form.end(), reinterpret_cast<char*>(list + words.size()));
    Slot slot;
    slot.bytes = key.bytes;
    slot.length = static_cast<std::uint16_t>(form.size());
    slot.flavour = key.flavour;
    slot.hash = key.hash;
    slot.surface.words = list;
    slot.surface.word_count = static_cast<std::uint16_t>(words.size());
    slot.surface.positions =
        words.empty() ? std::uint16_t{0} : static_cast<std::uint16_t>(words.back().position + 1);
    if (words.size() == 1 && is_whole(words[0], form)) {
        slot.surface.number = words[0].word->number;
    }
    insert(slot);
    ++used_;
    return find(form, key);
}

void WordStore::insert(const Slot& slot) {
    std::size_t i = slot.hash & mask_;
    while (slots_[i].surface.words != nullptr)
        i = (i + 1) & mask_;
    slots_[i] = slot;
}

void WordStore::grow() {
    LargeVector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    mask_ = slots_.size() - 1;
    for (const auto& slot : old) {
        if (slot.surface.words != nullptr) insert(slot);
    }
}

std::size_t WordStore::memory_bytes() const {
    return slots_.size() * sizeof(Slot) + word_slots_.size() * sizeof(WordSlot) +
           blocks_.size() * kBlockBytes + word_bytes_;
}

}  // namespace broadsheet
