#pragma once

#include <string>
#include <string_view>

#include "indexer/problem.h"

namespace broadsheet {

/// What an entry without text is.
struct SideFile {
    ProblemKind kind;    ///< not_article for pictures, programs and the like; unreadable for junk
    std::string reason;  ///< one sentence
};

/// Judges an entry that no format can read, by its name and first bytes.
SideFile judge_binary(std::string_view name, std::string_view head);

}  // namespace broadsheet
