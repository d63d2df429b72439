#include "indexer/segment/term_lists.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace broadsheet {

namespace {

// Below this, a sort that compares is faster than counting.
constexpr std::size_t kFewTerms = 64;

}  // namespace

void TermLists::begin_article(std::size_t terms) {
    packed_.clear();
    packed_.reserve(terms);
}

void TermLists::end_article() {
    const std::size_t size = packed_.size() * sizeof(std::uint32_t);
    char* bytes = arena_.allocate(size);
    if (size > 0) std::memcpy(bytes, packed_.data(), size);
    stored_.push_back({bytes, static_cast<std::uint32_t>(packed_.size())});
}

std::span<const TermLists::Listed> TermLists::in_order(
    std::uint32_t article, std::span<const std::uint32_t> rank_of
) {
    const Stored& stored = stored_[article - 1];
    packed_.resize(stored.numbers);
    if (stored.numbers > 0) {
        std::memcpy(packed_.data(), stored.bytes, stored.numbers * sizeof(std::uint32_t));
    }
    listed_.clear();
    for (std::size_t i = 0; i < packed_.size(); ++i) {
        const std::uint32_t term = packed_[i] >> kFrequencyBits;
        std::uint32_t frequency = packed_[i] & kManyTimes;
        if (frequency == kManyTimes) frequency = packed_[++i];
        listed_.push_back({frequency, rank_of[term]});
    }
    sort_by_rank(rank_of.size());
    return listed_;
}

// By the bytes of the rank, the lowest first, with one pass to count and one to place for each.
void TermLists::sort_by_rank(std::size_t ranks) {
    if (listed_.size() < kFewTerms) {
        std::sort(listed_.begin(), listed_.end(), [](const Listed& left, const Listed& right) {
            return left.rank < right.rank;
        });
        return;
    }
    other_.resize(listed_.size());
    for (unsigned shift = 0; (ranks - 1) >> shift != 0; shift += 8) {
        std::array<std::uint32_t, 257> begin{};
        for (const auto& item : listed_)
            ++begin[((item.rank >> shift) & 0xffU) + 1];
        for (std::size_t byte = 1; byte < begin.size(); ++byte)
            begin[byte] += begin[byte - 1];
        for (const auto& item : listed_)
            other_[begin[(item.rank >> shift) & 0xffU]++] = item;
        listed_.swap(other_);
    }
}

std::size_t TermLists::memory_bytes() const {
    return arena_.memory_bytes() + stored_.capacity() * sizeof(Stored) +
           packed_.capacity() * sizeof(packed_[0]) +
           (listed_.capacity() + other_.capacity()) * sizeof(Listed);
}

// Source of the layout: Xapian 1.4, backends/glass/glass_termlisttable.cc. `uint` length of the
// article, `uint` number of terms; the first term as one byte length, its bytes, `uint` frequency;
// each further one as a byte for what it shares with the one before, a byte length of the rest, the
// rest, `uint` frequency. A frequency f that fits is put into the first of these bytes, as
// (f + 1) * (length of the term before + 1) + shared, and not written behind. Nothing at all for an
// article without terms.
void TermListCoder::begin(ByteBuffer& out, std::uint32_t length, std::size_t terms) {
    is_first_ = true;
    if (terms == 0) return;
    out.append_uint(length);
    out.append_uint(terms);
}

namespace {

std::size_t shared_bytes(std::string_view left, std::string_view right) {
    const std::size_t size = std::min(left.size(), right.size());
    std::size_t shared = 0;
    if constexpr (std::endian::native == std::endian::little) {
        for (; shared + 8 <= size; shared += 8) {
            std::uint64_t difference = 0;
            std::uint64_t other = 0;
            std::memcpy(&difference, left.data() + shared, 8);
            std::memcpy(&other, right.data() + shared, 8);
            difference ^= other;
            if (difference == 0) continue;
            return shared + static_cast<std::size_t>(std::countr_zero(difference)) / 8;
        }
    }
    while (shared < size && left[shared] == right[shared])
        ++shared;
    return shared;
}

}  // namespace

void TermListCoder::add(ByteBuffer& out, std::string_view term, std::uint32_t frequency) {
    constexpr std::uint32_t kPackedFrequencyMax = 127;
    char* end = out.room(term.size() + 3 + kUintBytesMax);
    if (is_first_) {
        *end++ = static_cast<char>(term.size());
        std::memcpy(end, term.data(), term.size());
        end = put_uint(end + term.size(), frequency);
        is_first_ = false;
    } else {
        const std::size_t shared = shared_bytes(previous_, term);
        const std::size_t packed = frequency < kPackedFrequencyMax
                                       ? (frequency + 1) * (previous_.size() + 1) + shared
                                       : 256;
        *end++ = static_cast<char>(packed < 256 ? packed : shared);
        *end++ = static_cast<char>(term.size() - shared);
        copy_short(end, term.data() + shared, term.size() - shared);
        end += term.size() - shared;
        if (packed >= 256) end = put_uint(end, frequency);
    }
    out.end_at(end);
    previous_ = term;
}

}  // namespace broadsheet
