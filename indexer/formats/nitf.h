#pragma once

#include "indexer/formats/format.h"

namespace broadsheet {

/// News Industry Text Format: one <nitf>, alone or inside other XML.
const Format& nitf_format();

}  // namespace broadsheet
