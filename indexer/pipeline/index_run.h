#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "broadsheet/date.h"
#include "indexer/bundle/limits.h"
#include "indexer/formats/format.h"
#include "indexer/problem.h"

namespace broadsheet {

/// What a run of the indexer is to do.
struct IndexSettings {
    std::filesystem::path index = {};  ///< folder of the index; made where there is none
    std::vector<std::filesystem::path> bundles = {};  ///< in this order; "-" is standard input
    Limits limits = {};
    unsigned jobs = 0;  ///< workers; 0: as many as the machine has cores
    std::uint64_t memory_bytes =
        0;                      ///< bound of the whole run; 0: a quarter of the machine's memory
    std::string language = {};  ///< ISO 639 code for articles that name none; empty: detect it
    std::vector<std::string> include =
        {};  ///< globs of entry names; when there are any, only these
    std::vector<std::string> exclude = {};  ///< globs of entry names to leave out
    /// Formats that are tried before all others, in this order: those of the profiles asked for.
    std::vector<std::shared_ptr<const Format>> preferred = {};
    /// When the run takes place; nothing: the clock is asked. Reports that say they are from the
    /// future are not believed.
    std::optional<Date> now = {};
    /// Decoded bytes after which what was read is published, so that a long run that is killed
    /// loses no more than this.
    std::uint64_t checkpoint_bytes = 1ULL << 30U;
};

/// How far a run has come.
struct IndexProgress {
    std::string bundle = {};
    std::uint64_t bundle_number = 0;  ///< from 1
    std::uint64_t bundle_count = 0;
    std::uint64_t bundle_bytes = 0;  ///< size on disk; 0 when unknown
    std::uint64_t bundle_bytes_read = 0;
    std::uint64_t articles = 0;    ///< taken so far in this run
    std::uint64_t text_bytes = 0;  ///< of those articles
    std::uint64_t segments = 0;    ///< written so far in this run
    bool publishing = false;
};

/// Is told how a run goes on. Called from the thread that called index_bundles().
class IndexListener {
public:
    virtual ~IndexListener() = default;
    /// Called often; the listener decides what to show.
    virtual void progress(const IndexProgress& progress) = 0;
};

/// What a run did.
struct IndexReport {
    std::uint64_t added = 0;      ///< articles that are new in the index
    std::uint64_t replaced = 0;   ///< articles that took the place of an earlier version
    std::uint64_t unchanged = 0;  ///< articles that were in already, letter by letter
    std::uint64_t text_bytes = 0;
    std::uint64_t bundles_read = 0;
    std::uint64_t bundles_known = 0;  ///< passed over: they are in to their end
    std::uint64_t left_out = 0;       ///< problems by which something was lost
    std::uint64_t not_chosen = 0;     ///< entries that --include and --exclude leave out
    std::uint64_t skipped = 0;     ///< entries that hold no article: side files, images, listings
    std::uint64_t superseded = 0;  ///< earlier versions of items that are here in a later one
    /// The problems in the order of bundles and entries; the first kProblemsMax of them.
    std::vector<Problem> problems;
    std::uint64_t index_articles = 0;  ///< in the index after the run
    std::uint64_t index_segments = 0;
    bool interrupted = false;  ///< stopped on request; what was read by then is published

    static constexpr std::size_t kProblemsMax = 1'000'000;
};

/// Reads the bundles into the index. Articles become visible to searchers in whole publications; an
/// article whose id a later bundle repeats is replaced, within one bundle every article is kept
/// (the second with the id X is X~2). Where the publisher numbers the versions of an item, the
/// highest one stays, in whatever order they are read. The same bundles give the same index content
/// whatever `jobs` is.
///
/// When `stop` is requested, reading ends, what was read is published and the report says so.
/// @throws Error: invalid_argument, locked (another writer), unwritable (disk full), corrupt; the
/// index then holds the last publication, and the next run goes on from there. A bundle that cannot
/// be opened at all is a Problem, not an error.
IndexReport index_bundles(
    const IndexSettings& settings, IndexListener& listener, std::stop_token stop = {}
);

}  // namespace broadsheet
