#pragma once

#include <cstdint>
#include <string>

namespace broadsheet {

/// What a web archive says about an entry beside its bytes. Every member is empty where nothing is
/// said, as for all entries that come from elsewhere. Untrusted like the bytes themselves.
struct EntryFacts {
    std::string url = {};           ///< address it was fetched from, without angle brackets
    std::string content_type = {};  ///< media type from HTTP, lower case, without parameters
    std::string charset = {};       ///< charset parameter from HTTP, as written
    std::string fetched = {};       ///< when it was fetched, ISO 8601
    std::uint64_t position = 0;     ///< byte offset of its record in the decompressed web archive
};

}  // namespace broadsheet
