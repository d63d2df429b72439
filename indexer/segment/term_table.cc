#include "indexer/segment/term_table.h"

#include <algorithm>
#include <array>
#include <cstring>

#include <xxhash.h>

#include "broadsheet/error.h"
#include "indexer/segment/term_lists.h"

namespace broadsheet {

namespace {

constexpr std::size_t kFirstSlots = 1024;
constexpr std::size_t kNameBytesMax = 0xffffff00;

// The first eight bytes of a name as a number that orders like them.
std::uint64_t leading_bytes(std::string_view name) {
    std::uint64_t key = 0;
    const std::size_t size = std::min<std::size_t>(name.size(), 8);
    for (std::size_t i = 0; i < size; ++i) {
        key |= std::uint64_t{static_cast<unsigned char>(name[i])} << (56 - 8 * i);
    }
    return key;
}

struct Keyed {
    std::uint64_t key;
    std::uint32_t number;
};

// Stable counting sort by one byte of the key.
void sort_by_byte(std::vector<Keyed>& from, std::vector<Keyed>& to, unsigned shift) {
    std::array<std::size_t, 257> begin{};
    for (const auto& item : from)
        ++begin[((item.key >> shift) & 0xffU) + 1];
    for (std::size_t byte = 1; byte < begin.size(); ++byte)
        begin[byte] += begin[byte - 1];
    for (const auto& item : from)
        to[begin[(item.key >> shift) & 0xffU]++] = item;
}

}  // namespace

std::uint32_t TermTable::hash_of(std::string_view term) {
    return static_cast<std::uint32_t>(XXH3_64bits(term.data(), term.size()));
}

std::uint32_t TermTable::number_of(std::string_view term, std::uint32_t hash) {
    if (names_.size() * 4 >= slots_.size() * 3) grow();
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    for (; slots_[at].number_plus_one != 0; at = (at + 1) & mask) {
        const Slot& slot = slots_[at];
        if (slot.hash == hash && name(slot.number_plus_one - 1) == term) {
            return slot.number_plus_one - 1;
        }
    }
    if (names_.size() >= TermLists::kTermsMax || name_bytes_ > kNameBytesMax) {
        throw Error(ErrorKind::internal, "cannot add an article: the segment has too many terms");
    }
    name_bytes_ += term.size() + 1;
    char* copy = arena_.allocate(term.size() + 1);
    *copy = static_cast<char>(term.size());
    std::memcpy(copy + 1, term.data(), term.size());
    names_.push_back(copy);
    slots_[at] = {hash, static_cast<std::uint32_t>(names_.size())};
    return static_cast<std::uint32_t>(names_.size() - 1);
}

void TermTable::grow() {
    LargeVector<Slot> slots(std::max(kFirstSlots, slots_.size() * 2));
    const std::size_t mask = slots.size() - 1;
    for (const auto& slot : slots_) {
        if (slot.number_plus_one == 0) continue;
        std::size_t at = slot.hash & mask;
        while (slots[at].number_plus_one != 0)
            at = (at + 1) & mask;
        slots[at] = slot;
    }
    slots_ = std::move(slots);
}

// Counting sorts by the leading bytes leave short runs of equal ones for a sort that compares.
std::vector<std::uint32_t> TermTable::in_order() const {
    std::vector<Keyed> items(size());
    std::vector<Keyed> other(size());
    for (std::uint32_t number = 0; number < items.size(); ++number) {
        items[number] = {leading_bytes(name(number)), number};
    }
    for (unsigned shift = 0; shift < 64; shift += 8) {
        sort_by_byte(items, other, shift);
        items.swap(other);
    }
    for (auto run = items.begin(); run != items.end();) {
        const auto end = std::find_if(run, items.end(), [run](const Keyed& item) {
            return item.key != run->key;
        });
        if (end - run > 1) {
            std::sort(run, end, [this](const Keyed& left, const Keyed& right) {
                return name(left.number) < name(right.number);
            });
        }
        run = end;
    }
    std::vector<std::uint32_t> numbers(size());
    std::transform(items.begin(), items.end(), numbers.begin(), [](const Keyed& item) {
        return item.number;
    });
    return numbers;
}

std::size_t TermTable::memory_bytes() const {
    return arena_.memory_bytes() + slots_.capacity() * sizeof(Slot) +
           names_.capacity() * sizeof(names_[0]);
}

void TermTable::clear() {
    slots_ = {};
    names_ = {};
    arena_.clear();
    name_bytes_ = 0;
}

}  // namespace broadsheet
