#pragma once

#include <libxml/tree.h>

#include "broadsheet/article.h"

namespace broadsheet {

/// Adds what a <nitf> element, or a <body> of one, says to an article; what the article has stays.
void add_nitf(const xmlNode* nitf, Article& article);

}  // namespace broadsheet
