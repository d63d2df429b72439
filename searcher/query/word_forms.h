#pragma once

#include <string>
#include <string_view>

#include "searcher/query/building.h"

namespace broadsheet {

/// The words of the index, in a field (its term prefix; empty: all text), that are the word `text`
/// in another form: those of the same stem in one of the languages asked in. Positions are kept for
/// exact forms only, so what looks at positions asks for a word by these. The most frequent first;
/// `cut` when there are more than are searched for. Empty when `text` is not one word or is one
/// without a stem.
Expansion word_forms(std::string_view text, std::string_view field_prefix, Building& building);

/// A stem as a word a person reads: the commonest word of the index that has it in one of the
/// languages; else the commonest that begins so, else the stem.
std::string commonest_form(std::string_view stem, const IndexFacts& facts, Analyzer& analyzer);

}  // namespace broadsheet
