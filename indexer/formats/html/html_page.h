#pragma once

#include "indexer/formats/format.h"

namespace broadsheet {

/// HTML pages, one article each: the main text found among what surrounds it, with the metadata the
/// page states (JSON-LD, OpenGraph, meta elements, microdata). A page that is no article (front
/// page, search results, error message) is a not_article problem.
const Format& html_page_format();

}  // namespace broadsheet
