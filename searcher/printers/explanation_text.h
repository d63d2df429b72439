#pragma once

#include <string>

#include "broadsheet/results.h"
#include "common/json_writer.h"

namespace broadsheet {

/// How a query was understood, for a person: lines that end with a line feed.
std::string explanation_text(const Explanation& explanation);

/// What the score of a hit is made of, a line for each part.
std::string contributions_text(const Hit& hit, const Explanation& explanation);

/// The member `explanation`, as in searcher/OUTPUT.md.
void write_explanation(JsonWriter& json, const Explanation& explanation);

}  // namespace broadsheet
