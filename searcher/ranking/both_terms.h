#pragma once

#include <functional>
#include <string>

#include <xapian.h>

namespace broadsheet {

/// Shows the postings of `term` in the articles that have `other` too, in their order, until
/// `visit` returns false. Passes over what only one of them is in.
void visit_both(
    const Xapian::Database& index,
    const std::string& term,
    const std::string& other,
    const std::function<bool(const Xapian::PostingIterator&)>& visit
);

}  // namespace broadsheet
