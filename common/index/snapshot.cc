#include "common/index/snapshot.h"

#include <fmt/format.h>

#include "broadsheet/error.h"
#include "common/index/layout.h"
#include "common/index/stub.h"
#include "common/text/analyzer.h"
#include "common/xapian_errors.h"

namespace broadsheet {

namespace {

constexpr const char* kSchemaKey = "broadsheet.schema";
constexpr const char* kAnalysisKey = "broadsheet.analysis";

// A publication may replace the segments between our reading of the stub and their opening; the
// newer stub is then read. More often than this in a row means something else is wrong.
constexpr int kOpenAttempts = 20;

void check_version(
    const Xapian::Database& segment,
    const char* key,
    int version,
    const std::filesystem::path& directory
) {
    const std::string found = segment.get_metadata(key);
    if (found == std::to_string(version)) return;
    throw Error(
        ErrorKind::incompatible,
        fmt::format(
            "segment '{}' has {} version {}, this program reads version {}; index the bundles anew "
            "with this program",
            directory.string(),
            key,
            found.empty() ? "none" : found,
            version
        )
    );
}

Snapshot open_all(const std::filesystem::path& index, std::vector<std::string> segments) {
    Snapshot snapshot;
    for (const auto& segment : segments) {
        snapshot.parts.push_back(open_segment(segment_path(index, segment)));
        snapshot.database.add_database(snapshot.parts.back());
    }
    snapshot.segments = std::move(segments);
    return snapshot;
}

}  // namespace

std::map<std::string, std::string> version_metadata() {
    return {
        {kSchemaKey, std::to_string(kSchemaVersion)},
        {kAnalysisKey, std::to_string(kAnalysisVersion)}};
}

Xapian::Database open_segment(const std::filesystem::path& directory) {
    return with_xapian(fmt::format("open segment '{}'", directory.string()), [&] {
        Xapian::Database segment(directory.string(), Xapian::DB_BACKEND_GLASS);
        check_version(segment, kSchemaKey, kSchemaVersion, directory);
        check_version(segment, kAnalysisKey, kAnalysisVersion, directory);
        return segment;
    });
}

Snapshot open_snapshot(const std::filesystem::path& index) {
    std::vector<std::string> segments = read_stub(index);
    for (int attempt = 1;; ++attempt) {
        try {
            return open_all(index, segments);
        } catch (const Error&) {
            std::vector<std::string> newer = read_stub(index);
            if (newer == segments || attempt == kOpenAttempts) throw;
            segments = std::move(newer);
        }
    }
}

}  // namespace broadsheet
