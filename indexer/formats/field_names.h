#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/article.h"

namespace broadsheet {

/// What a named value of a dump (a JSON key, a column, a label) says of an article.
enum class FieldRole {
    id,
    url,
    source,
    section,
    headline,
    deck,
    byline,
    body,
    html_body,
    published,
    updated,
    language,
    caption,
    credit,
    tags,
    places,
    dateline,
    kicker,
    topic,  ///< the section where none is named, else a tag
};

constexpr std::size_t kFieldRoles = 19;

/// From this rank on a name is not English.
constexpr int kAbroadNameRank = 60;

/// A role, and how good the name is for it: of several values for one role the lowest rank wins.
struct FieldName {
    FieldRole role = FieldRole::id;
    int rank = 0;
};

/// What the usual names mean: "pub_date", "datePublished" and "Published Date" alike. Letter case,
/// blanks, '_', '-', '.', ':', '@', '/' and accents apart. Also the names of some thirty languages.
std::optional<FieldName> recognise_field(std::string_view name);

/// What a name means for this value: a source that is a web address is the article's.
FieldName field_of_value(FieldName name, std::string_view value);

/// Puts a text into the part of the article its role names: cleaned, lists split, dates read, HTML
/// in a body turned to paragraphs. The first value of a role stays; lists grow.
void set_field(Article& article, FieldRole role, std::string_view value);

/// A list written in one text: "cocoa; grain", "cocoa|grain" or "cocoa, grain", also with brackets
/// and quotes as programs print lists.
void add_list_items(std::vector<std::string>& list, std::string_view text);

}  // namespace broadsheet
