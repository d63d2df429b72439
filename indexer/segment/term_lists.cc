#include "indexer/segment/term_lists.h"

#include <algorithm>
#include <cstring>

namespace broadsheet {

TermLists::TermLists(std::span<const std::uint32_t> term_counts) : next_(term_counts.size()) {
    std::size_t begin = 0;
    for (std::size_t i = 0; i < term_counts.size(); ++i) {
        next_[i] = begin;
        begin += term_counts[i];
    }
    entries_.resize(begin);
}

// Source of the layout: Xapian 1.4, backends/glass/glass_termlisttable.cc. `uint` length of the
// article, `uint` number of terms; the first term as one byte length, its bytes, `uint` frequency;
// each further one as a byte for what it shares with the one before, a byte length of the rest, the
// rest, `uint` frequency. A frequency f that fits is put into the first of these bytes, as
// (f + 1) * (length of the term before + 1) + shared, and not written behind. Nothing at all for an
// article without terms.
void TermListCoder::begin(ByteBuffer& out, std::uint32_t length, std::uint32_t terms) {
    is_first_ = true;
    if (terms == 0) return;
    out.append_uint(length);
    out.append_uint(terms);
}

namespace {

std::size_t shared_bytes(std::string_view left, std::string_view right) {
    const std::size_t size = std::min(left.size(), right.size());
    std::size_t shared = 0;
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
        std::memcpy(end, term.data() + shared, term.size() - shared);
        end += term.size() - shared;
        if (packed >= 256) end = put_uint(end, frequency);
    }
    out.end_at(end);
    previous_ = term;
}

}  // namespace broadsheet
