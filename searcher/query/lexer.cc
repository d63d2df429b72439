#include "searcher/query/lexer.h"

#include <algorithm>
#include <cctype>
#include <optional>

#include <fmt/format.h>

#include "broadsheet/query_tree.h"
#include "common/ascii.h"
#include "common/fields.h"
#include "searcher/query/field_hints.h"
#include "searcher/query/lexeme_order.h"
#include "searcher/query/operators.h"
#include "searcher/query/query_text.h"
#include "searcher/query/quoted_phrase.h"
#include "searcher/query/typed_weight.h"

namespace broadsheet {

namespace {

/// Cuts the text into raw lexemes, from left to right; order among them is made afterwards.
class Lexer {
public:
    Lexer(std::string_view text, Notes& notes)
        : text_(text),
          characters_(text),
          quotes_(characters_),
          notes_(notes),
          prose_in_capitals_(is_prose_in_capitals(text)) {}

    std::vector<Lexeme> run() {
        while (at_ < text_.size())
            step();
        close_open_brackets();
        return std::move(lexemes_);
    }

private:
    void step() {
        const char32_t c = characters_.character(at_);
        if (is_query_blank(c)) {
            at_ += characters_.length_at(at_);
        } else if (const auto family = opens_quote(c)) {
            quote(c, *family);
        } else if (c == U'(') {
            open();
        } else if (c == U')') {
            close();
        } else if ((c == U'+' || c == U'-') && !after_field()) {
            sign(c);
        } else if (c == U'=') {
            exact();
        } else if (!field()) {
            chunk();
        }
    }

    [[nodiscard]] bool after_field() const {
        return !lexemes_.empty() && lexemes_.back().kind == LexemeKind::field;
    }

    // Adds what stands between `begin` and the place reached.
    void push(Lexeme lexeme, std::size_t begin) {
        lexeme.begin = begin;
        lexeme.end = at_;
        lexemes_.push_back(std::move(lexeme));
    }

    void open() {
        ++at_;
        if (depth_ >= kQueryDepthMax) {
            ++ignored_;
            notes_.add(fmt::format("Brackets deeper than {} levels were ignored.", kQueryDepthMax));
            return;
        }
        ++depth_;
        push({.kind = LexemeKind::open}, at_ - 1);
    }

    void close() {
        ++at_;
        if (ignored_ > 0) {
            --ignored_;
        } else if (depth_ > 0) {
            --depth_;
            const std::size_t begin = at_ - 1;
            const double weight = weight_suffix();
            push({.kind = LexemeKind::close, .weight = weight}, begin);
        } else {
            notes_.add("A closing bracket without an opening one was ignored.");
        }
    }

    void close_open_brackets() {
        if (depth_ > 0)
            notes_.add("An opening bracket is not closed; it was taken to reach the end.");
        for (; depth_ > 0; --depth_)
            push({.kind = LexemeKind::close}, at_);
    }

    // A sign counts where something follows at once; a row of them is decoration.
    void sign(char32_t c) {
        const std::size_t start = at_;
        while (at_ < text_.size() && (text_[at_] == '+' || text_[at_] == '-'))
            ++at_;
        if (at_ - start > 1 || is_query_blank(characters_.character(at_)) ||
            characters_.character(at_) == U')')
            return;
        push({.kind = c == U'+' ? LexemeKind::require : LexemeKind::exclude}, start);
    }

    // ="Exact" and =exact: printed so, letter case and accents included.
    void exact() {
        const std::size_t begin = at_++;
        const char32_t c = characters_.character(at_);
        if (const auto family = opens_quote(c)) {
            const std::size_t before = lexemes_.size();
            quote(c, *family);
            if (lexemes_.size() > before) {
                lexemes_.back().kind = LexemeKind::printed;
                lexemes_.back().begin = begin;
            }
            return;
        }
        if (!is_word_character(c)) return;
        const std::size_t end = chunk_end(at_);
        Lexeme lexeme = {
            .kind = LexemeKind::printed, .text = std::string(text_.substr(at_, end - at_))};
        at_ = end;
        lexeme.weight = take_weight(lexeme.text);
        lexeme.text = tidy_phrase(lexeme.text);
        push(std::move(lexeme), begin);
    }

    void quote(char32_t opener, QuoteFamily family) {
        const std::size_t begin = at_;
        const std::size_t start = at_ + characters_.length_at(at_);
        const bool looks_closing = is_word_character(characters_.before(at_)) &&
                                   !is_word_character(characters_.character(start));
        const auto end = looks_closing ? std::nullopt : quotes_.closer(opener, family, start);
        at_ = start;
        if (!end) {
            // An apostrophe at the beginning of a word looks like a single mark.
            if (family != QuoteFamily::single_curly)
                notes_.add("A quotation mark without its partner was ignored.");
            return;
        }
        Lexeme lexeme = {
            .kind = LexemeKind::quoted, .text = std::string(text_.substr(start, *end - start))};
        at_ = *end + characters_.length_at(*end);
        lexeme.text = tidy_phrase(lexeme.text);
        if (at_ + 1 < text_.size() && text_[at_] == '~' && is_ascii_digit(text_[at_ + 1])) {
            ++at_;
            lexeme.number = number(kQueryDistanceMax);
        }
        lexeme.weight = weight_suffix();
        push(std::move(lexeme), begin);
    }

    std::uint32_t number(std::uint32_t max) {
        std::uint64_t value = 0;
        for (; at_ < text_.size() && is_ascii_digit(text_[at_]); ++at_)
            value =
                std::min<std::uint64_t>(value * 10 + static_cast<unsigned>(text_[at_] - '0'), max);
        return static_cast<std::uint32_t>(value);
    }

    // name: directly followed by what it is about. "Source: Reuters" in pasted text is no syntax.
    bool field() {
        if (after_field()) return false;
        std::size_t end = at_;
        while (end < text_.size() && (std::isalpha(static_cast<unsigned char>(text_[end])) != 0 ||
                                      text_[end] == '_' || text_[end] == '-'))
            ++end;
        if (end == at_ || end >= text_.size() || text_[end] != ':') return false;
        const char32_t next = characters_.character(end + 1);
        if (is_query_blank(next) || next == U')' || next == U':' || next == U'/' || next == U'\\')
            return false;
        const std::string_view name = text_.substr(at_, end - at_);
        const Field* field = find_field(name);
        if (field == nullptr) {
            note_unknown_field(name, at_, notes_);
            return false;
        }
        const std::size_t begin = at_;
        at_ = end + 1;
        push({.kind = LexemeKind::field, .text = std::string(field->name)}, begin);
        return true;
    }

    // Where the chunk that starts here ends: at a blank, a bracket or a quotation mark that opens
    // a phrase. A short bracket inside a word, as in f(x) or colo(u)r, belongs to it.
    [[nodiscard]] std::size_t chunk_end(std::size_t start) const {
        std::size_t at = start;
        while (at < text_.size()) {
            const char32_t c = characters_.character(at);
            if (is_query_blank(c) || c == U')') break;
            if (c == U'(') {
                const std::size_t end = inner_bracket_end(at);
                if (at == start || end == at) break;
                at = end;
                continue;
            }
            if (opens_quote(c) && !(c == U'"' && characters_.between_word_characters(at))) {
                // ’ and ‘ are apostrophes here.
                if (opens_quote(c) != QuoteFamily::single_curly) break;
            }
            at += characters_.length_at(at);
        }
        return at;
    }

    [[nodiscard]] std::size_t inner_bracket_end(std::size_t open) const {
        constexpr std::size_t kInnerBytesMax = 64;
        const std::size_t limit = std::min(text_.size(), open + kInnerBytesMax);
        for (std::size_t at = open + 1; at < limit; at += characters_.length_at(at)) {
            const char32_t c = characters_.character(at);
            if (c == U')') return at > open + 1 ? at + 1 : open;
            if (!is_word_character(c)) return open;
        }
        return open;
    }

    void chunk() {
        const std::size_t begin = at_;
        const std::size_t end = std::max(chunk_end(at_), at_ + characters_.length_at(at_));
        Lexeme lexeme = {.text = std::string(text_.substr(at_, end - at_))};
        at_ = end;
        const auto found = after_field() ? std::nullopt : read_operator(lexeme.text);
        if (found && !(prose_in_capitals_ && is_boolean_word(lexeme.text))) {
            lexeme.kind = found->kind;
            lexeme.ordered = found->ordered;
            lexeme.number = found->number;
        } else {
            lexeme.weight = take_weight(lexeme.text);
        }
        push(std::move(lexeme), begin);
    }

    double weight_suffix() {
        if (at_ >= text_.size() || text_[at_] != '^') return 1;
        std::size_t end = at_ + 1;
        while (end < text_.size() && (is_ascii_digit(text_[end]) || text_[end] == '.'))
            ++end;
        const auto weight = typed_weight(text_.substr(at_ + 1, end - at_ - 1));
        if (!weight) return 1;
        at_ = end;
        return *weight;
    }

    std::string_view text_;
    QueryText characters_;
    QuoteFinder quotes_;
    Notes& notes_;
    bool prose_in_capitals_;
    std::size_t at_ = 0;
    int depth_ = 0;
    std::size_t ignored_ = 0;
    std::vector<Lexeme> lexemes_;
};

}  // namespace

std::vector<Lexeme> lex_query(std::string_view text, Notes& notes) {
    return in_order(Lexer(text, notes).run(), notes);
}

}  // namespace broadsheet
