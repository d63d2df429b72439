#include "indexer/segment/ranked_terms.h"

#include <algorithm>

namespace broadsheet {

RankedTerms::RankedTerms(const TermTable& terms)
    : term_at_(terms.in_order()), rank_of_(term_at_.size()) {
    constexpr std::size_t kPlaceAhead = 24;
    constexpr std::size_t kNameAhead = 12;
    names_.resize(terms.name_bytes());
    name_begin_.reserve(size());
    char* end = names_.data();
    for (std::size_t rank = 0; rank < size(); ++rank) {
        if (rank + kPlaceAhead < size()) terms.fetch_place_soon(term_at_[rank + kPlaceAhead]);
        if (rank + kNameAhead < size()) terms.fetch_name_soon(term_at_[rank + kNameAhead]);
        const std::string_view name = terms.name(term_at_[rank]);
        rank_of_[term_at_[rank]] = static_cast<std::uint32_t>(rank);
        name_begin_.push_back(static_cast<std::uint32_t>(end - names_.data()));
        *end++ = static_cast<char>(name.size());
        end = std::copy(name.begin(), name.end(), end);
    }
}

}  // namespace broadsheet
