#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace broadsheet {

/// When ä ö ü ø å also get their spelling with two letters (Müller: muller and mueller).
enum class UmlautSpelling : std::uint8_t { never, capitalised, always };

/// What the cutting of words needs to know about a language.
struct LanguageRules {
    std::string_view code;
    UmlautSpelling umlauts = UmlautSpelling::capitalised;
    bool suffix_after_apostrophe = false;  ///< Türkiye'de is Türkiye with an ending
    /// ra'iisul, bw'igihugu, з'їзд: a sound, or a vowel left out, which only the language tells.
    /// The word is found by its parts as well, like a compound.
    bool apostrophe_between_parts = false;
};

/// The rules of a language given by ISO 639 code. All that have neither a stemmer nor rules of
/// their own share one row with an empty code.
const LanguageRules& language_rules(std::string_view code);

}  // namespace broadsheet
