#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/formats/format.h"
#include "indexer/formats/profiles/profile.h"

namespace broadsheet {

/// A file of corpora/profiles as it was when the program was built.
struct ProfileText {
    std::string_view name;  ///< of the file, without ".profile"
    std::string_view text;
};

/// The texts of all profiles that come with the program, by name.
std::span<const ProfileText> shipped_profile_texts();

/// The profiles that come with the program, by name.
std::span<const std::shared_ptr<const Profile>> shipped_profiles();

/// Formats that read by the shipped profiles where these are recognised.
std::span<const Format* const> shipped_profile_formats();

/// The shipped profile of that name, or the one in that file.
/// @throws Error: not_found, with the nearest name; invalid_argument where the file is no profile.
std::shared_ptr<const Profile> load_profile(const std::string& name_or_file);

}  // namespace broadsheet
