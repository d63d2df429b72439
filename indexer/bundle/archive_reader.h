#pragma once

#include "indexer/bundle/byte_source.h"
#include "indexer/bundle/containers.h"
#include "indexer/bundle/reading.h"

namespace broadsheet {

/// Reads every entry of an archive, in its order; `place` is that of the archive.
void read_archive(
    Reading& reading, ByteSource& source, const Container& container, const Place& place
);

}  // namespace broadsheet
