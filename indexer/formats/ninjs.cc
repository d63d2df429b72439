#include "indexer/formats/ninjs.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/formats/json_values.h"
#include "indexer/formats/newsml_parts.h"

namespace broadsheet {

namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

// What beside its "uri" makes an object a ninjs item.
constexpr std::array<std::string_view, 6> kNinjsMembers = {
    "versioncreated", "versionCreated", "pubstatus", "pubStatus", "type", "descriptions"};

}  // namespace

bool is_ninjs(object from) {
    if (json_member(from, "uri").empty()) return false;
    return std::any_of(kNinjsMembers.begin(), kNinjsMembers.end(), [&](std::string_view name) {
        element ignored;
        return from[name].get(ignored) == simdjson::SUCCESS;
    });
}

std::optional<FieldName> recognise_ninjs_field(std::string_view name) {
    constexpr int kRank = 50;
    constexpr std::array<std::pair<std::string_view, FieldRole>, 3> kBeginnings = {{
        {"headline_", FieldRole::headline},
        {"body_", FieldRole::body},
        {"description_", FieldRole::deck},
    }};
    for (const auto& [beginning, role] : kBeginnings) {
        if (name.starts_with(beginning)) return FieldName{role, kRank};
    }
    return std::nullopt;
}

std::optional<element> main_ninjs_value(element value) {
    std::optional<element> first;
    if (!value.is_array()) return first;
    for (const element item : array(value)) {
        object inner;
        if (item.get(inner) != simdjson::SUCCESS) return std::nullopt;
        if (json_member(inner, "role").empty() || json_member(inner, "value").empty())
            return std::nullopt;
        if (!first || json_member(inner, "role") == "main") first = item;
        if (json_member(inner, "role") == "main") break;
    }
    return first;
}

std::uint32_t ninjs_version(object from) {
    element version;
    if (from["version"].get(version) != simdjson::SUCCESS) return 1;
    return std::max(version_number(json_text(version)), 1U);
}

std::string_view ninjs_status(object from) {
    const std::string_view status = json_member(from, "pubstatus");
    return status.empty() ? json_member(from, "pubStatus") : status;
}

}  // namespace broadsheet
