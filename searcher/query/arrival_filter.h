#pragma once

#include <xapian.h>

#include "common/index/arrival.h"

namespace broadsheet {

/// Articles that came in after one publication, and not after another. Does not score.
Xapian::Query arrival_filter(Arrival after, Arrival until);

}  // namespace broadsheet
