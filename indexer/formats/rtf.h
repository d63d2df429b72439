#pragma once

#include "indexer/formats/format.h"

namespace broadsheet {

const Format& rtf_format();

}  // namespace broadsheet
