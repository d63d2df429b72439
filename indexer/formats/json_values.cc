#include "indexer/formats/json_values.h"

#include <array>
#include <cmath>
#include <cstdint>

#include <fmt/format.h>

#include "indexer/formats/paragraphs.h"

namespace broadsheet {

namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::element_type;
using simdjson::dom::object;

constexpr std::size_t kListItemsMax = 1000;

// Where an object stands for a text, the member that has it.
constexpr std::array<std::string_view, 23> kTextMembers = {
    "name",  "main", "title",    "headline",    "original", "text", "value", "content",
    "html",  "body", "rendered", "displayName", "webTitle", "$oid", "$date", "$numberLong",
    "#text", "_",    "code",     "label",       "eng",      "en",   "id"};

std::string number_text(double value) {
    const bool whole = std::trunc(value) == value && std::abs(value) < 1e15;
    return whole ? fmt::format("{}", static_cast<std::int64_t>(value)) : fmt::format("{}", value);
}

std::string text_of(element value, int depth) {
    switch (value.type()) {
        case element_type::STRING:
            return std::string(json_string(value));
        case element_type::INT64:
            return fmt::format("{}", std::int64_t(value));
        case element_type::UINT64:
            return fmt::format("{}", std::uint64_t(value));
        case element_type::DOUBLE:
            return number_text(double(value));
        case element_type::OBJECT:
            break;
        case element_type::ARRAY:
        case element_type::BOOL:
        case element_type::NULL_VALUE:
            return {};
    }
    if (depth >= 2) return {};
    const object members = value;
    for (const std::string_view name : kTextMembers) {
        element inner;
        if (members[name].get(inner) != simdjson::SUCCESS) continue;
        std::string text = text_of(inner, depth + 1);
        if (!text.empty()) return text;
    }
    return {};
}

}  // namespace

std::string_view json_string(element value) {
    std::string_view text;
    if (value.get(text) != simdjson::SUCCESS) return {};
    return text;
}

std::string_view json_member(object from, std::string_view key) {
    element value;
    if (from[key].get(value) != simdjson::SUCCESS) return {};
    return json_string(value);
}

std::vector<std::string> json_items(element value) {
    std::vector<std::string> items;
    if (!value.is_array()) return items;
    for (const element item : array(value)) {
        if (items.size() >= kListItemsMax) break;
        std::string text = clean_text(json_text(item));
        if (text.empty() && item.is_object()) {
            const object person = item;
            text = clean_text(fmt::format(
                "{} {}", json_member(person, "firstname"), json_member(person, "lastname")
            ));
        }
        if (!text.empty()) items.push_back(std::move(text));
    }
    return items;
}

std::string json_text(element value) {
    return text_of(value, 0);
}

}  // namespace broadsheet
