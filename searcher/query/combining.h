#pragma once

#include <vector>

#include <xapian.h>

namespace broadsheet {

/// A query that counts `weight` times as much; as it is when that is 1.
Xapian::Query weighted(const Xapian::Query& query, double weight);

/// A query that only says which articles match.
Xapian::Query unscored(const Xapian::Query& query);

/// At least one part under one operator; a single part as it is.
Xapian::Query joined(Xapian::Query::op op, const std::vector<Xapian::Query>& parts);

/// The articles of `base` that none of the others finds. Empty ones exclude nothing.
Xapian::Query without(const Xapian::Query& base, std::vector<Xapian::Query> excluded);

/// Leaves out the parts that analysis left nothing of: they ask for nothing.
void drop_empty(std::vector<Xapian::Query>& parts);

}  // namespace broadsheet
