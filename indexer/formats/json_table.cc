#include "indexer/formats/json_table.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/formats/field_names.h"
#include "indexer/formats/json_values.h"

namespace broadsheet {

namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

// A member of a row. The name goes without quotes of its own: names with any are left out.
void add_member(std::string_view name, element value, std::string& row) {
    if (name.find_first_of("\"\\") != std::string_view::npos) return;
    if (!row.empty()) row.push_back(',');
    row.append("\"").append(name).append("\":").append(simdjson::minify(value));
}

std::string whole(const std::string& members) {
    return "{" + members + "}";
}

// Whether columns of these names hold articles: a title and a text, or one of them and anything
// else that is known.
bool are_columns(const std::vector<std::string_view>& names) {
    std::size_t known = 0;
    bool text = false;
    for (const std::string_view name : names) {
        const auto field = recognise_field(name);
        if (!field) continue;
        ++known;
        text = text || field->role == FieldRole::headline || field->role == FieldRole::body;
    }
    return text && known >= 2;
}

bool read_rows_of_lists(object from, const std::function<void(const std::string&)>& read) {
    array names;
    array rows;
    if (from["columns"].get_array().get(names) != simdjson::SUCCESS) return false;
    if (from["data"].get_array().get(rows) != simdjson::SUCCESS) return false;
    std::vector<std::string_view> columns;
    for (const element name : names)
        columns.push_back(json_string(name));
    if (!are_columns(columns)) return false;
    for (const element row : rows) {
        if (!row.is_array()) continue;
        std::string members;
        std::size_t column = 0;
        for (const element value : array(row)) {
            if (column < columns.size()) add_member(columns[column], value, members);
            ++column;
        }
        read(whole(members));
    }
    return true;
}

// One column, walked through beside the others.
template <typename Rows>
struct Column {
    std::string_view name;
    typename Rows::iterator at;
    typename Rows::iterator end;
};

element value_of(const array::iterator& at) {
    return *at;
}

element value_of(const object::iterator& at) {
    return at.value();
}

// All members of the object as columns, or none where one is of another kind or size.
template <typename Rows>
std::vector<Column<Rows>> columns_of(object from) {
    constexpr std::size_t kRowsMin = 2;  // a single one may as well be a part of an article
    std::vector<Column<Rows>> columns;
    std::optional<std::size_t> size;
    std::vector<std::string_view> names;
    for (const auto& [name, value] : from) {
        Rows rows;
        if (value.get(rows) != simdjson::SUCCESS) return {};
        if (rows.size() < kRowsMin || (size && rows.size() != *size)) return {};
        size = rows.size();
        names.push_back(name);
        columns.push_back({name, rows.begin(), rows.end()});
    }
    return are_columns(names) ? columns : std::vector<Column<Rows>>();
}

template <typename Rows>
bool read_columns(object from, const std::function<void(const std::string&)>& read) {
    std::vector<Column<Rows>> columns = columns_of<Rows>(from);
    if (columns.empty()) return false;
    const auto more = [](const Column<Rows>& column) { return column.at != column.end; };
    while (std::all_of(columns.begin(), columns.end(), more)) {
        std::string members;
        for (Column<Rows>& column : columns) {
            add_member(column.name, value_of(column.at), members);
            ++column.at;
        }
        read(whole(members));
    }
    return true;
}

}  // namespace

bool read_json_table(object from, const std::function<void(const std::string& row)>& read) {
    return read_rows_of_lists(from, read) || read_columns<object>(from, read) ||
           read_columns<array>(from, read);
}

}  // namespace broadsheet
