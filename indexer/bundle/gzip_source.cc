#include "indexer/bundle/gzip_source.h"

#include <algorithm>
#include <new>
#include <utility>

#include "indexer/bundle/problem_words.h"

namespace broadsheet {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{128} << 10U;
constexpr int kGzipWindow = 15 + 16;  // the largest window, in a gzip wrapper
constexpr char kMemberMark = '\x1f';

}  // namespace

GzipSource::GzipSource(Reading& reading, ByteSource& below, unsigned layer)
    : reading_(reading), below_(below), layer_(layer), output_(kBlockBytes) {
    if (::inflateInit2(&stream_, kGzipWindow) != Z_OK) throw std::bad_alloc();
}

GzipSource::~GzipSource() {
    ::inflateEnd(&stream_);
}

std::string_view GzipSource::read() {
    while (state_ != State::ended && !reading_.ended()) {
        if (input_.empty() && !refill()) break;
        if (state_ == State::between_members) {
            begin_next_member();
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
bool GzipSource::refill() {
    input_ = below_.read();
    input_bytes_ += input_.size();
    if (!input_.empty()) return true;
    if (state_ == State::in_member && below_.failure() == nullptr) fail(std::string(kCutOff));
    state_ = State::ended;
    return false;
}

/// Skips the padding of zeros that tapes and block devices leave behind a member.
void GzipSource::begin_next_member() {
    input_.remove_prefix(std::min(input_.find_first_not_of('\0'), input_.size()));
    if (input_.empty()) return;
    if (input_.front() != kMemberMark) {
        fail("has bytes behind the end of its compressed data, which were left out");
        return;
    }
    ::inflateReset(&stream_);
    state_ = State::in_member;
}

std::size_t GzipSource::inflate_block() {
    // zlib does not write to its input, whatever the type says.
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input_.data()));
    stream_.avail_in = static_cast<uInt>(input_.size());
    stream_.next_out = reinterpret_cast<Bytef*>(output_.data());
    stream_.avail_out = static_cast<uInt>(output_.size());
    const int result = ::inflate(&stream_, Z_NO_FLUSH);
    input_.remove_prefix(input_.size() - stream_.avail_in);
    if (result == Z_STREAM_END) {
        state_ = State::between_members;
    } else if (result != Z_OK && result != Z_BUF_ERROR) {
        fail(damage_words(stream_.msg == nullptr ? "" : stream_.msg));
    }
    return output_.size() - stream_.avail_out;
}

void GzipSource::fail(std::string reason) {
    failure_ = Failure{.kind = ProblemKind::unreadable, .reason = std::move(reason)};
    state_ = State::ended;
}

Failure* GzipSource::failure() {
    if (failure_) return &*failure_;
    Failure* below = below_.failure();
    return below != nullptr ? below : reading_.failure();
}

}  // namespace broadsheet
