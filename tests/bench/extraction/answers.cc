#include "tests/bench/extraction/answers.h"

#include <algorithm>
#include <array>
#include <vector>

#include "common/dates/date_parser.h"
#include "indexer/formats/byline.h"
#include "indexer/formats/html/author_names.h"
#include "indexer/formats/html/headline.h"
#include "indexer/formats/html/words.h"

namespace broadsheet::bench {

bool same_title(const std::string& found, const std::string& expected) {
    const std::string a = html::comparable(found);
    const std::string b = html::comparable(expected);
    if (a == b || a == html::comparable(html::without_site_name(expected, ""))) return true;
    if (a.empty() || !expected.starts_with(found)) return false;
    static constexpr std::array<std::string_view, 9> kSeparators{
        " | ", " - ", " – ", " — ", " :: ", " · ", " @ ", " [", "_"};
    return std::any_of(kSeparators.begin(), kSeparators.end(), [&](std::string_view separator) {
        return std::string_view(expected).substr(found.size()).starts_with(separator);
    });
}

bool same_byline(const Article& article, std::string_view expected) {
    // Dates and posts stand on lines below the names, which may stand below the "By".
    expected = html::without_byline_opening(expected);
    expected = expected.substr(0, expected.find('\n'));
    const std::string wanted = html::comparable(html::without_byline_opening(expected));
    if (html::comparable(html::without_byline_opening(article.byline)) == wanted) return true;
    std::vector<std::string> wanted_names = authors_of(expected);
    std::vector<std::string> found_names = article.authors;
    for (auto* names : {&wanted_names, &found_names}) {
        for (std::string& name : *names)
            name = html::comparable(name);
        std::sort(names->begin(), names->end());
    }
    return !wanted_names.empty() && wanted_names == found_names;
}

bool same_day_or_instant(const std::optional<Date>& found, const std::string& expected) {
    const std::optional<Date> wanted = parse_date(expected);
    if (!wanted || !found) return !wanted && !found;
    const bool day_only = expected.ends_with("T00:00:00") || wanted->precision != found->precision;
    const std::int64_t apart = found->begin_ms - wanted->begin_ms;
    if (!day_only) return apart > -1000 && apart < 1000;
    return to_iso(*wanted).substr(0, 10) == to_iso(*found).substr(0, 10);
}

}  // namespace broadsheet::bench
