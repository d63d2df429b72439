#pragma once

#include "indexer/bundle/peeked_source.h"
#include "indexer/bundle/reading.h"
#include "indexer/bundle/signature.h"

namespace broadsheet {

/// Reads the records of a web archive (Signature::warc or arc), decompressed: each page that was
/// fetched with success, and is text of some kind, becomes an entry named by its address.
///
/// A reader of our own because libarchive's stops at WARC/1.0 and at the first record that crosses
/// one of its blocks, and leaves out addresses that end in a slash, and all extracted text (WET).
void read_web_archive(Reading& reading, PeekedSource& source, Signature kind, const Place& place);

}  // namespace broadsheet
