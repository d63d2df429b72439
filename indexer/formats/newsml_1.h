#pragma once

#include "indexer/formats/format.h"

namespace broadsheet {

/// NewsML 1: <NewsML> with its items.
const Format& newsml_1_format();

}  // namespace broadsheet
