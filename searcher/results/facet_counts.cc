#include "searcher/results/facet_counts.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadsheet/error.h"
#include "common/fields.h"
#include "searcher/results/match_set.h"
#include "searcher/results/stored_articles.h"

namespace broadsheet {

namespace {

constexpr std::array<std::string_view, 10> kFacetFields = {
    "source", "section", "tag", "place", "language", "author", "bundle", "year", "month", "day"};

// The prefix of date_terms() for a facet, or nothing when it is none by date.
std::optional<std::string_view> date_prefix(std::string_view field) {
    if (field == "year") return "Y";
    if (field == "month") return "M";
    if (field == "day") return "D";
    return std::nullopt;
}

// The date of a term like M201904. A stranger's index may hold anything there.
std::optional<Date> date_of(std::string_view term) {
    const auto digits = [term](std::size_t begin, std::size_t size) {
        int number = 0;
        for (const char c : term.substr(begin, size)) {
            if (c < '0' || c > '9') return 0;
            number = number * 10 + (c - '0');
        }
        return number;
    };
    if (term.size() == 5) return make_date(digits(1, 4));
    if (term.size() == 7) return make_date(digits(1, 4), digits(5, 2));
    if (term.size() == 9) return make_date(digits(1, 4), digits(5, 2), digits(7, 2));
    return std::nullopt;
}

// The value behind an exact term as an article with it prints it.
std::string printed_value(
    const Xapian::Database& index, const Field& field, const TermCount& count
) {
    const Article article = stored_article(index, count.first);
    std::string printed;
    field.values(article, [&](std::string_view value) {
        if (printed.empty() && exact_term(field, value) == count.term) printed = value;
    });
    return printed.empty() ? count.term.substr(field.prefix.size()) : printed;
}

// Keeps the most frequent; equal ones stay in the order of terms, which no segment changes.
template <typename Count>
void keep_most_frequent(std::vector<Count>& counts, std::size_t values) {
    std::stable_sort(counts.begin(), counts.end(), [](const Count& a, const Count& b) {
        return a.articles > b.articles;
    });
    if (values > 0 && counts.size() > values) counts.resize(values);
}

// Counts authors by their folded names. Most names come again letter by letter, so that few must
// be folded.
class AuthorCounts {
public:
    // The names of one article.
    void add(const std::vector<std::string>& authors) {
        ++article_;
        if (authors.empty()) ++without_;
        for (const std::string& author : authors) {
            Count& count = *count_of(author);
            if (count.counted_in == article_) continue;
            count.counted_in = article_;
            FacetValue& value = count.value;
            if (value.articles++ == 0 || author < value.value) value.value = author;
        }
    }

    void fill(Facet& facet, std::size_t values) {
        facet.without = without_;
        facet.distinct = by_key_.size();
        for (auto& [key, count] : by_key_)
            facet.values.push_back(std::move(count.value));
        keep_most_frequent(facet.values, values);
    }

private:
    struct Count {
        FacetValue value = {};
        std::size_t counted_in = 0;  // number of the article that was last to count
    };

    Count* count_of(const std::string& author) {
        Count*& known = by_name_[author];
        if (known == nullptr) known = &by_key_[exact_term(folding_, author)];
        return known;
    }

    const Field& folding_ = *find_field("tag");
    std::map<std::string, Count> by_key_;
    std::unordered_map<std::string, Count*> by_name_;
    std::size_t article_ = 0;
    std::size_t without_ = 0;
};

// Authors stand in a slot of their own; an index made before that, as before articles had a number
// of arrival, is read article by article.
void count_authors(
    const Xapian::Database& index, const DocumentSet& matches, std::size_t values, Facet& facet
) {
    constexpr auto kSlot = static_cast<Xapian::valueno>(Slot::authors);
    AuthorCounts counts;
    constexpr auto kArrival = static_cast<Xapian::valueno>(Slot::arrival);
    if (index.get_value_freq(kSlot) == 0 && index.get_value_freq(kArrival) == 0) {
        matches.for_each([&](Xapian::docid document) {
            counts.add(stored_article(index, document).authors);
        });
        return counts.fill(facet, values);
    }
    auto at = index.valuestream_begin(kSlot);
    const auto end = index.valuestream_end(kSlot);
    std::vector<std::string> authors;
    matches.for_each([&](Xapian::docid document) {
        authors.clear();
        if (at != end && at.get_docid() < document) at.skip_to(document);
        if (at != end && at.get_docid() == document) {
            const std::string value = *at;
            each_author(value, [&authors](std::string_view name) { authors.emplace_back(name); });
        }
        counts.add(authors);
    });
    counts.fill(facet, values);
}

void count_exact(
    const Xapian::Database& index,
    const DocumentSet& matches,
    const Field& field,
    std::size_t values,
    Facet& facet
) {
    TermCounts counts = count_terms(index, matches, field.prefix, faster_way(index, matches));
    facet.without = counts.without;
    facet.distinct = counts.terms.size();
    keep_most_frequent(counts.terms, values);
    for (const TermCount& count : counts.terms)
        facet.values.push_back({printed_value(index, field, count), count.articles});
}

// Articles by the dates of a prefix, the oldest first.
std::vector<Period> count_dates(
    const Xapian::Database& index,
    const DocumentSet& matches,
    std::string_view prefix,
    std::size_t& undated
) {
    const TermCounts counts = count_terms(index, matches, prefix, faster_way(index, matches));
    undated = counts.without;
    std::vector<Period> periods;
    for (const TermCount& count : counts.terms) {
        if (const auto date = date_of(count.term)) periods.push_back({*date, count.articles});
    }
    return periods;
}

void count_by_date(
    const Xapian::Database& index,
    const DocumentSet& matches,
    std::string_view prefix,
    std::size_t values,
    Facet& facet
) {
    std::vector<Period> periods = count_dates(index, matches, prefix, facet.without);
    facet.distinct = periods.size();
    keep_most_frequent(periods, values);
    for (const Period& period : periods)
        facet.values.push_back({to_iso(period.begin), period.articles});
}

Date monday_before(const Date& day) {
    using std::chrono::days;
    using std::chrono::milliseconds;
    const std::chrono::sys_days date(
        std::chrono::floor<days>(std::chrono::sys_time<milliseconds>(milliseconds(day.begin_ms)))
    );
    Date monday = day;
    const unsigned passed = std::chrono::weekday(date).iso_encoding() - 1;
    monday.begin_ms -= milliseconds(days(passed)).count();
    return monday;
}

std::vector<Period> weeks_of(const std::vector<Period>& days) {
    std::vector<Period> weeks;
    for (const Period& day : days) {
        const Date monday = monday_before(day.begin);
        if (weeks.empty() || weeks.back().begin != monday) weeks.push_back({monday, 0});
        weeks.back().articles += day.articles;
    }
    return weeks;
}

}  // namespace

std::span<const std::string_view> facet_fields() {
    return kFacetFields;
}

Facet count_facet(
    const Xapian::Database& index,
    const Xapian::Query& query,
    std::string_view field,
    std::size_t values
) {
    if (std::ranges::find(kFacetFields, field) == kFacetFields.end()) {
        throw Error(
            ErrorKind::invalid_argument,
            fmt::format(
                "cannot count by '{}': choose one of {}", field, fmt::join(kFacetFields, ", ")
            )
        );
    }
    const DocumentSet matches = all_matches(index, query);
    Facet facet{.field = std::string(field), .total = matches.size()};
    if (const auto prefix = date_prefix(field)) {
        count_by_date(index, matches, *prefix, values, facet);
    } else if (field == "author") {
        count_authors(index, matches, values, facet);
    } else {
        count_exact(index, matches, *find_field(field), values, facet);
    }
    return facet;
}

Timeline count_timeline(const Xapian::Database& index, const Xapian::Query& query, TimeUnit unit) {
    constexpr std::array<std::string_view, 4> kPrefixes = {"Y", "M", "D", "D"};
    const DocumentSet matches = all_matches(index, query);
    Timeline timeline{.unit = unit, .total = matches.size()};
    timeline.periods =
        count_dates(index, matches, kPrefixes[static_cast<std::size_t>(unit)], timeline.undated);
    if (unit == TimeUnit::week) timeline.periods = weeks_of(timeline.periods);
    return timeline;
}

}  // namespace broadsheet
