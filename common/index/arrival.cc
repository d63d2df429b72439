#include "common/index/arrival.h"

#include <algorithm>
#include <chrono>

#include <xapian.h>

#include "common/fields.h"

namespace broadsheet {

std::string arrival_value(Arrival arrival) {
    std::string bytes(4, '\0');
    for (int i = 3; i >= 0; --i, arrival >>= 8U)
        bytes[static_cast<std::size_t>(i)] = static_cast<char>(arrival & 0xFFU);
    return bytes;
}

Arrival newest_arrival(const Xapian::Database& index) {
    constexpr std::size_t kBytes = 4;
    const std::string bytes =
        index.get_value_upper_bound(static_cast<Xapian::valueno>(Slot::arrival));
    if (bytes.size() != kBytes) return 0;
    Arrival arrival = 0;
    for (const char byte : bytes)
        arrival = arrival << 8U | static_cast<unsigned char>(byte);
    return arrival;
}

Arrival next_arrival(Arrival newest) {
    using std::chrono::duration_cast, std::chrono::seconds;
    const auto now =
        duration_cast<seconds>(std::chrono::system_clock::now().time_since_epoch()).count();
    return std::max(newest + 1, static_cast<Arrival>(now));
}

}  // namespace broadsheet
