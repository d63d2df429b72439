#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include <xapian.h>

namespace broadsheet {

/// What feedback looks up again and again, kept from query to query: the engine finds the length of
/// one article by walking a list, and the frequency of one term by reading a block of each segment.
/// Good for one state of one index; belongs to one thread.
class IndexStatistics {
public:
    /// Lengths by document of the segment; 0 where there is none. Four bytes an article. Valid
    /// until the next call.
    const std::vector<float>& lengths(const Xapian::Database& segment);

    /// The same where they were read before, else nullptr. Segments in memory have no name to be
    /// known by.
    [[nodiscard]] const std::vector<float>* kept_lengths(const Xapian::Database& segment) const;

    /// The articles of the index that have the term.
    Xapian::doccount articles_with(const Xapian::Database& index, const std::string& term);

private:
    std::map<std::string, std::vector<float>> lengths_;
    std::unordered_map<std::string, Xapian::doccount> frequencies_;
};

}  // namespace broadsheet
