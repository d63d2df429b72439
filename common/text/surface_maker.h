#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/character_class.h"
#include "common/text/language_rules.h"
#include "common/text/run_parser.h"
#include "common/text/stemmer.h"
#include "common/text/word_store.h"

namespace broadsheet {

/// What tells surface forms apart whose bytes are the same.
enum class Flavour : std::uint8_t {
    plain,
    tag,         ///< behind # or @
    shouted,     ///< in capitals among capitals
    initials,    ///< J. K.
    character,   ///< one of a script written without spaces
    dense_word,  ///< several of them
};

/// What the words of one language are made with.
struct TextLanguage {
    const LanguageRules& rules;
    Stemmer stemmer;
    std::uint16_t number = 0;  ///< counts the languages of an analyzer
};

/// What a form of this flavour is remembered under, beside its bytes.
constexpr std::uint16_t form_flavour(const TextLanguage& language, Flavour flavour) {
    constexpr int kFlavourCount = 6;
    return static_cast<std::uint16_t>(language.number * kFlavourCount + static_cast<int>(flavour));
}

/// Makes the words of a surface form that was not seen before, by all the rules of README.md, and
/// remembers them. Keeps references to what it is given; belongs to one thread.
class SurfaceMaker {
public:
    SurfaceMaker(WordStore& store, CharacterClasses& classes) : store_(store), classes_(classes) {}

    /// `key` is that of `form` with form_flavour(). The result is valid as WordStore::remember()
    /// says.
    const Surface& make(
        std::string_view form, const TextLanguage& language, Flavour flavour, const FormKey& key
    );

private:
    void make_words(std::string_view form, const TextLanguage& language, RunStyle style);
    void make_dense_word(std::string_view form, Flavour flavour);
    void make_initials(std::string_view form);
    void add(const RunPiece& piece, std::string_view term, std::string_view stem);

    WordStore& store_;
    CharacterClasses& classes_;
    std::vector<RunPiece> pieces_;
    std::vector<SurfaceWord> words_;
};

}  // namespace broadsheet
