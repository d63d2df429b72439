#pragma once

#include "indexer/formats/format.h"

namespace broadsheet {

/// Markdown with the front matter of site generators, or a heading for the headline.
const Format& markdown_format();

}  // namespace broadsheet
