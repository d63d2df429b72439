#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::bench {

/// One "entries[N][KEY] == VALUE" of what a feed of feedparser's collection says that is in it.
struct Expectation {
    std::size_t entry = 0;
    std::string key;    ///< "title", "author_detail.name", "content.0.value"
    std::string value;  ///< of a Python string literal; for a tuple of numbers an ISO time
};

/// Reads the Python expression behind "Expect:" in the first comment of a feed. Comparisons of
/// other kinds are passed over.
std::vector<Expectation> expectations_in(std::string_view feed);

}  // namespace broadsheet::bench
