#include "indexer/bundle/archive_reader.h"

#include <optional>
#include <utility>

#include <fmt/format.h>

#include "indexer/bundle/archive_data.h"
#include "indexer/bundle/archive_handle.h"
#include "indexer/bundle/entry_names.h"
#include "indexer/bundle/problem_words.h"
#include "indexer/bundle/spool.h"
#include "indexer/bundle/stream_reader.h"
#include "indexer/bundle/utf8_locale.h"

namespace broadsheet {
namespace {

/// Headers in a row, or attempts at one, that neither take a byte from the archive nor give one of
/// an entry, before the archive is given up. Honest ones are empty files whose headers were read
/// at once, so the number is large; damaged ones have been seen to go round in circles.
constexpr std::uint64_t kIdleHeadersMax = 100'000;

/// One pass over one archive.
class ArchivePass {
public:
    ArchivePass(
        Reading& reading, ByteSource& source, const Container& container, const Place& place
    )
        : reading_(reading),
          source_(source),
          container_(container),
          place_(place),
          handle_(source) {}

    /// Reads to the end. False when there was nothing before the archive broke off, which is then
    /// not told yet.
    bool run(int (*enable)(archive*));

    void tell_broken() { tell_here(damage_words(message_)); }

private:
    bool is_idle();
    bool tell_fatal();
    void tell_here(std::string reason);
    void tell_damaged_header(archive_entry* header);
    bool take(archive_entry* header);
    bool read_data(const Place& place);
    Place place_of(archive_entry* header) const;

    Reading& reading_;
    ByteSource& source_;
    const Container& container_;
    const Place& place_;
    ArchiveHandle handle_;
    std::string message_;
    std::uint64_t headers_ = 0;
    std::uint64_t idle_headers_ = 0;
    std::uint64_t seen_bytes_ = 0;
    std::uint64_t data_bytes_ = 0;
    bool in_damage_ = false;
};

bool ArchivePass::run(int (*enable)(archive*)) {
    enable(handle_.get());
    // Files of tape and of `cat a.tar b.tar`; other formats do not know the option.
    if (container_.signature == Signature::tar)
        archive_read_set_format_option(handle_.get(), "tar", "read_concatenated_archives", "1");
    if (handle_.open() < ARCHIVE_WARN) return tell_fatal();
    while (!reading_.ended()) {
        archive_entry* header = nullptr;
        const int result = handle_.next_header(&header);
        if (result == ARCHIVE_EOF) {
            if (Failure* failure = source_.failure()) reading_.tell(*failure, place_.problem);
            return true;
        }
        if (result == ARCHIVE_FATAL) return tell_fatal();
        if (is_idle()) {
            tell_here("is damaged: its list of entries does not come to an end");
            return true;
        }
        if (result == ARCHIVE_RETRY || result == ARCHIVE_FAILED) {
            tell_damaged_header(header);
        } else if (!take(header)) {
            return true;
        }
    }
    return true;
}

/// Counts a header, and whether anything has moved since the last one.
bool ArchivePass::is_idle() {
    ++headers_;
    const std::uint64_t bytes = handle_.taken_bytes() + data_bytes_;
    idle_headers_ = std::exchange(seen_bytes_, bytes) == bytes ? idle_headers_ + 1 : 0;
    return idle_headers_ > kIdleHeadersMax;
}

bool ArchivePass::tell_fatal() {
    message_ = handle_.message();
    if (headers_ == 0) return false;
    tell_here(damage_words(message_));
    return true;
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
void ArchivePass::tell_damaged_header(archive_entry* header) {
    if (std::exchange(in_damage_, true)) return;
    const bool named = header != nullptr && archive_entry_pathname(header) != nullptr;
    reading_.tell(
        ProblemKind::unreadable,
        named ? place_of(header).name : place_.problem,
        fmt::format("{}; reading went on behind it", damage_words(handle_.message()))
    );
}

/// Reads one entry. False when the archive cannot be read on behind it.
bool ArchivePass::take(archive_entry* header) {
    in_damage_ = false;
    const Place place = place_of(header);
    const auto type = archive_entry_filetype(header);
    // Folders, links and devices have nothing to read. Some writers leave the type away.
    if (type != AE_IFREG && type != 0) return true;
    if (const std::string_view reason = reason_to_skip(place.name.substr(place_.inside.size()));
        !reason.empty()) {
        reading_.tell(ProblemKind::not_article, place.name, std::string(reason));
        return true;
    }
    if (archive_entry_is_data_encrypted(header) != 0) {
        reading_.tell(ProblemKind::unreadable, place.name, std::string(kEncrypted));
        return true;
    }
    return read_data(place);
}

bool ArchivePass::read_data(const Place& place) {
    ArchiveData data(reading_, handle_, source_, place.layer);
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

Place ArchivePass::place_of(archive_entry* header) const {
    const Utf8Locale names_are_utf8;
    const char* stored = archive_entry_pathname(header);
    if (stored == nullptr) stored = archive_entry_pathname_utf8(header);
    std::string name = clean_name(stored == nullptr ? "" : stored);
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

void read_seekable_or_not(
    Reading& reading, ByteSource& source, const Container& container, const Place& place
) {
    {
        ArchivePass pass(reading, source, container, place);
        if (pass.run(container.enable)) return;
        if (container.signature != Signature::zip || source.seekable_size() < 0) {
            pass.tell_broken();
            return;
        }
    }
    // The directory at the end of the zip is damaged: go by the headers before each entry.
    source.seek(0);
    ArchivePass pass(reading, source, container, place);
    if (!pass.run(archive_read_support_format_zip_streamable)) pass.tell_broken();
}

}  // namespace

void read_archive(
    Reading& reading, ByteSource& source, const Container& container, const Place& place
) {
    if (!container.wants_seek || source.seekable_size() >= 0) {
        read_seekable_or_not(reading, source, container, place);
        return;
    }
    Spool spool(reading, source);
    if (container.needs_seek && spool.seekable_size() < 0) {
        reading.tell(
            ProblemKind::over_limit,
            place.problem,
            fmt::format(
                "is a {} of more than {} bytes that is not a file of its own, and cannot be read "
                "as a stream (--max-article-size allows more, or unpack it first)",
                container.title,
                reading.limits().article_bytes_max
            )
        );
        return;
    }
    read_seekable_or_not(reading, spool, container, place);
}

}  // namespace broadsheet
