#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <xapian.h>

namespace broadsheet {

/// The articles of any of these languages (ISO 639 codes, at least one) that have the term.
Xapian::Query in_languages(const std::string& term, const std::vector<std::string>& languages);

/// How many these are; no more than `most` are looked for. Passes over what only one of the lists
/// has.
Xapian::doccount count_in_languages(
    const Xapian::Database& index,
    const std::string& term,
    const std::vector<std::string>& languages,
    Xapian::doccount most = UINT32_MAX
);

}  // namespace broadsheet
