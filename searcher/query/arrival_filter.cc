#include "searcher/query/arrival_filter.h"

#include "common/fields.h"
#include "searcher/query/no_match.h"

namespace broadsheet {

Xapian::Query arrival_filter(Arrival after, Arrival until) {
    if (after >= until) return no_match();
    return {
        Xapian::Query::OP_VALUE_RANGE,
        static_cast<Xapian::valueno>(Slot::arrival),
        arrival_value(after + 1),
        arrival_value(until)};
}

}  // namespace broadsheet
