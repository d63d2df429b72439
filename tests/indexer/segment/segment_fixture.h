#pragma once

#include <deque>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/segment/segment_builder.h"

namespace broadsheet::testing {

/// Words of an imaginary analyzer, which stay where they are.
class Words {
public:
    const Word& add(std::string term, std::string stem);

    [[nodiscard]] const Word& at(std::size_t number) const { return words_[number]; }

    [[nodiscard]] std::size_t size() const { return words_.size(); }

private:
    std::deque<Word> words_;
};

using Metadata = std::map<std::string, std::string>;

/// Adds the articles to `builder` and finishes it to `directory`.
void build(
    SegmentBuilder& builder,
    const std::vector<ArticleTerms>& articles,
    const std::filesystem::path& directory,
    const Metadata& metadata = {}
);

/// Reports, as test failures, everything in which what the engine shows of two databases differs:
/// statistics, terms, postings, positions, values, articles, term lists, metadata.
void expect_same(const std::filesystem::path& actual, const std::filesystem::path& expected);

/// Builds the articles both ways and expects the same, and that the engine's own check is content
/// with the bulk builder's files.
void expect_builders_agree(
    const std::vector<ArticleTerms>& articles, const Metadata& metadata = {}
);

}  // namespace broadsheet::testing
