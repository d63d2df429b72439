#pragma once

#include <xapian.h>

namespace broadsheet {

/// A query that matches no article. An empty Xapian::Query means "nothing was asked" here, so what
/// was asked and cannot match is a term that no index has.
inline Xapian::Query no_match() {
    return Xapian::Query("Z\x01");
}

}  // namespace broadsheet
