#pragma once

#include <optional>

namespace broadsheet {

/// Families of quotation marks. A phrase opened by a mark is closed by one of the same family.
enum class QuoteFamily { straight_or_curly, single_curly, guillemet, single_guillemet, corner };

/// The family a phrase opened with this character belongs to, or nothing when it opens none.
std::optional<QuoteFamily> opens_quote(char32_t c);

/// Whether this character closes a phrase that `opener` opened.
bool closes_quote(char32_t opener, char32_t c);

}  // namespace broadsheet
