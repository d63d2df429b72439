#pragma once

#include "indexer/bundle/byte_source.h"
#include "indexer/bundle/reading.h"

namespace broadsheet {

/// Looks at what a stream is and reads it as that: undoes its compression, opens it as an archive
/// and reads each of its entries in the same way, or hands it to the visitor.
void read_stream(Reading& reading, ByteSource& source, const Place& place);

}  // namespace broadsheet
