#include "common/text/word_store.h"

#include <algorithm>
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

// Up to eight bytes as a number, by loads of fixed sizes that may overlap.
std::uint64_t load_short(const char* bytes, std::size_t count) {
    if (count >= 4) {
        return load<std::uint32_t>(bytes) << 32U | load<std::uint32_t>(bytes + count - 4);
    }
    if (count == 0) return 0;
    return load<std::uint8_t>(bytes) << 16U | load<std::uint8_t>(bytes + count / 2) << 8U |
           load<std::uint8_t>(bytes + count - 1);
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
    by_terms_.clear();
    word_bytes_ = 0;
}

std::uint32_t WordStore::hash_of(std::string_view form, std::uint16_t flavour) {
    std::uint64_t hash = form.size() ^ (std::uint64_t{flavour} << 32U);
    const char* bytes = form.data();
    std::size_t left = form.size();
    for (; left > 8; left -= 8, bytes += 8) {
        hash = mix(hash ^ load<std::uint64_t>(bytes), 0x9E3779B97F4A7C15U);
    }
    hash = mix(hash ^ load_short(bytes, left), 0xE7037ED1A0B428DBU);
    return static_cast<std::uint32_t>(hash ^ (hash >> 32U));
}

const Word* WordStore::word(std::string_view term, std::string_view stem) {
    std::string key;
    key.reserve(term.size() + stem.size() + 1);
    key.append(term).append(1, '\0').append(stem);
    const auto known = by_terms_.find(key);
    if (known != by_terms_.end()) return known->second;
    const auto number = static_cast<std::uint32_t>(words_.size());
    words_.push_back({std::string(term), std::string(stem), number});
    // Two strings, a map node and its key.
    word_bytes_ += sizeof(Word) + 2 * (term.size() + stem.size()) + 80;
    by_terms_.emplace(std::move(key), &words_.back());
    return &words_.back();
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
    std::string_view form, std::uint16_t flavour, const std::vector<SurfaceWord>& words
) {
    if ((used_ + 1) * 2 > slots_.size()) grow();
    Slot slot;
    auto* copy = static_cast<char*>(allocate(std::max<std::size_t>(form.size(), 1)));
    std::copy(form.begin(), form.end(), copy);
    slot.form = copy;
    slot.length = static_cast<std::uint16_t>(form.size());
    slot.flavour = flavour;
    slot.hash = hash_of(form, flavour);
    auto* list = static_cast<SurfaceWord*>(allocate(sizeof(SurfaceWord) * words.size()));
    std::uninitialized_copy(words.begin(), words.end(), list);
    slot.surface.words = list;
    slot.surface.word_count = static_cast<std::uint16_t>(words.size());
    slot.surface.positions =
        words.empty() ? std::uint16_t{0} : static_cast<std::uint16_t>(words.back().position + 1);
    insert(slot);
    ++used_;
    return find(form, flavour);
}

void WordStore::insert(const Slot& slot) {
    std::size_t i = slot.hash & mask_;
    while (slots_[i].form != nullptr)
        i = (i + 1) & mask_;
    slots_[i] = slot;
}

void WordStore::grow() {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    mask_ = slots_.size() - 1;
    for (const auto& slot : old) {
        if (slot.form != nullptr) insert(slot);
    }
}

std::size_t WordStore::memory_bytes() const {
    return slots_.size() * sizeof(Slot) + blocks_.size() * kBlockBytes + word_bytes_;
}

}  // namespace broadsheet
