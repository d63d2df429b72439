#pragma once

#include <optional>

#include "indexer/formats/profiles/profile_record.h"

namespace broadsheet {

/// The article that a record is by its profile; nothing when it has neither headline nor text.
std::optional<Article> article_by_profile(const Profile& profile, const ProfileRecord& record);

}  // namespace broadsheet
