#pragma once

#include "indexer/formats/format.h"

namespace broadsheet {

/// Reuters-21578, distribution 1.0: <REUTERS> articles in SGML files of a thousand.
const Format& reuters_sgml_format();

}  // namespace broadsheet
