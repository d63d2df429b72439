#pragma once

#include "indexer/formats/format.h"

namespace broadsheet {

/// NewsML-G2: news items, alone or in a message.
const Format& newsml_g2_format();

}  // namespace broadsheet
