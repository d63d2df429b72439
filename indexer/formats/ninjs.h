#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <simdjson.h>

#include "indexer/formats/field_names.h"

namespace broadsheet {

/// What the news items of the IPTC in JSON (ninjs 1 to 3) have beside the usual names of fields.

/// A news item has an address of its own and says what it is.
bool is_ninjs(simdjson::dom::object from);

/// ninjs 1 lets publishers add names to some: "headline_main", "body_charcount_text".
std::optional<FieldName> recognise_ninjs_field(std::string_view name);

/// Of values that are told apart by their role the main one, else the first; nothing for any other
/// value.
std::optional<simdjson::dom::element> main_ninjs_value(simdjson::dom::element value);

/// Which version of its item it is; one that does not say is the first.
std::uint32_t ninjs_version(simdjson::dom::object from);

/// "usable", "withheld", "canceled", or empty.
std::string_view ninjs_status(simdjson::dom::object from);

}  // namespace broadsheet
