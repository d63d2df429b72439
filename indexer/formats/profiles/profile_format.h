#pragma once

#include <memory>
#include <vector>

#include "indexer/formats/format.h"
#include "indexer/formats/profiles/profile.h"

namespace broadsheet {

/// Whether a profile reads an entry only where it recognises it, or wherever it can.
enum class ProfileUse { where_recognised, where_it_fits };

/// The formats that read by a profile; more than one where a dump may be written in two ways, as
/// JSON and as JSON lines. Each has the profile's name.
std::vector<std::unique_ptr<const Format>> formats_of_profile(
    std::shared_ptr<const Profile> profile, ProfileUse use
);

}  // namespace broadsheet
