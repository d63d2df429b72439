#pragma once

#include <cstdint>
#include <string_view>

namespace broadsheet::html {

/// What the class or id of an element says of what is in it.
enum class NameSays : std::uint8_t {
    nothing,
    article,              ///< "story-body", "entry-content"
    perhaps_surrounding,  ///< "read-more", "widget": a large text may be in it all the same
    surrounding,          ///< "share-bar", "related-links"
};

/// Reads a class or id attribute.
NameSays what_name_says(std::string_view names);

}  // namespace broadsheet::html
