#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/ascii.h"

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

/// Calls `visit` with each word of an identifier, in small letters: "relatedLinks-box" is related,
/// links, box. `visit` returns true to stop.
template <typename Visit>
bool for_each_word_of_name(std::string_view names, std::string& buffer, Visit&& visit) {
    buffer.clear();
    for (std::size_t i = 0; i <= names.size(); ++i) {
        const char c = i < names.size() ? names[i] : ' ';
        const bool letter = is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
        const bool hump = is_ascii_upper(c) && i > 0 && !is_ascii_upper(names[i - 1]);
        if ((!letter || hump) && !buffer.empty()) {
            if (visit(std::string_view(buffer))) return true;
            buffer.clear();
        }
        if (letter) buffer += to_ascii_lower(c);
    }
    return false;
}

}  // namespace broadsheet::html
