#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace broadsheet {

/// A sentence of a text, in bytes, without the blanks around it.
struct Sentence {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

/// The sentences of a text, in order, none of them empty; between them are only blanks. An empty
/// line ends a sentence too, a single line break does not. A full stop does not end one behind an
/// initial, an abbreviation or an acronym, unless the next word is one that begins sentences ("in
/// the U.S. The army"). `language` (ISO 639 code or empty) helps to know such words.
/// Any bytes are taken; the time is proportional to their number. Safe to call from several
/// threads.
std::vector<Sentence> find_sentences(std::string_view text, std::string_view language);

}  // namespace broadsheet
