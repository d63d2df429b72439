#include "indexer/segment/ranked_terms.h"

namespace broadsheet {

RankedTerms::RankedTerms(const TermTable& terms)
    : term_at_(terms.in_order()), rank_of_(term_at_.size()) {
    constexpr std::size_t kPlaceAhead = 24;
    constexpr std::size_t kNameAhead = 12;
    names_.room(terms.name_bytes());
    name_begin_.reserve(size());
    for (std::size_t rank = 0; rank < size(); ++rank) {
        if (rank + kPlaceAhead < size()) terms.fetch_place_soon(term_at_[rank + kPlaceAhead]);
        if (rank + kNameAhead < size()) terms.fetch_name_soon(term_at_[rank + kNameAhead]);
        const std::string_view name = terms.name(term_at_[rank]);
        rank_of_[term_at_[rank]] = static_cast<std::uint32_t>(rank);
        name_begin_.push_back(static_cast<std::uint32_t>(names_.size()));
        names_.append(static_cast<char>(name.size()));
        names_.append(name);
    }
}

}  // namespace broadsheet
