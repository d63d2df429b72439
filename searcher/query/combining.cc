#include "searcher/query/combining.h"

namespace broadsheet {

using Xapian::Query;

Query weighted(const Query& query, double weight) {
    if (weight == 1 || query.empty()) return query;
    return {Query::OP_SCALE_WEIGHT, query, weight};
}

Query unscored(const Query& query) {
    return {Query::OP_SCALE_WEIGHT, query, 0};
}

Query joined(Query::op op, const std::vector<Query>& parts) {
    if (parts.size() == 1) return parts.front();
    return {op, parts.begin(), parts.end()};
}

Query without(const Query& base, std::vector<Query> excluded) {
    drop_empty(excluded);
    if (excluded.empty()) return base;
    return {Query::OP_AND_NOT, base, joined(Query::OP_OR, excluded)};
}

void drop_empty(std::vector<Query>& parts) {
    std::erase_if(parts, [](const Query& query) { return query.empty(); });
}

}  // namespace broadsheet
