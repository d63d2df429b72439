#include "indexer/bundle/stream_reader.h"

#include <algorithm>

#include <fmt/format.h>

#include "indexer/bundle/archive_reader.h"
#include "indexer/bundle/containers.h"
#include "indexer/bundle/entry_names.h"
#include "indexer/bundle/filter_source.h"
#include "indexer/bundle/inflate_source.h"
#include "indexer/bundle/peeked_source.h"
#include "indexer/bundle/problem_words.h"
#include "indexer/bundle/self_extracting.h"
#include "indexer/bundle/signature.h"
#include "indexer/bundle/stream_entry.h"
#include "indexer/bundle/warc/web_archive.h"
#include "indexer/bundle/zstd_frames.h"

namespace broadsheet {
namespace {

bool is_too_deep(Reading& reading, unsigned depth, const Place& place) {
    const unsigned depth_max = reading.limits().depth_max;
    if (depth < depth_max) return false;
    reading.tell(
        ProblemKind::over_limit,
        place.problem,
        fmt::format(
            "is packed more than {} archives deep and was left out (--max-depth allows more)",
            depth_max
        )
    );
    return true;
}

/// Compression in compression is as rare in earnest as it is common in files that reproduce
/// themselves when unpacked; the depth for archives in archives bounds it, too.
void read_compressed(
    Reading& reading, PeekedSource& source, Signature signature, const Place& place
) {
    if (is_too_deep(reading, place.wrappings, place)) return;
    Place unpacked = place;
    unpacked.entry = without_compression_suffix(place.entry);
    ++unpacked.wrappings;
    ++unpacked.layer;
    if (signature == Signature::gzip) {
        InflateSource plain(reading, source, unpacked.layer);
        read_stream(reading, plain, unpacked);
    } else if (signature == Signature::zstd) {
        ZstdFrames frames(source);
        FilterSource plain(reading, frames, *find_compression(signature), unpacked.layer);
        read_stream(reading, plain, unpacked);
    } else {
        FilterSource plain(reading, source, *find_compression(signature), unpacked.layer);
        read_stream(reading, plain, unpacked);
    }
}

void read_container(
    Reading& reading, PeekedSource& source, const Container& container, const Place& place
) {
    const auto& enabled = reading.limits().containers;
    if (container.optional && std::ranges::find(enabled, container.name) == enabled.end()) {
        reading.tell(
            ProblemKind::not_enabled,
            place.problem,
            fmt::format(
                "is {}, which is read only when asked for: --containers {}",
                container.title,
                container.name
            )
        );
        return;
    }
    if (!is_too_deep(reading, place.depth, place)) read_archive(reading, source, container, place);
}

void read_entry(Reading& reading, PeekedSource& source, const Place& place) {
    constexpr std::size_t kSignatureBytesMax = 512;
    const std::string_view head = source.head(kSignatureBytesMax + 1);
    if (head.empty()) {
        if (Failure* failure = source.failure()) {
            if (failure->kind == ProblemKind::unreadable)
                failure->reason = without_anything(failure->reason);
            reading.tell(*failure, place.problem.empty() ? place.entry : place.problem);
        } else if (place.depth == 0) {
            reading.tell(ProblemKind::not_article, place.problem, "is empty");
        }
        return;
    }
    if (is_cut_signature(place.entry, head)) {
        reading.tell(ProblemKind::unreadable, place.problem, without_anything(kCutOff));
        return;
    }
    if (!reading.admit_entry()) return;
    StreamEntry entry(reading, source, place.entry);
    reading.visitor().entry(entry);
}

// A program that unpacks itself counts as a layer, so that one of many inside each other ends.
void read_self_extracting(
    Reading& reading, PeekedSource& source, std::size_t packed, const Place& place
) {
    if (is_too_deep(reading, place.wrappings, place)) return;
    Place unpacked = place;
    ++unpacked.wrappings;
    TailSource tail(source, packed);
    read_stream(reading, tail, unpacked);
}

}  // namespace

void read_stream(Reading& reading, ByteSource& source, const Place& place) {
    PeekedSource peeked(source);
    const Signature signature = recognise(peeked);
    if (const Container* container = find_container(signature)) {
        read_container(reading, peeked, *container, place);
    } else if (signature == Signature::gzip || find_compression(signature) != nullptr) {
        read_compressed(reading, peeked, signature, place);
    } else if (signature == Signature::warc || signature == Signature::arc) {
        if (!is_too_deep(reading, place.depth, place))
            read_web_archive(reading, peeked, signature, place);
    } else if (signature == Signature::foreign) {
        reading.tell(
            ProblemKind::unreadable,
            place.problem,
            "is compressed by lzop, lrzip or grzip, which would have to be started; unpack it first"
        );
    } else if (const auto packed = find_packed_part(peeked)) {
        read_self_extracting(reading, peeked, *packed, place);
    } else {
        read_entry(reading, peeked, place);
    }
}

}  // namespace broadsheet
