#pragma once

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <ostream>
#include <stop_token>
#include <string>
#include <vector>

#include "indexer/bundle/bundle.h"

namespace broadsheet {

inline std::ostream& operator<<(std::ostream& out, const Problem& problem) {
    return out << "problem " << static_cast<int>(problem.kind) << " [" << problem.entry << "] "
               << problem.reason;
}

namespace testing {

struct ReadEntry {
    std::string name;
    std::string content;
    EntryFacts facts = {};

    bool operator==(const ReadEntry& other) const {
        return name == other.name && content == other.content;
    }

    friend std::ostream& operator<<(std::ostream& out, const ReadEntry& entry) {
        return out << entry.name << " (" << entry.content.size() << " bytes) "
                   << entry.content.substr(0, 60);
    }
};

/// Reads every entry to its end and keeps everything.
class CollectingVisitor : public BundleVisitor {
public:
    void entry(Entry& entry) override {
        ReadEntry& read = entries.emplace_back(ReadEntry{entry.name(), {}, entry.facts()});
        const std::string head(entry.head(std::size_t{64} << 10U));
        while (true) {
            const std::string_view block = entry.read();
            if (block.empty()) break;
            read.content.append(block);
        }
        head_is_prefix = head_is_prefix && read.content.starts_with(head);
    }

    void problem(Problem problem) override { problems.push_back(std::move(problem)); }

    void consumed(std::uint64_t bytes) override {
        consumed_grows = consumed_grows && bytes >= consumed_bytes;
        consumed_bytes = bytes;
    }

    [[nodiscard]] std::vector<std::string> names() const {
        std::vector<std::string> names;
        for (const ReadEntry& entry : entries)
            names.push_back(entry.name);
        return names;
    }

    std::vector<ReadEntry> entries;
    std::vector<Problem> problems;
    std::uint64_t consumed_bytes = 0;
    bool consumed_grows = true;
    bool head_is_prefix = true;
};

inline CollectingVisitor read_all(
    const std::filesystem::path& path, const Limits& limits = {}, std::stop_token stop = {}
) {
    CollectingVisitor visitor;
    read_bundle(path, limits, visitor, std::move(stop));
    return visitor;
}

}  // namespace testing
}  // namespace broadsheet
