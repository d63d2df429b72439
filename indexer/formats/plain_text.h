#pragma once

#include "indexer/formats/format.h"

namespace broadsheet {

/// One article as plain text: an optional kicker, a headline, byline, captions, paragraphs. The
/// last resort for anything that is text.
const Format& plain_text_format();

}  // namespace broadsheet
