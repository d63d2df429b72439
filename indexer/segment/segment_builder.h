#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "indexer/segment/article_terms.h"

namespace broadsheet {

/// Builds one segment: a Xapian glass database of its own. Used by one thread at a time; several
/// builders may work at once. The words of the articles added (ArticleTerms::occurrences) must come
/// from one Analyzer and stay valid until finish().
class SegmentBuilder {
public:
    virtual ~SegmentBuilder() = default;

    /// Adds an article; its document number is the count of articles so far, from 1.
    /// @throws Error (invalid_argument) when the article is over a limit of article_limits.h; the
    /// builder is then as it was, and goes on without the article.
    virtual void add(const ArticleTerms& article) = 0;

    [[nodiscard]] virtual std::uint32_t article_count() const = 0;

    /// True when the next article might take a count of the segment over 32 bits, of which the
    /// format has no more: finish() is due, however little memory is held.
    [[nodiscard]] virtual bool is_full() const = 0;

    /// Bytes of memory held; finish() needs little more.
    [[nodiscard]] virtual std::size_t memory_bytes() const = 0;

    /// Writes the segment to `directory`, which must not exist yet, with this user metadata, and
    /// syncs it to disk. The builder is empty afterwards and can be used again.
    /// @throws Error (unwritable) when the disk is full or refuses; nothing usable is left behind.
    virtual void finish(
        const std::filesystem::path& directory, const std::map<std::string, std::string>& metadata
    ) = 0;
};

/// The builder that writes the tables itself.
std::unique_ptr<SegmentBuilder> make_bulk_builder();

/// The builder that goes through Xapian::WritableDatabase: slow, and the measure of the other.
std::unique_ptr<SegmentBuilder> make_reference_builder();

}  // namespace broadsheet
