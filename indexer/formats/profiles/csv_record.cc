#include <algorithm>
#include <charconv>

#include "common/ascii.h"
#include "indexer/formats/profiles/profile_record.h"

namespace broadsheet {

std::optional<std::size_t> find_column(
    const std::vector<std::string>& header, std::string_view name
) {
    if (header.empty()) {
        std::size_t number = 0;
        const char* const end = name.data() + name.size();
        const auto result = std::from_chars(name.data(), end, number);
        if (result.ec != std::errc() || result.ptr != end || number == 0) return std::nullopt;
        return number - 1;
    }
    const auto found = std::find_if(header.begin(), header.end(), [&](const std::string& column) {
        return equals_ignoring_case(trimmed(column), name);
    });
    if (found == header.end()) return std::nullopt;
    return static_cast<std::size_t>(found - header.begin());
}

std::string_view CsvRecord::cell(const FieldPath& path) const {
    const auto column = find_column(header_, path.front().name);
    if (!column || *column >= row_.size()) return {};
    return trimmed(row_[*column]);
}

ProfileRecord::Values CsvRecord::values(const FieldPath& path) const {
    const std::string_view text = cell(path);
    if (text.empty()) return {};
    return {.texts = {std::string(text)}};
}

void CsvRecord::add_body(const FieldPath& path, Article& article) const {
    set_field(article, FieldRole::body, cell(path));
}

}  // namespace broadsheet
