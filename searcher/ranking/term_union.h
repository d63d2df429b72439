#pragma once

#include <vector>

#include <xapian.h>

namespace broadsheet {

/// How many of the articles have any of some terms, if each is as frequent in those that have
/// another as elsewhere: the engine's estimate for OP_SYNONYM, two at a time, the rarest first.
Xapian::doccount estimated_union(std::vector<Xapian::doccount> found_in, Xapian::doccount articles);

}  // namespace broadsheet
