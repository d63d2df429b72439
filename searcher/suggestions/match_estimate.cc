#include "searcher/suggestions/match_estimate.h"

namespace broadsheet {

std::size_t estimated_matches(const Xapian::Database& index, const Xapian::Query& query) {
    constexpr Xapian::doccount kCounted = 300;
    if (query.empty()) return 0;
    Xapian::Enquire enquire(index);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    return enquire.get_mset(0, 0, kCounted).get_matches_estimated();
}

}  // namespace broadsheet
