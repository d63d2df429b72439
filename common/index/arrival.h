#pragma once

#include <cstdint>
#include <string>

namespace Xapian {
class Database;
}

namespace broadsheet {

/// When an article came into an index: the same number for all articles of one publication, greater
/// than that of every publication before. Numbers are seconds since 1970 where the clock allows it,
/// so that an index that was built anew goes on above what it had.
using Arrival = std::uint32_t;

/// The value of Slot::arrival: four bytes that sort by number.
std::string arrival_value(Arrival arrival);

/// The number of the newest publication that brought articles; 0 when none has one.
Arrival newest_arrival(const Xapian::Database& index);

/// The number of the publication behind `newest`, made now.
Arrival next_arrival(Arrival newest);

}  // namespace broadsheet
