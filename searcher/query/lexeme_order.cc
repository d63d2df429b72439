#include "searcher/query/lexeme_order.h"

#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <unicode/uchar.h>

#include "common/utf8.h"
#include "searcher/query/operators.h"

namespace broadsheet {

namespace {

bool is_leaf(LexemeKind kind) {
    return kind == LexemeKind::chunk || kind == LexemeKind::quoted || kind == LexemeKind::printed;
}

bool is_sign(LexemeKind kind) {
    return kind == LexemeKind::require || kind == LexemeKind::exclude;
}

bool is_closeness(LexemeKind kind) {
    return kind == LexemeKind::op_near || kind == LexemeKind::op_sentence ||
           kind == LexemeKind::op_paragraph;
}

bool is_operator(LexemeKind kind) {
    return kind == LexemeKind::op_and || kind == LexemeKind::op_or || is_closeness(kind);
}

bool ends_operand(LexemeKind kind) {
    return is_leaf(kind) || kind == LexemeKind::close;
}

bool starts_operand(LexemeKind kind) {
    return is_leaf(kind) || kind == LexemeKind::open || kind == LexemeKind::field;
}

bool holds_a_word(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_utf8(text, at);
        if (is_word_character(point.value)) return true;
        if (u_charType(static_cast<UChar32>(point.value)) == U_OTHER_SYMBOL) return true;
        at += point.length;
    }
    return false;
}

bool is_empty_leaf(const Lexeme& lexeme) {
    return is_leaf(lexeme.kind) && !holds_a_word(lexeme.text);
}

// Signs and field names need something directly behind them.
void drop_dangling(std::vector<Lexeme>& lexemes) {
    while (!lexemes.empty() &&
           (is_sign(lexemes.back().kind) || lexemes.back().kind == LexemeKind::field))
        lexemes.pop_back();
}

std::vector<Lexeme> without_empty_parts(std::vector<Lexeme> raw) {
    std::vector<Lexeme> kept;
    for (auto& lexeme : raw) {
        const bool in_field = !kept.empty() && kept.back().kind == LexemeKind::field;
        if (is_empty_leaf(lexeme)) {
            drop_dangling(kept);
            continue;
        }
        if (lexeme.kind == LexemeKind::close) {
            drop_dangling(kept);
            if (!kept.empty() && kept.back().kind == LexemeKind::open) {
                kept.pop_back();
                drop_dangling(kept);
                continue;
            }
        } else if (!starts_operand(lexeme.kind) || (in_field && lexeme.kind == LexemeKind::field)) {
            drop_dangling(kept);
        }
        kept.push_back(std::move(lexeme));
    }
    drop_dangling(kept);
    return kept;
}

// The text does not read as an operator from here on, so that it is a word wherever it is printed.
void make_word(Lexeme& lexeme, Notes& notes) {
    std::string word = operator_as_word(lexeme.text);
    notes.add(fmt::format("An operator without words on both sides was taken as a word: {}.", word)
    );
    lexeme = {.text = std::move(word), .begin = lexeme.begin, .end = lexeme.end};
}

void settle_operators(std::vector<Lexeme>& lexemes, Notes& notes) {
    for (std::size_t i = 0; i < lexemes.size(); ++i) {
        Lexeme& lexeme = lexemes[i];
        const bool behind = i > 0 && ends_operand(lexemes[i - 1].kind);
        const auto next = i + 1 < lexemes.size() ? lexemes[i + 1].kind : LexemeKind::close;
        const bool plain_ahead = starts_operand(next);
        const bool ahead = plain_ahead || is_sign(next) || next == LexemeKind::op_not;
        if (lexeme.kind == LexemeKind::op_not) {
            if (!plain_ahead) make_word(lexeme, notes);
        } else if (is_operator(lexeme.kind)) {
            const bool needs_plain = is_closeness(lexeme.kind);
            if (!behind || !(needs_plain ? plain_ahead : ahead)) make_word(lexeme, notes);
        }
    }
}

}  // namespace

std::vector<Lexeme> in_order(std::vector<Lexeme> raw, Notes& notes) {
    std::vector<Lexeme> lexemes = without_empty_parts(std::move(raw));
    settle_operators(lexemes, notes);
    return lexemes;
}

}  // namespace broadsheet
