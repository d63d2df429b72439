#pragma once

#include "indexer/formats/format.h"

namespace broadsheet {

const Format& odt_format();

}  // namespace broadsheet
