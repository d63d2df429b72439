#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <archive.h>

#include "indexer/bundle/signature.h"

namespace broadsheet {

/// A kind of archive, and what has to be known to read it through libarchive.
struct Container {
    Signature signature;
    std::string_view name;   ///< as in Limits::containers
    std::string_view title;  ///< as a person calls it
    int (*enable)(archive*);
    bool optional = false;       ///< read only when asked for, and in a process of its own
    bool wants_seek = false;     ///< reads better, or only, from a source that can seek
    bool needs_seek = false;     ///< cannot be read otherwise
    bool trusts_names = false;   ///< its reader buffers a name of any length the archive states
    bool skips_cheaply = false;  ///< goes to the next entry without decoding this one
};

/// The container with that signature, or null.
const Container* find_container(Signature signature);

/// A compression that libarchive undoes.
struct Compression {
    Signature signature;
    int (*enable)(archive*);
};

/// The compression with that signature, or null.
const Compression* find_compression(Signature signature);

/// @throws Error (invalid_argument) when a name is none of optional_containers().
void check_container_names(const std::vector<std::string>& names);

}  // namespace broadsheet
