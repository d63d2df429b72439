#pragma once

#include "indexer/formats/format.h"

namespace broadsheet {

/// XML of no known kind in which articles are elements whose children have the usual names.
const Format& xml_records_format();

}  // namespace broadsheet
