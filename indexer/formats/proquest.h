#pragma once

#include "indexer/formats/format.h"

namespace broadsheet {

/// Exports of ProQuest as text, and of databases that label in the same way.
const Format& proquest_format();

}  // namespace broadsheet
