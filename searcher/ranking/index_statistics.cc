#include "searcher/ranking/index_statistics.h"

namespace broadsheet {

namespace {

constexpr std::size_t kRememberedTermsMax = 50'000;

std::vector<float> read_lengths(const Xapian::Database& segment) {
    std::vector<float> lengths(segment.get_lastdocid() + 1, 0);
    const auto end = segment.postlist_end(std::string());
    for (auto document = segment.postlist_begin(std::string()); document != end; ++document)
        lengths[*document] = static_cast<float>(document.get_doclength());
    return lengths;
}

}  // namespace

const std::vector<float>& IndexStatistics::lengths(const Xapian::Database& segment) {
    const std::string name = segment.get_uuid();
    if (name.empty()) lengths_.erase(name);  // databases in memory have none
    const auto known = lengths_.find(name);
    if (known != lengths_.end()) return known->second;
    return lengths_.emplace(name, read_lengths(segment)).first->second;
}

const std::vector<float>* IndexStatistics::kept_lengths(const Xapian::Database& segment) const {
    const std::string name = segment.get_uuid();
    const auto known = lengths_.find(name);
    return name.empty() || known == lengths_.end() ? nullptr : &known->second;
}

Xapian::doccount IndexStatistics::articles_with(
    const Xapian::Database& index, const std::string& term
) {
    const auto known = frequencies_.find(term);
    if (known != frequencies_.end()) return known->second;
    if (frequencies_.size() >= kRememberedTermsMax) frequencies_.clear();
    return frequencies_.emplace(term, index.get_termfreq(term)).first->second;
}

}  // namespace broadsheet
