#pragma once

#include <cstdint>
#include <string>

namespace broadsheet {

/// Why something was left out.
enum class ProblemKind {
    unreadable,   ///< damaged, truncated or encrypted: could not be read
    over_limit,   ///< a limit stopped it: size, ratio, depth, number
    not_enabled,  ///< a container or filter that must be asked for
    not_article,  ///< understood, but there is no article in it: junk, side files, listings
    malformed,    ///< an article that breaks its format's rules
    not_chosen,   ///< left out by --include and --exclude
    superseded,   ///< an earlier version of an item that is here in a later one
};

/// Something that was left out of an index, and why: a result, not an exception.
struct Problem {
    ProblemKind kind = ProblemKind::unreadable;
    std::string bundle = {};     ///< path as given
    std::string entry = {};      ///< empty when the whole bundle is meant
    std::uint64_t position = 0;  ///< byte offset in the entry, 0 when the whole entry is meant
    std::string reason = {};     ///< one sentence for a person, and what to do where it helps
};

}  // namespace broadsheet
