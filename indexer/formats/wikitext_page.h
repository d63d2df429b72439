#pragma once

#include "indexer/formats/format.h"

namespace broadsheet {

/// A page in MediaWiki's markup in a file of its own.
const Format& wikitext_format();

}  // namespace broadsheet
