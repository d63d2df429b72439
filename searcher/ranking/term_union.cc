#include "searcher/ranking/term_union.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace broadsheet {

Xapian::doccount estimated_union(
    std::vector<Xapian::doccount> found_in, Xapian::doccount articles
) {
    if (found_in.empty()) return 0;
    std::ranges::make_heap(found_in, std::greater<>());
    while (found_in.size() > 1) {
        std::ranges::pop_heap(found_in, std::greater<>());
        const double a = found_in.back();
        found_in.pop_back();
        std::ranges::pop_heap(found_in, std::greater<>());
        const double b = found_in.back();
        found_in.back() = static_cast<Xapian::doccount>(std::lround(a + b - a * b / articles));
        std::ranges::push_heap(found_in, std::greater<>());
    }
    return found_in.front();
}

}  // namespace broadsheet
