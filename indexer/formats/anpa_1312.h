#pragma once

#include "indexer/formats/format.h"

namespace broadsheet {

/// ANPA 1312, the text format of American agencies' wires.
const Format& anpa_1312_format();

}  // namespace broadsheet
