#pragma once

#include <cstdint>
#include <string_view>

namespace broadsheet::html {

/// What the class or id of an element says of what is in it.
enum class NameSays : std::uint8_t {
    nothing,
    article,              ///< "story-body", "entry-content"
    perhaps_surrounding,  ///< "read-more", "widget": a large text may be in it all the same
    window,               ///< "modal", "overlay": surroundings but for an article shown in one
    surrounding,          ///< "share-bar", "related-links"
};

/// Reads a class attribute.
NameSays what_class_says(std::string_view names);

/// Reads an id. One of many words is made of a heading ("sharing-with-a-single-developer") and
/// says nothing.
NameSays what_id_says(std::string_view id);

/// True for classes of a picture's caption: "wp-caption-text", "Bildunterschrift".
bool names_caption(std::string_view classes);

/// True for classes of a picture's credit: "photo-credit".
bool is_photo_credit(std::string_view classes);

}  // namespace broadsheet::html
