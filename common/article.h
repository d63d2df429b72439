#pragma once

#include <string>

#include "broadsheet/article.h"

namespace broadsheet {

/// 16 hexadecimal digits over everything the article says (XXH3, 64 bits), its origin left out: two
/// articles with the same digest have the same content. Stable from version to version.
std::string content_digest(const Article& article);

/// The id of an article that brought none: made from its content digest and the last component of
/// the entry it came from, so that the same file gives the same id from a tar, a zip or a folder.
std::string derived_id(const Article& article);

}  // namespace broadsheet
