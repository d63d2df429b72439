#pragma once

#include "indexer/formats/format.h"

namespace broadsheet {

/// News Industry Text Format: one <nitf>.
const Format& nitf_format();

/// NewsML-G2: news items, alone or in a message.
const Format& newsml_g2_format();

/// NewsML 1: <NewsML> with its items.
const Format& newsml_1_format();

}  // namespace broadsheet
