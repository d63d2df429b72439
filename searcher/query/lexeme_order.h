#pragma once

#include <vector>

#include "searcher/query/lexer.h"
#include "searcher/query/notes.h"

namespace broadsheet {

/// Lexemes as they were cut, made to follow one another as a query needs: what holds no word goes,
/// with the signs and field names before it; an operator without operands becomes a word.
std::vector<Lexeme> in_order(std::vector<Lexeme> raw, Notes& notes);

}  // namespace broadsheet
