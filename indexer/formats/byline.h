#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// The people a byline names, in its order: "By Jane Doe and John Roe, Reuters" gives the two.
/// Agencies, jobs and mail addresses are not people. Reads the joining words of the languages of
/// western Europe.
std::vector<std::string> authors_of(std::string_view byline);

/// True for a short line that can only be a byline: it opens with "By" and a capitalised name, or
/// with "Von", "Par", "Por", "Di", "Door", "Av", "Af" and has nothing but names behind it.
bool is_byline(std::string_view line);

/// True for the name of a news agency ("Reuters", "AFP", "The Associated Press").
bool is_agency(std::string_view name);

}  // namespace broadsheet
