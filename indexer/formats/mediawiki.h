#pragma once

#include "indexer/formats/format.h"

namespace broadsheet {

/// MediaWiki's export: <page> elements with wikitext, as the dumps of Wikinews have it.
const Format& mediawiki_format();

}  // namespace broadsheet
