#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace broadsheet {

/// The words dates are written with, in the languages news is written in. All functions take words
/// as fold_date_word() leaves them.

/// Small letters without accents: "Août" becomes "aout". ASCII stays a single pass.
std::string fold_date_word(std::string_view word);

/// 1 to 12 for a month's name or usual abbreviation in English, German, French, Spanish,
/// Portuguese, Italian, Dutch, Swedish, Danish, Norwegian, Finnish, Polish, Czech, Russian,
/// Ukrainian, Romanian, Hungarian, Turkish, Greek, Indonesian or one of some twenty more languages;
/// 0 for anything else.
int month_of(std::string_view word);

/// True for the name or abbreviation of a day of the week in one of these languages.
bool is_weekday(std::string_view word);

/// True for words that stand in dates and say nothing: "of", "at", "den", "uhr", "published".
bool is_date_filler(std::string_view word);

/// The year before the first one of an era of Japan or of the Republic of China, by its name.
std::optional<int> era_start(std::string_view word);

/// Minutes east of UTC of a clock's usual abbreviation ("gmt", "edt", "cest"). Where several clocks
/// share one, the one of American and European newsrooms is meant: EST is New York's, IST India's.
std::optional<int> zone_offset(std::string_view word);

}  // namespace broadsheet
