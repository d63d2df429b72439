#pragma once

#include "indexer/formats/format.h"

namespace broadsheet {

/// RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, CDF.
const Format& feed_format();

/// WordPress' export, which is RSS with the blog's own fields.
const Format& wordpress_wxr_format();

}  // namespace broadsheet
