#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "common/index/snapshot.h"
#include "common/text/analyzer.h"
#include "common/xapian_errors.h"
#include "searcher/query/index_facts.h"
#include "searcher/ranking/index_statistics.h"

namespace broadsheet {

/// An index as a searcher holds it: what it was when it was opened, and what is remembered from
/// query to query. Belongs to one thread at a time.
struct OpenIndex {
    /// @throws Error (not_found, unreadable, incompatible).
    explicit OpenIndex(const std::filesystem::path& index_path);

    void move_to_newest();

    /// False where nothing was published since.
    bool refresh();

    /// What is being done, for messages.
    [[nodiscard]] std::string action() const;

    /// Runs a reading of the index. Segments are never changed, except when articles are removed;
    /// the engine then says so, and the reading starts again from the newest state.
    template <typename Body>
    auto read(const Body& body) {
        constexpr int kRetries = 3;
        return with_xapian(action(), [&] {
            for (int attempt = 0; attempt < kRetries; ++attempt) {
                try {
                    return body();
                } catch (const Xapian::DatabaseModifiedError&) {
                    move_to_newest();
                }
            }
            return body();
        });
    }

    /// The articles with these ids.
    /// @throws Error (invalid_argument) where there is none with an id.
    [[nodiscard]] std::vector<Xapian::docid> documents(const std::vector<std::string>& ids) const;

    /// Of the whole index, or as though it were in one language; empty for the whole.
    [[nodiscard]] IndexFacts facts_in(const std::string& language) const;

    /// A long-lived searcher, and a long answer, then let the analyzer forget the words of old
    /// queries and articles.
    [[nodiscard]] bool remembers_too_much() const;

    std::filesystem::path path;
    Snapshot snapshot;
    IndexFacts facts;
    std::shared_ptr<IndexStatistics> statistics;
    Analyzer analyzer;

private:
    void take(Snapshot&& newest);
};

}  // namespace broadsheet
