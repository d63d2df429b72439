#include "searcher/results/facet_counts.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string>
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

// Authors have no terms of their own: the articles themselves are read.
void count_authors(
    const Xapian::Database& index, const DocumentSet& matches, std::size_t values, Facet& facet
) {
    const Field& folding = *find_field("tag");
    std::map<std::string, FacetValue> by_author;
    matches.for_each([&](Xapian::docid document) {
        const Article article = stored_article(index, document);
        if (article.authors.empty()) ++facet.without;
        std::set<std::string> counted;
        for (const std::string& author : article.authors) {
            std::string key = exact_term(folding, author);
            if (!counted.insert(key).second) continue;
            FacetValue& value = by_author[std::move(key)];
            if (value.articles++ == 0 || author < value.value) value.value = author;
        }
    });
    facet.distinct = by_author.size();
    for (auto& [key, value] : by_author)
        facet.values.push_back(std::move(value));
    keep_most_frequent(facet.values, values);
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
