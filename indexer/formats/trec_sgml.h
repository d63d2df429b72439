#pragma once

#include "indexer/formats/format.h"

namespace broadsheet {

/// The collections of TREC and their descendants: <DOC> with <DOCNO>, headline, dateline, <TEXT>.
const Format& trec_sgml_format();

}  // namespace broadsheet
