#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "indexer/segment/arena.h"
#include "indexer/segment/byte_buffer.h"

namespace broadsheet {

/// The postings of one term while a segment grows: a chain of slices of bytes, and what is needed
/// to lengthen it. Small, because one is touched for every posting.
struct PostingChain {
    std::uint32_t last_article = 0;  ///< the newest article that has the term
    std::uint32_t entry = 0;         ///< while that article is being added: its number among the
                                     ///< article's terms
    std::uint32_t articles = 0;
    std::uint32_t collection_frequency = 0;
    char* tail = nullptr;  ///< where the next byte goes
    std::uint32_t first_slice = 0;
    std::uint16_t left = 0;  ///< bytes left in the newest slice
    std::uint16_t slices = 0;
};

/// One posting as it is read back.
struct Posting {
    std::uint32_t article = 0;
    std::uint32_t frequency = 0;  ///< within the article
    std::string_view positions;   ///< coded (position_code.h), empty where there are none
};

/// What follows the first number of a posting in a chain, `uint` (articles skipped * 4 + form).
enum class PostingForm : std::uint8_t {
    placed,        ///< `uint` frequency, `uint` bytes of positions, these bytes
    one_position,  ///< `uint` position; the frequency is 1
    once,          ///< nothing: no positions, the frequency is 1
    plain,         ///< `uint` frequency, no positions
};

/// Memory and coding of posting chains.
class PostingChains {
public:
    /// Appends a posting without positions, `gap` articles behind the newest one.
    void append(PostingChain& chain, std::uint32_t gap, std::uint32_t frequency);

    /// Appends a posting of frequency 1.
    void append_one(PostingChain& chain, std::uint32_t gap, std::uint32_t position);

    /// Appends a posting with its coded positions.
    void append(
        PostingChain& chain, std::uint32_t gap, std::uint32_t frequency, std::string_view positions
    );

    /// The whole chain in one piece, in `out` where it is in several.
    std::string_view gather(const PostingChain& chain, ByteBuffer& out) const;

    /// Where a chain begins: to fetch it before it is needed.
    [[nodiscard]] const char* begin_of(const PostingChain& chain) const {
        return arena_.at(chain.first_slice);
    }

    /// Bytes of the longest chain: what gather() will need.
    [[nodiscard]] std::size_t longest_bytes() const { return longest_bytes_; }

    [[nodiscard]] std::size_t memory_bytes() const { return arena_.memory_bytes(); }

    void clear();

private:
    void append_bytes(PostingChain& chain, const char* bytes, std::size_t size) {
        if (size > chain.left) {
            append_in_slices(chain, bytes, size);
            return;
        }
        copy_short(chain.tail, bytes, size);
        chain.tail += size;
        chain.left = static_cast<std::uint16_t>(chain.left - size);
    }

    void append_in_slices(PostingChain& chain, const char* bytes, std::size_t size);
    void begin_slice(PostingChain& chain);

    SliceArena arena_;
    std::size_t longest_bytes_ = 0;
};

/// Reads the postings of a gathered chain, one after the other.
class PostingReader {
public:
    explicit PostingReader(std::string_view bytes)
        : in_(bytes.data()), end_(bytes.data() + bytes.size()) {}

    bool next(Posting& posting) {
        if (in_ == end_) return false;
        const std::uint64_t head = take_uint(in_);
        posting.article += static_cast<std::uint32_t>(head >> 2) + 1;
        posting.frequency = 1;
        posting.positions = {};
        switch (static_cast<PostingForm>(head & 3U)) {
            case PostingForm::one_position:
                posting.positions = take_one_position();
                break;
            case PostingForm::once:
                break;
            case PostingForm::plain:
                posting.frequency = static_cast<std::uint32_t>(take_uint(in_));
                break;
            case PostingForm::placed:
                posting.frequency = static_cast<std::uint32_t>(take_uint(in_));
                posting.positions = take_bytes();
        }
        return true;
    }

private:
    std::string_view take_one_position() {
        const char* begin = in_;
        take_uint(in_);
        return {begin, static_cast<std::size_t>(in_ - begin)};
    }

    std::string_view take_bytes() {
        const auto size = static_cast<std::size_t>(take_uint(in_));
        const char* begin = in_;
        in_ += size;
        return {begin, size};
    }

    const char* in_;
    const char* end_;
};

}  // namespace broadsheet
