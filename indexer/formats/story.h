#pragma once

#include "indexer/formats/format.h"

namespace broadsheet {

/// The .story files of the CNN and Daily Mail collection: an article, then its highlights.
const Format& story_format();

}  // namespace broadsheet
