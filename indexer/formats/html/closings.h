#pragma once

#include <cstdint>
#include <string_view>

namespace broadsheet::html {

/// True for what a house says under all its articles: its rights, its rules for comments, what to
/// pay for more, where to follow it, how to report an error. It is one only at the end of a text.
bool is_closing_notice(std::string_view text);

/// What a line announces that may be the end of an article.
enum class Closing : std::uint8_t {
    none,
    comments,  ///< what readers said
    related,   ///< other articles, the author, the house
};

/// Reads a line as such an announcement: "12 Comments", "Mehr zum Thema".
Closing closing_of(std::string_view line);

}  // namespace broadsheet::html
