#pragma once

#include <functional>
#include <string>

#include <simdjson.h>

namespace broadsheet {

/// Tables as programs for statistics write them in JSON: an object of columns, each a list or an
/// object of the same rows ({"title": {"0": ..., "1": ...}, "text": {...}}), or the names of the
/// columns and a list of rows ({"columns": [...], "data": [[...], ...]}).
///
/// Calls `read` with each row as an object of its own, in JSON.
/// @return false when it is no such table; nothing was read then.
bool read_json_table(
    simdjson::dom::object from, const std::function<void(const std::string& row)>& read
);

}  // namespace broadsheet
