#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "common/text/character_class.h"

namespace broadsheet {

/// A character as readers see it, with its vowel and tone signs, or a word of several of them.
struct DenseWord {
    std::uint32_t begin = 0;  ///< bytes from the start of the run
    std::uint32_t end = 0;
    std::uint16_t position = 0;  ///< number of the (first) character
    std::uint16_t span = 1;      ///< number of characters
};

/// Cuts text in scripts that are written without spaces between words (Chinese, Japanese, Thai,
/// Lao, Khmer, Burmese) or glue particles to them (Korean). Every character has a position, so that
/// anything from one character up is found as a phrase, however a dictionary would cut it; the
/// words that ICU's dictionaries see are added over them, for ranking. Belongs to one thread.
class DenseScript {
public:
    DenseScript();
    ~DenseScript();
    DenseScript(DenseScript&&) noexcept;
    DenseScript& operator=(DenseScript&&) noexcept;

    /// The end of the stretch of such characters that begins at `begin`.
    static std::size_t scan(std::string_view text, std::size_t begin, CharacterClasses& classes);

    /// Characters and words of a stretch found by scan(), by position, a character before the word
    /// that begins with it.
    void cut(std::string_view run, CharacterClasses& classes, std::vector<DenseWord>& words);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace broadsheet
