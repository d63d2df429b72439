#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/formats/format.h"

namespace broadsheet::testing {

/// A file as a dump would have it that a shipped profile is for.
struct Specimen {
    std::string profile;
    std::string name;
    std::string content;
    const Format* format = nullptr;  ///< of that profile, chosen for this file
};

/// Where the specimens lie, a folder for each profile.
std::filesystem::path specimens_folder();

/// All of them, by profile and name.
std::vector<Specimen> all_specimens();

/// True for profiles that are used only when they are named, as their files have no marks.
bool is_chosen_by_name(std::string_view profile);

}  // namespace broadsheet::testing
