#include "indexer/bundle/inflate_source.h"

#include <algorithm>
#include <new>
#include <utility>

#include "indexer/bundle/problem_words.h"

namespace broadsheet {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{128} << 10U;
constexpr char kMemberMark = '\x1f';

/// The window of 2^15 bytes, and what zlib adds to it for each wrapping.
int window_bits(DeflateWrapping wrapping) {
    switch (wrapping) {
        case DeflateWrapping::gzip:
            return 15 + 16;
        case DeflateWrapping::zlib:
            return 15;
        case DeflateWrapping::none:
            return -15;
    }
    return 15;
}

}  // namespace

InflateSource::InflateSource(
    Reading& reading, ByteSource& below, unsigned layer, DeflateWrapping wrapping
)
    : reading_(reading), below_(below), layer_(layer), wrapping_(wrapping), output_(kBlockBytes) {
    if (::inflateInit2(&stream_, window_bits(wrapping)) != Z_OK) throw std::bad_alloc();
}

InflateSource::~InflateSource() {
    ::inflateEnd(&stream_);
}

std::string_view InflateSource::read() {
    while (state_ != State::ended && !reading_.ended()) {
        if (input_.empty() && !refill()) break;
        if (state_ == State::between_members) {
            begin_next_member();
            continue;
        }
        if (state_ == State::after_damage) {
            find_next_member();
            continue;
        }
        const std::size_t size = inflate_block();
        if (size == 0) continue;
        output_bytes_ += size;
        if (expands_too_far(output_bytes_, input_bytes_, reading_.limits().expansion_max)) {
            failure_ = expansion_failure(reading_.limits());
            state_ = State::ended;
        }
        if (!reading_.decoded(layer_, size)) break;
        return {output_.data(), size};
    }
    return {};
}

/// More input; false, with the failure noted, when there is none.
bool InflateSource::refill() {
    input_ = below_.read();
    input_bytes_ += input_.size();
    if (!input_.empty()) return true;
    if (state_ == State::in_member && below_.failure() == nullptr) fail(std::string(kCutOff));
    state_ = State::ended;
    return false;
}

/// Skips the padding of zeros that tapes and block devices leave behind a member.
void InflateSource::begin_next_member() {
    input_.remove_prefix(std::min(input_.find_first_not_of('\0'), input_.size()));
    if (input_.empty()) return;
    if (input_.front() != kMemberMark) {
        fail("has bytes behind the end of its compressed data, which were left out");
        return;
    }
    begin_member();
}

/// Web archives have a member for each record, so that a damaged one need not take along the rest.
/// What only looks like a member fails again within a few bytes.
void InflateSource::find_next_member() {
    input_.remove_prefix(std::min(input_.find(kMemberMark), input_.size()));
    const bool refuted = input_.size() > 1 && !input_.starts_with("\x1f\x8b");
    if (refuted) {
        input_.remove_prefix(1);
    } else if (!input_.empty()) {
        begin_member();
    }
}

void InflateSource::begin_member() {
    ::inflateReset(&stream_);
    state_ = State::in_member;
}

std::size_t InflateSource::inflate_block() {
    // zlib does not write to its input, whatever the type says.
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input_.data()));
    stream_.avail_in = static_cast<uInt>(input_.size());
    stream_.next_out = reinterpret_cast<Bytef*>(output_.data());
    stream_.avail_out = static_cast<uInt>(output_.size());
    const int result = ::inflate(&stream_, Z_NO_FLUSH);
    input_.remove_prefix(input_.size() - stream_.avail_in);
    if (result == Z_STREAM_END) {
        const bool may_go_on = wrapping_ == DeflateWrapping::gzip;
        state_ = may_go_on ? State::between_members : State::ended;
    } else if (result != Z_OK && result != Z_BUF_ERROR) {
        fail(damage_words(stream_.msg == nullptr ? "" : stream_.msg));
        if (wrapping_ == DeflateWrapping::gzip) state_ = State::after_damage;
    }
    return output_.size() - stream_.avail_out;
}

void InflateSource::fail(std::string reason) {
    if (!failure_) failure_ = Failure{.reason = std::move(reason)};
    state_ = State::ended;
}

Failure* InflateSource::failure() {
    if (Failure* whole_bundle = reading_.failure()) return whole_bundle;
    if (failure_) return &*failure_;
    return below_.failure();
}

}  // namespace broadsheet
