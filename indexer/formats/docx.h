#pragma once

#include "indexer/formats/format.h"

namespace broadsheet {

const Format& docx_format();

}  // namespace broadsheet
