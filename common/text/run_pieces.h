#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/text/run_characters.h"

namespace broadsheet {

/// How a piece of a run becomes a term.
enum class PieceKind : std::uint8_t {
    word,    ///< its text is to be folded and stemmed
    joined,  ///< the same for the parts of a compound written together
    term,    ///< its text is the term: acronyms, numbers
};

/// One word found in a run. Offsets are bytes from the start of the run.
struct RunPiece {
    std::string text;
    PieceKind kind = PieceKind::word;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint16_t position = 0;
    std::uint16_t span = 1;
};

/// Gathers the pieces of a run in order of position, and then their joined form.
class RunPieces {
public:
    /// `pieces` is emptied; both are kept by reference.
    RunPieces(const RunCharacters& run, std::vector<RunPiece>& pieces);

    /// The letters of a range as a word, or its digits as a term; nothing where it has neither.
    void add_word(CharacterRange range);

    void add_term(std::string term, CharacterRange range);

    /// A second reading of the piece added last.
    void add_alternative(std::string text, PieceKind kind);

    /// The parts of this run say nothing when written together.
    void forbid_joining() { can_join_ = false; }

    /// Adds the joined form of the parts where there are several and it helps.
    void add_joined();

private:
    void add(std::string text, PieceKind kind, CharacterRange range);
    [[nodiscard]] std::string without_points(const std::string& term, CharacterRange range) const;

    const RunCharacters& run_;
    std::vector<RunPiece>& pieces_;
    std::string joined_text_;
    std::uint16_t positions_ = 0;
    bool can_join_ = true;
    bool has_letters_ = false;
};

}  // namespace broadsheet
