#pragma once

#include <string>
#include <string_view>

#include "broadsheet/article.h"

namespace broadsheet {

/// Appends the article as one JSON object, the document data of the index and the line of every
/// JSON output. Empty members are left out. The schema is described in searcher/OUTPUT.md.
void append_article_json(std::string& out, const Article& article);

/// Reads what append_article_json() wrote; members it does not know are ignored.
/// @throws Error (corrupt) when it is no such object.
Article parse_article_json(std::string_view json);

}  // namespace broadsheet
