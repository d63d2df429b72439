#include "searcher/results/match_set.h"

#include <map>

namespace broadsheet {

namespace {

TermCounts count_by_postings(
    const Xapian::Database& index, const DocumentSet& matches, const std::string& prefix
) {
    TermCounts counts;
    DocumentSet covered(index);
    const auto end = index.allterms_end(prefix);
    for (auto term = index.allterms_begin(prefix); term != end; ++term) {
        TermCount count{.term = *term};
        const auto last = index.postlist_end(count.term);
        for (auto posting = index.postlist_begin(count.term); posting != last; ++posting) {
            if (!matches.has(*posting)) continue;
            if (count.articles++ == 0) count.first = *posting;
            covered.add(*posting);
        }
        if (count.articles > 0) counts.terms.push_back(std::move(count));
    }
    counts.without = matches.size() - covered.size();
    return counts;
}

TermCounts count_by_termlists(
    const Xapian::Database& index, const DocumentSet& matches, const std::string& prefix
) {
    TermCounts counts;
    std::map<std::string, TermCount> by_term;
    matches.for_each([&](Xapian::docid document) {
        auto term = index.termlist_begin(document);
        const auto end = index.termlist_end(document);
        term.skip_to(prefix);
        bool has_any = false;
        for (; term != end; ++term) {
            const std::string name = *term;
            if (!name.starts_with(prefix)) break;
            TermCount& count = by_term[name];
            if (count.articles++ == 0) count.first = document;
            has_any = true;
        }
        if (!has_any) ++counts.without;
    });
    for (auto& [term, count] : by_term) {
        count.term = term;
        counts.terms.push_back(std::move(count));
    }
    return counts;
}

}  // namespace

// A match spy would not do: in an index of several segments the documents it is shown bear their
// numbers within the segment.
DocumentSet all_matches(const Xapian::Database& index, const Xapian::Query& query) {
    Xapian::Enquire enquire(index);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_docid_order(Xapian::Enquire::DONT_CARE);
    const Xapian::MSet found = enquire.get_mset(0, index.get_doccount());
    DocumentSet matches(index);
    for (auto match = found.begin(); match != found.end(); ++match)
        matches.add(*match);
    return matches;
}

CountBy faster_way(const Xapian::Database& index, const DocumentSet& matches) {
    constexpr std::size_t kPostingsForATermlist = 100;
    return matches.size() * kPostingsForATermlist < index.get_doccount() ? CountBy::termlists
                                                                         : CountBy::postings;
}

TermCounts count_terms(
    const Xapian::Database& index, const DocumentSet& matches, std::string_view prefix, CountBy way
) {
    return way == CountBy::postings ? count_by_postings(index, matches, std::string(prefix))
                                    : count_by_termlists(index, matches, std::string(prefix));
}

}  // namespace broadsheet
