#pragma once

#include "indexer/formats/format.h"

namespace broadsheet {

/// Exports of LexisNexis and Nexis Uni as text, many articles in a file.
const Format& lexisnexis_format();

}  // namespace broadsheet
