#pragma once

#include "indexer/formats/format.h"

namespace broadsheet {

/// Articles that a linguistic tool took apart into words, as Stanford CoreNLP writes them.
const Format& token_xml_format();

}  // namespace broadsheet
