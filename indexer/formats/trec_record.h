#pragma once

#include <string_view>

#include "broadsheet/article.h"

namespace broadsheet {

/// The article of one <DOC> of the newspapers and agencies in TREC's collections: the Associated
/// Press, the Wall Street Journal, the Financial Times, the Los Angeles Times, the San Jose Mercury
/// News, FBIS, AQUAINT, Gigaword, and pages of the web tracks. `record` is UTF-8 and begins with
/// the open tag. What has no text has no paragraphs; never throws on what is malformed.
Article read_trec_record(std::string_view record);

}  // namespace broadsheet
