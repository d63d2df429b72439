#include "indexer/bundle/archive_reader.h"

#include <string>
#include <utility>

#include <archive.h>
#include <fmt/format.h>

#include "indexer/bundle/archive_data.h"
#include "indexer/bundle/archive_handle.h"
#include "indexer/bundle/entry_names.h"
#include "indexer/bundle/guarded_archive.h"
#include "indexer/bundle/problem_words.h"
#include "indexer/bundle/spool.h"
#include "indexer/bundle/stream_reader.h"

namespace broadsheet {
namespace {

/// Headers in a row, or attempts at one, that neither take a byte from the archive nor give one of
/// an entry, before the archive is given up. Honest ones are empty files whose headers were read
/// at once, so the number is large; damaged ones have been seen to go round in circles.
constexpr std::uint64_t kIdleHeadersMax = 100'000;

/// The same for headers that could not be read.
constexpr std::uint64_t kIdleDamageMax = 1'000;

/// Of one entry, with what is read ahead, where the archive's word for a name's length is taken.
constexpr std::uint64_t kHeaderBytesMax = 16ULL << 20U;

/// One pass over one archive.
class ArchivePass {
public:
    ArchivePass(
        Reading& reading,
        ByteSource& source,
        const Container& container,
        const Place& place,
        ArchiveCursor& cursor
    )
        : reading_(reading),
          source_(source),
          container_(container),
          place_(place),
          cursor_(cursor) {}

    enum class Outcome : std::uint8_t {
        read,    ///< there was something, and what was wrong has been told
        empty,   ///< an orderly end without an entry
        broken,  ///< broke off before the first entry; not told yet
    };

    Outcome run();

    void tell_broken() { tell_here(without_anything(damage_words(message_))); }

private:
    Outcome end();
    bool is_idle();
    void pass_over_data();
    Outcome tell_fatal();
    void tell_here(std::string reason);
    void tell_damaged_header(const EntryHeader& header);
    bool take(const EntryHeader& header);
    bool read_data(const Place& place);
    Place place_of(const EntryHeader& header) const;

    Reading& reading_;
    ByteSource& source_;
    const Container& container_;
    const Place& place_;
    ArchiveCursor& cursor_;
    std::string message_;
    std::uint64_t headers_ = 0;
    std::uint64_t idle_headers_ = 0;
    std::uint64_t seen_bytes_ = 0;
    std::uint64_t data_bytes_ = 0;
    bool in_damage_ = false;
};

ArchivePass::Outcome ArchivePass::run() {
    while (!reading_.ended()) {
        EntryHeader header;
        const int result = cursor_.next_header(header);
        if (result == ARCHIVE_EOF) {
            return end();
        }
        if (result == ARCHIVE_FATAL) return tell_fatal();
        if (is_idle()) {
            tell_here("is damaged: its list of entries does not come to an end");
            return Outcome::read;
        }
        if (result == ARCHIVE_RETRY || result == ARCHIVE_FAILED) {
            tell_damaged_header(header);
        } else if (!take(header)) {
            return Outcome::read;
        }
        if (container_.trusts_names) pass_over_data();
    }
    return Outcome::read;
}

/// The end as libarchive sees it, which is that of the file, too, where an archive breaks off
/// between two entries.
ArchivePass::Outcome ArchivePass::end() {
    if (Failure* failure = source_.failure()) {
        reading_.tell(*failure, place_.problem);
    } else if (container_.signature == Signature::tar && headers_ > 0 && !cursor_.ends_blank()) {
        tell_here(
            "ends without the mark of a tar's end and may be truncated; what is in it was kept"
        );
    } else if (container_.signature == Signature::ar && cursor_.left_bytes() > 1) {
        tell_here(headers_ > 0 ? std::string(kCutOff) : without_anything(kCutOff));
    }
    return headers_ == 0 ? Outcome::empty : Outcome::read;
}

void ArchivePass::pass_over_data() {
    std::string_view block;
    std::int64_t offset_bytes = 0;
    while (!reading_.ended() && cursor_.read_block(block, offset_bytes) == ARCHIVE_OK)
        continue;
}

/// Counts a header, and whether anything has moved since the last one.
bool ArchivePass::is_idle() {
    ++headers_;
    const std::uint64_t bytes = cursor_.taken_bytes() + data_bytes_;
    idle_headers_ = std::exchange(seen_bytes_, bytes) == bytes ? idle_headers_ + 1 : 0;
    return idle_headers_ > (in_damage_ ? kIdleDamageMax : kIdleHeadersMax);
}

ArchivePass::Outcome ArchivePass::tell_fatal() {
    message_ = cursor_.message();
    if (headers_ == 0) return Outcome::broken;
    tell_here(damage_words(message_));
    return Outcome::read;
}

/// A problem of the archive itself, at the point reached.
void ArchivePass::tell_here(std::string reason) {
    if (Failure* below = source_.failure()) {
        reading_.tell(*below, place_.problem);
    } else {
        reading_.tell(ProblemKind::unreadable, place_.problem, std::move(reason));
    }
}

/// Tells the first of several damaged headers in a row: each block of a damaged stretch counts as
/// one while libarchive looks for the next good header.
void ArchivePass::tell_damaged_header(const EntryHeader& header) {
    if (std::exchange(in_damage_, true)) return;
    reading_.tell(
        ProblemKind::unreadable,
        header.name.empty() ? place_.problem : place_of(header).name,
        fmt::format("{}; reading went on behind it", damage_words(cursor_.message()))
    );
}

/// Reads one entry. False when the archive cannot be read on behind it.
bool ArchivePass::take(const EntryHeader& header) {
    in_damage_ = false;
    const Place place = place_of(header);
    if (!header.is_file) return true;
    if (const std::string_view reason = reason_to_skip(place.name.substr(place_.inside.size()));
        !reason.empty()) {
        reading_.tell(ProblemKind::not_article, place.name, std::string(reason));
        return true;
    }
    if (header.is_encrypted) {
        reading_.tell(ProblemKind::unreadable, place.name, std::string(kEncrypted));
        return true;
    }
    return read_data(place);
}

bool ArchivePass::read_data(const Place& place) {
    ArchiveData data(reading_, cursor_, source_, place.layer);
    read_stream(reading_, data, place);
    // libarchive would decode what is left without asking us how far that may go.
    while (!container_.skips_cheaply && !data.read().empty())
        continue;
    data_bytes_ += data.given_bytes();
    const bool over = data.failure() != nullptr && data.failure()->kind == ProblemKind::over_limit;
    const bool lost = data.is_fatal() || (over && !container_.skips_cheaply);
    if (lost) reading_.tell(*data.failure(), place.name);
    return !lost;
}

Place ArchivePass::place_of(const EntryHeader& header) const {
    std::string name = clean_name(header.name);
    if (name.empty()) name = fmt::format("entry {}", headers_);
    name.insert(0, place_.inside);
    return {
        .name = name,
        .entry = name,
        .inside = name + "/",
        .problem = name,
        .depth = place_.depth + 1,
        .layer = place_.layer + 1,
    };
}

/// True when there was something to read. What broke off at once is told only at the `last_try`.
bool read_with(
    Reading& reading,
    ByteSource& source,
    const Container& container,
    const Place& place,
    int (*enable)(archive*),
    bool last_try
) {
    ArchiveHandle handle(source);
    enable(handle.get());
    // Tapes, and what `cat a.tar b.tar` makes; other formats do not know the option.
    if (container.signature == Signature::tar)
        archive_read_set_format_option(handle.get(), "tar", "read_concatenated_archives", "1");
    if (container.trusts_names) handle.limit_headers(kHeaderBytesMax);
    ArchivePass pass(reading, source, container, place, handle);
    const ArchivePass::Outcome outcome = pass.run();
    if (outcome == ArchivePass::Outcome::broken && last_try) pass.tell_broken();
    return outcome == ArchivePass::Outcome::read;
}

void read_trusted(
    Reading& reading, ByteSource& source, const Container& container, const Place& place
) {
    const bool has_second_way =
        container.signature == Signature::zip && source.seekable_size() >= 0;
    if (read_with(reading, source, container, place, container.enable, !has_second_way)) return;
    if (!has_second_way) return;
    // The directory at the end of the zip is damaged: go by the headers before each entry.
    source.seek(0);
    read_with(reading, source, container, place, archive_read_support_format_zip_streamable, true);
}

void read_guarded(
    Reading& reading, ByteSource& source, const Container& container, const Place& place
) {
    GuardedArchive cursor(reading, source, container);
    ArchivePass pass(reading, source, container, place, cursor);
    if (pass.run() == ArchivePass::Outcome::broken) pass.tell_broken();
}

}  // namespace

void read_archive(
    Reading& reading, ByteSource& source, const Container& container, const Place& place
) {
    const auto read = container.optional ? read_guarded : read_trusted;
    const bool can_seek = source.seekable_size() >= 0;
    // A process split off cannot give back what it reads from a pipe.
    const bool needs_memory = container.optional ? !reading.can_reread() : container.needs_seek;
    if (can_seek || (!container.wants_seek && !needs_memory)) {
        read(reading, source, container, place);
        return;
    }
    Spool spool(reading, source);
    if (needs_memory && spool.seekable_size() < 0) {
        reading.tell(
            ProblemKind::over_limit,
            place.problem,
            fmt::format(
                "is {} of more than {} bytes that is not a file of its own, and cannot be read "
                "as a stream (--max-article-size allows more, or unpack it first)",
                container.title,
                reading.limits().article_bytes_max
            )
        );
        return;
    }
    read(reading, spool, container, place);
}

}  // namespace broadsheet
