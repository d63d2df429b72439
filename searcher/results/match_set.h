#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace broadsheet {

/// Document numbers of an index, a bit for each.
class DocumentSet {
public:
    explicit DocumentSet(const Xapian::Database& index) : bits_(index.get_lastdocid() + 1) {}

    /// True when it was not in.
    bool add(Xapian::docid document) {
        if (bits_[document]) return false;
        bits_[document] = true;
        ++size_;
        return true;
    }

    [[nodiscard]] bool has(Xapian::docid document) const { return bits_[document]; }

    [[nodiscard]] std::size_t size() const { return size_; }

    template <typename Visit>
    void for_each(const Visit& visit) const {
        for (std::size_t document = 0; document < bits_.size(); ++document) {
            if (bits_[document]) visit(static_cast<Xapian::docid>(document));
        }
    }

private:
    std::vector<bool> bits_;
    std::size_t size_ = 0;
};

/// Every match of a query.
DocumentSet all_matches(const Xapian::Database& index, const Xapian::Query& query);

struct TermCount {
    std::string term;
    std::size_t articles = 0;
    Xapian::docid first = 0;  ///< the first match that has it
};

/// How often the terms with a prefix stand in a set of documents.
struct TermCounts {
    std::vector<TermCount> terms;  ///< those that do, in order of term
    std::size_t without = 0;       ///< documents with none of them
};

/// Both ways give the same; which is faster depends on how large a part of the index the set is.
enum class CountBy { postings, termlists };

CountBy faster_way(const Xapian::Database& index, const DocumentSet& matches);

TermCounts count_terms(
    const Xapian::Database& index, const DocumentSet& matches, std::string_view prefix, CountBy way
);

}  // namespace broadsheet
