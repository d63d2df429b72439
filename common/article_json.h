#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/article.h"
#include "common/json_writer.h"

namespace broadsheet {

// Members of an article in the form that the stored article and every JSON output share; they write
// nothing where the article has nothing, but for the origin.

void write_texts(JsonWriter& json, std::string_view name, const std::vector<std::string>& texts);
void write_dateline(JsonWriter& json, const Dateline& dateline);
void write_origin(JsonWriter& json, const Origin& origin);

}  // namespace broadsheet
