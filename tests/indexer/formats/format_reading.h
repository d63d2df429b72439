#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/formats/format.h"

namespace broadsheet::testing {

/// Everything a format found.
struct Findings : ArticleSink {
    struct Finding {
        ProblemKind kind;
        std::uint64_t position;
        std::string reason;
    };

    void article(Article&& article) override { articles.push_back(std::move(article)); }

    void problem(ProblemKind kind, std::uint64_t position, std::string reason) override {
        problems.push_back({kind, position, std::move(reason)});
    }

    std::vector<Article> articles;
    std::vector<Finding> problems;
};

/// Chooses a format for the entry as the pipeline does, and reads it whole.
Findings read_entry(std::string_view name, std::string_view content);

/// The article of an entry that must hold one and no more; an empty article, and a failure, where
/// it does not.
Article read_article(std::string_view name, std::string_view content);

/// Reads a file of tests/indexer/formats/fixtures in the format its folder is named after.
Findings read_fixture(std::string_view format, std::string_view file);

/// The name of the format chosen, or "none".
std::string chosen_format(std::string_view name, std::string_view content);

/// Reads the entry the way a long one is read: bytes come `chunk_bytes` at a time, and what cut()
/// allows is read at once.
Findings read_in_pieces(
    const Format& format, std::string_view name, std::string_view content, std::size_t chunk_bytes
);

}  // namespace broadsheet::testing
