#pragma once

#include "indexer/formats/format.h"

namespace broadsheet {

/// IPTC 7901, the text format of European agencies' wires.
const Format& iptc_7901_format();

/// ANPA 1312, the text format of American agencies' wires.
const Format& anpa_1312_format();

}  // namespace broadsheet
