#pragma once

#include "indexer/formats/format.h"

namespace broadsheet {

/// JSON values one after another, in a list, or inside the answer of a service.
const Format& json_format();

/// One JSON object a line.
const Format& json_lines_format();

}  // namespace broadsheet
