#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include <xapian.h>

namespace broadsheet {

/// The articles that parts of a query are limited to for the time being: all, until it is told
/// otherwise. Shared by the query and whoever asks it; belongs to one thread.
class ArticleScope {
public:
    /// False where the segments of an index have no names to be told apart by, as in memory.
    static bool can_limit(const Xapian::Database& index) { return !index.get_uuid().empty(); }

    /// @param index what the query is asked of; it can be limited.
    /// @param documents of the index.
    void limit(const Xapian::Database& index, const std::vector<Xapian::docid>& documents);

    void lift() { limited_ = false; }

    /// Those of a segment in ascending order, by its own numbers; nullptr for all.
    [[nodiscard]] const std::vector<Xapian::docid>* of(const Xapian::Database& segment) const;

private:
    bool limited_ = false;
    std::map<std::string, std::vector<Xapian::docid>> by_segment_;
    std::vector<Xapian::docid> none_;
};

/// The articles within a scope when the query is asked.
Xapian::Query within(std::shared_ptr<const ArticleScope> scope);

}  // namespace broadsheet
