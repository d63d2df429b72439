#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace broadsheet::testing {

/// What an index says of each article, by id: its terms with frequencies and positions, its values,
/// its length and its stored form, as one text. Two indexes with the same dump answer alike.
/// `with_origin` false leaves out what differs when the same articles come from another bundle.
std::map<std::string, std::string> dump_index(
    const std::filesystem::path& index, bool with_origin = true
);

/// What sets two dumps apart, in a few lines; empty when they are the same.
std::string difference(
    const std::map<std::string, std::string>& actual,
    const std::map<std::string, std::string>& expected
);

}  // namespace broadsheet::testing
