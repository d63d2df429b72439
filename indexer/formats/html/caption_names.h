#pragma once

#include <string_view>

namespace broadsheet::html {

/// True for classes of a picture's caption: "wp-caption-text", "Bildunterschrift".
bool names_caption(std::string_view classes);

/// True for classes of a picture's credit: "photo-credit".
bool is_photo_credit(std::string_view classes);

}  // namespace broadsheet::html
