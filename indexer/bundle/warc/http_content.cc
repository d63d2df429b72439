#include "indexer/bundle/warc/http_content.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "common/ascii.h"
#include "indexer/bundle/inflate_source.h"
#include "indexer/bundle/peeked_source.h"
#include "indexer/bundle/warc/brotli_source.h"
#include "indexer/bundle/warc/chunked_source.h"

namespace broadsheet {
namespace {

/// More codings one on another than any server applies.
constexpr std::size_t kCodingsMax = 4;

/// "deflate" means zlib's wrapping, but servers have always sent bare deflate, too. RFC 1950, 2.2:
/// the first two bytes are a multiple of 31, and the method is 8.
DeflateWrapping wrapping_of(std::string_view head) {
    if (head.size() < 2) return DeflateWrapping::none;
    const unsigned first = static_cast<unsigned char>(head[0]);
    const unsigned second = static_cast<unsigned char>(head[1]);
    const bool zlib = (first & 0x0fU) == 8 && (first * 256 + second) % 31 == 0;
    return zlib ? DeflateWrapping::zlib : DeflateWrapping::none;
}

/// Text that a crawler has decoded already: no deflated block begins like this in practice.
bool looks_like_text(std::string_view head) {
    return std::ranges::all_of(head, [](char c) {
        return static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\r' || c == '\t';
    });
}

}  // namespace

int http_status(std::string_view status_line) {
    if (!status_line.starts_with("HTTP/")) return 0;
    const std::size_t blank = std::min(status_line.find(' '), status_line.size());
    const std::string_view code = trimmed(status_line.substr(blank)).substr(0, 3);
    int status = 0;
    const auto [stop, error] = std::from_chars(code.data(), code.data() + code.size(), status);
    return error == std::errc{} && stop == code.data() + 3 ? status : 0;
}

HttpContent::HttpContent(
    Reading& reading, ByteSource& body, const HeaderFields& head, unsigned layer
)
    : reading_(reading), top_(&body), layer_(layer) {
    if (head.get("Transfer-Encoding").find("hunked") != std::string_view::npos) {
        decoders_.push_back(std::make_unique<ChunkedSource>(*top_));
        top_ = decoders_.back().get();
    }
    // Codings are listed in the order in which they were applied.
    std::string_view codings = head.get("Content-Encoding");
    for (std::size_t i = 0; i < kCodingsMax && !codings.empty(); ++i) {
        const std::size_t comma = codings.rfind(',');
        undo(trimmed(comma == std::string_view::npos ? codings : codings.substr(comma + 1)));
        codings = comma == std::string_view::npos ? std::string_view{} : codings.substr(0, comma);
    }
}

void HttpContent::undo(std::string_view coding) {
    constexpr std::size_t kTasteBytes = 64;
    auto peeked = std::make_unique<PeekedSource>(*top_);
    const std::string_view head = peeked->head(kTasteBytes);
    std::unique_ptr<ByteSource> decoder;
    if (equals_ignoring_case(coding, "gzip") || equals_ignoring_case(coding, "x-gzip")) {
        if (head.starts_with("\x1f\x8b"))
            decoder = std::make_unique<InflateSource>(reading_, *peeked, ++layer_);
    } else if (equals_ignoring_case(coding, "deflate")) {
        if (!looks_like_text(head)) {
            const DeflateWrapping wrapping = wrapping_of(head);
            decoder = std::make_unique<InflateSource>(reading_, *peeked, ++layer_, wrapping);
        }
    } else if (equals_ignoring_case(coding, "br") && !looks_like_text(head)) {
        decoder = std::make_unique<BrotliSource>(reading_, *peeked, ++layer_);
    }
    top_ = peeked.get();
    decoders_.push_back(std::move(peeked));
    if (!decoder) return;
    top_ = decoder.get();
    decoders_.push_back(std::move(decoder));
}

}  // namespace broadsheet
