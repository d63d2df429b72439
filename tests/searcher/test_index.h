#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/article.h"
#include "broadsheet/results.h"
#include "tests/support/temp_directory.h"

namespace broadsheet::testing {

/// An index on disk for tests of the searcher, written straight through the engine by the rules of
/// the index format.
class TestIndex {
public:
    /// One segment for each list of articles. Articles without an id get a1, a2, ...
    explicit TestIndex(const std::vector<std::vector<Article>>& segments);

    [[nodiscard]] const std::filesystem::path& path() const { return directory_.path(); }

    /// Publishes one more segment.
    void add_segment(const std::vector<Article>& articles);

private:
    TempDirectory directory_;
    std::vector<std::string> segments_;
    std::size_t articles_ = 0;
};

/// An article in one line: headline and one paragraph.
Article make_article(
    std::string_view id,
    std::string_view headline,
    std::string_view body,
    std::string_view language = "en"
);

/// The ids of the hits, in order.
std::vector<std::string> ids(const Results& results);

/// The text of a stretch list, each in brackets: "the [coup] failed".
std::string marked(const std::string& text, const std::vector<Span>& highlights);

}  // namespace broadsheet::testing
