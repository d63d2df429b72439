#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/notes.h"

namespace broadsheet {

enum class LexemeKind : std::uint8_t {
    chunk,    ///< text without blanks
    quoted,   ///< text that stood between quotation marks
    printed,  ///< text behind "=", perhaps between quotation marks
    field,    ///< text: canonical name; what follows belongs to it
    open,
    close,
    require,
    exclude,
    op_and,
    op_or,
    op_not,
    op_near,
    op_sentence,
    op_paragraph,
};

/// A smallest part of a query text.
struct Lexeme {
    LexemeKind kind = LexemeKind::chunk;
    std::string text = {};
    std::uint32_t number = 0;  ///< words between for NEAR, ADJ and a loose phrase
    bool ordered = false;      ///< ADJ
    double weight = 1;         ///< ^2 behind a chunk, a phrase or a bracket
    std::size_t begin = 0;     ///< first byte in the query
    std::size_t end = 0;       ///< one past its last byte
};

/// Cuts a query text, well-formed UTF-8, into lexemes that are in order: brackets are balanced and
/// hold something, signs, fields and operators have operands; whatever was not so has become a
/// chunk or is gone, with a note.
std::vector<Lexeme> lex_query(std::string_view text, Notes& notes);

}  // namespace broadsheet
