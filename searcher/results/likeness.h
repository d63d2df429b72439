#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "broadsheet/article.h"
#include "common/text/analyzer.h"
#include "searcher/query/match_terms.h"

namespace broadsheet {

/// A stem by which an article differs from most others, without its prefix.
struct SpecialTerm {
    std::string stem;
    double weight = 0;  ///< above 0; how often the article says it, not how rare it is

    friend bool operator==(const SpecialTerm&, const SpecialTerm&) = default;
};

/// How many are taken of one article: more find the same and take longer.
inline constexpr std::size_t kSpecialTermsMax = 25;

/// The special terms of an article of the index, the most telling first. They depend on the
/// articles only, not on how these are spread over segments.
std::vector<SpecialTerm> special_terms(
    const Xapian::Database& index,
    Xapian::docid document,
    const Article& article,
    Analyzer& analyzer
);

/// The special terms of a text that is in no index. Its language is detected; only its first 256
/// KiB are read.
std::vector<SpecialTerm> special_terms(
    const Xapian::Database& index, std::string_view text, Analyzer& analyzer
);

/// What has any of the terms, the better the more and the rarer ones.
Xapian::Query likeness_query(const std::vector<SpecialTerm>& terms);

/// Adds the terms to what a snippet marks.
void add_targets(
    const Xapian::Database& index, const std::vector<SpecialTerm>& terms, MatchTargets& targets
);

}  // namespace broadsheet
