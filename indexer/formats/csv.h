#pragma once

#include "indexer/formats/format.h"

namespace broadsheet {

/// Tables of articles, one a row: CSV, TSV and their relatives.
const Format& csv_format();

}  // namespace broadsheet
