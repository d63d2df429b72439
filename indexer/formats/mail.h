#pragma once

#include "indexer/formats/format.h"

namespace broadsheet {

/// Mail and Usenet messages with MIME, one in an entry or many in an mbox.
const Format& mail_format();

}  // namespace broadsheet
