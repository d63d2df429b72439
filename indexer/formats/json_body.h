#pragma once

#include <simdjson.h>

#include "broadsheet/article.h"

namespace broadsheet {

/// Adds a body: text, HTML, a list of paragraphs, a list of objects with a "type" as content
/// systems store them, whose kickers, headlines and captions go where they belong, or the tree of
/// sections that crawlers write.
void add_json_body(simdjson::dom::element value, Article& article);

}  // namespace broadsheet
