#include "indexer/formats/html/byline.h"

#include <algorithm>

#include "common/ascii.h"
#include "indexer/formats/byline.h"
#include "indexer/formats/html/author_names.h"
#include "indexer/formats/html/printed_byline.h"
#include "indexer/formats/html/words.h"

namespace broadsheet::html {

namespace {

void add_people(const std::string& claim, std::vector<std::string>& people) {
    for (std::string& name : authors_of(without_byline_opening(claim))) {
        // "Jane Doe, MD": a degree is nobody.
        const bool degree = name.size() <= 4 && std::none_of(name.begin(), name.end(), [](char c) {
                                return !is_ascii_upper(c) && c != '.';
                            });
        const bool known = std::any_of(people.begin(), people.end(), [&](const std::string& other) {
            return comparable(other) == comparable(name);
        });
        if (!degree && !known && is_name(name)) people.push_back(std::move(name));
    }
}

/// The claims that can be names, each once.
std::vector<std::string> names_among(const std::vector<std::string>& claimed) {
    constexpr std::size_t kClaimsMax = 50;
    std::vector<std::string> names;
    for (const std::string& claim : claimed) {
        std::string name = clean_name(claim);
        const bool known = std::any_of(names.begin(), names.end(), [&](const std::string& other) {
            return comparable(other) == comparable(name);
        });
        if (known || !is_name(without_byline_opening(name))) continue;
        names.push_back(std::move(name));
        if (names.size() == kClaimsMax) break;
    }
    return names;
}

/// "Jane Doe, The Echo": the house behind its people is nobody of them.
void drop_house(Byline& byline, std::string_view site) {
    const std::string house = comparable(site);
    if (house.empty() || byline.authors.size() < 2) return;
    std::erase_if(byline.authors, [&house](const std::string& name) {
        return comparable(name) == house;
    });
    const std::size_t comma = byline.printed.rfind(',');
    const bool is_last = comma != std::string::npos &&
                         comparable(std::string_view(byline.printed).substr(comma)) == house;
    if (is_last) byline.printed.resize(comma);
}

Byline chosen(
    const Tree& tree,
    const std::vector<std::string>& claimed,
    std::string_view site,
    std::string_view headline
) {
    const std::vector<std::string> claims = names_among(claimed);
    std::string printed = printed_byline(tree, site, headline);
    Byline byline;
    if (names_only_house(claims, site) && !printed.empty()) {
        add_people(printed, byline.authors);
        byline.printed = std::move(printed);
        return byline;
    }
    for (const std::string& claim : claims)
        add_people(claim, byline.authors);
    const std::vector<std::string>& names = byline.authors.empty() ? claims : byline.authors;
    if (names.empty()) return byline;
    byline.printed = says_the_same(printed, names) ? std::move(printed) : joined_names(names);
    return byline;
}

}  // namespace

Byline choose_byline(
    const Tree& tree,
    const std::vector<std::string>& claimed,
    std::string_view site,
    std::string_view headline
) {
    Byline byline = chosen(tree, claimed, site, headline);
    drop_house(byline, site);
    return byline;
}

}  // namespace broadsheet::html
