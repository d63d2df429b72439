#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "searcher/query/lexer.h"

namespace broadsheet {

/// What a stretch of text without blanks says when it is an operator.
struct Operator {
    LexemeKind kind = LexemeKind::op_and;
    std::uint32_t number = 0;  ///< words between
    bool ordered = false;
};

/// AND, OR, NOT; NEAR/5, ADJ/5, SAME/s, SAME/p; and how the news and law databases write these:
/// w/5, pre/5, w/s, w/p, /5, /s, /p. Nothing for any other text.
std::optional<Operator> read_operator(std::string_view text);

/// AND, OR or NOT.
bool is_boolean_word(std::string_view text);

/// Whether a text is a headline or a sentence all in capitals: its AND and NOT are words. A short
/// text, or one with many of them, is a query by someone with the capitals locked.
bool is_prose_in_capitals(std::string_view text);

/// The operator as a word that does not read as one.
std::string operator_as_word(std::string_view text);

/// A letter, a digit or an accent.
bool is_word_character(char32_t c);

}  // namespace broadsheet
