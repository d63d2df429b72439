#pragma once

#include "indexer/formats/format.h"

namespace broadsheet {

/// Exports of Factiva as text, with its two-letter labels or as shown on the screen.
const Format& factiva_format();

}  // namespace broadsheet
