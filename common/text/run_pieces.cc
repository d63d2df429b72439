#include "common/text/run_pieces.h"

#include <algorithm>
#include <utility>

#include "common/text/folding.h"

namespace broadsheet {

namespace {

// A compound of more parts than this is a list or junk: its joined form helps nobody.
constexpr std::size_t kJoinedPartsMax = 8;

}  // namespace

RunPieces::RunPieces(const RunCharacters& run, std::vector<RunPiece>& pieces)
    : run_(run), pieces_(pieces) {
    pieces_.clear();
}

void RunPieces::add_word(CharacterRange range) {
    std::string text = run_.letters(range);
    if (text.empty()) return;
    if (run_[range.first].kind == CharacterClass::digit &&
        !run_.has(range, CharacterClass::letter)) {
        add_term(fold(text), range);
    } else {
        add(std::move(text), PieceKind::word, range);
    }
}

void RunPieces::add_term(std::string term, CharacterRange range) {
    add(std::move(term), PieceKind::term, range);
}

void RunPieces::add_alternative(std::string text, PieceKind kind) {
    RunPiece piece = pieces_.back();
    piece.text = std::move(text);
    piece.kind = kind;
    pieces_.push_back(std::move(piece));
}

void RunPieces::add_joined() {
    if (positions_ < 2 || positions_ > kJoinedPartsMax || !can_join_ || !has_letters_) return;
    RunPiece joined;
    joined.text = joined_text_;
    joined.kind = PieceKind::joined;
    joined.begin = pieces_.front().begin;
    joined.end = pieces_.back().end;
    joined.span = positions_;
    const auto second = std::find_if(pieces_.begin(), pieces_.end(), [](const RunPiece& piece) {
        return piece.position > 0;
    });
    pieces_.insert(second, std::move(joined));
}

void RunPieces::add(std::string text, PieceKind kind, CharacterRange range) {
    if (text.empty() || range.size() == 0) return;
    has_letters_ |= kind == PieceKind::word || run_.has(range, CharacterClass::letter);
    joined_text_ += kind == PieceKind::word ? text : without_points(text, range);
    pieces_.push_back(
        {std::move(text), kind, run_[range.first].begin, run_[range.last - 1].end, positions_, 1}
    );
    ++positions_;
}

// Acronyms lend a compound their letters (u.s -> us), numbers all of them (3.5).
std::string RunPieces::without_points(const std::string& term, CharacterRange range) const {
    return run_.has(range, CharacterClass::letter) ? fold(run_.letters(range)) : term;
}

}  // namespace broadsheet
