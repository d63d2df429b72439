#pragma once

#include <set>
#include <string>
#include <vector>

namespace broadsheet {

/// The English stems that mean a country or a part of the world beside those of a query: of people
/// and things where the query has the country, and the reverse (Japan, Japanese). In order of
/// letters, without the query's own. May be called from any thread.
std::vector<std::string> country_words(const std::set<std::string>& stems);

}  // namespace broadsheet
