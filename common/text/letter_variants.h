#pragma once

namespace broadsheet {

/// The plain spelling (UTF-8) of a case-folded letter that Unicode does not decompose to it (ø ->
/// o, ё -> е, أ -> ا), or null when the letter stands for itself.
const char* letter_variant(char32_t letter);

}  // namespace broadsheet
