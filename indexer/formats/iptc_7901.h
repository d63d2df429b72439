#pragma once

#include "indexer/formats/format.h"

namespace broadsheet {

/// IPTC 7901, the text format of European agencies' wires.
const Format& iptc_7901_format();

}  // namespace broadsheet
