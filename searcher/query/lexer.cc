#include "searcher/query/lexer.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <optional>

#include <fmt/format.h>
#include <unicode/uchar.h>

#include "broadsheet/query_tree.h"
#include "common/fields.h"
#include "common/utf8.h"
#include "searcher/query/field_hints.h"
#include "searcher/query/lexeme_order.h"
#include "searcher/query/operators.h"
#include "searcher/query/quotes.h"

namespace broadsheet {

namespace {

bool is_blank(char32_t c) {
    const auto point = static_cast<UChar32>(c);
    return u_isUWhiteSpace(point) || u_iscntrl(point);
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// A headline or a sentence all in capitals: its AND and NOT are words. A short text, or one with
// many of them, is a query by someone with the capitals locked.
bool is_prose_in_capitals(std::string_view text) {
    constexpr std::size_t kWordsMin = 8;
    constexpr std::size_t kWordsForOperator = 4;
    if (std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
        return false;
    std::size_t words = 0;
    std::size_t operators = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \t\r\n", begin), text.size());
        if (end > begin) ++words;
        if (is_boolean_word(text.substr(begin, end - begin))) ++operators;
        begin = end + 1;
    }
    return words >= kWordsMin && operators * kWordsForOperator < words;
}

/// Cuts the text into raw lexemes, from left to right; order among them is made afterwards.
class Lexer {
public:
    Lexer(std::string_view text, Notes& notes)
        : text_(text), notes_(notes), prose_in_capitals_(is_prose_in_capitals(text)) {}

    std::vector<Lexeme> run() {
        while (at_ < text_.size())
            step();
        close_open_brackets();
        return std::move(lexemes_);
    }

private:
    [[nodiscard]] char32_t character(std::size_t offset) const {
        return offset < text_.size() ? decode_utf8(text_, offset).value : U' ';
    }

    [[nodiscard]] std::size_t length_at(std::size_t offset) const {
        return decode_utf8(text_, offset).length;
    }

    [[nodiscard]] char32_t before(std::size_t offset) const {
        if (offset == 0) return U' ';
        std::size_t start = offset - 1;
        while (start > 0 && (static_cast<unsigned char>(text_[start]) & 0xC0) == 0x80)
            --start;
        return character(start);
    }

    [[nodiscard]] bool between_word_characters(std::size_t offset) const {
        return is_word_character(before(offset)) &&
               is_word_character(character(offset + length_at(offset)));
    }

    void step() {
        const char32_t c = character(at_);
        if (is_blank(c)) {
            at_ += length_at(at_);
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
        if (at_ - start > 1 || is_blank(character(at_)) || character(at_) == U')') return;
        push({.kind = c == U'+' ? LexemeKind::require : LexemeKind::exclude}, start);
    }

    // ="Exact" and =exact: printed so, letter case and accents included.
    void exact() {
        const std::size_t begin = at_++;
        const char32_t c = character(at_);
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
        strip_weight(lexeme);
        tidy_phrase(lexeme.text);
        push(std::move(lexeme), begin);
    }

    void quote(char32_t opener, QuoteFamily family) {
        const std::size_t begin = at_;
        const std::size_t start = at_ + length_at(at_);
        const bool looks_closing =
            is_word_character(before(at_)) && !is_word_character(character(start));
        const auto end = looks_closing ? std::nullopt : find_closer(opener, family, start);
        at_ = start;
        if (!end) {
            // An apostrophe at the beginning of a word looks like a single mark.
            if (family != QuoteFamily::single_curly)
                notes_.add("A quotation mark without its partner was ignored.");
            return;
        }
        Lexeme lexeme = {
            .kind = LexemeKind::quoted, .text = std::string(text_.substr(start, *end - start))};
        at_ = *end + length_at(*end);
        tidy_phrase(lexeme.text);
        if (at_ + 1 < text_.size() && text_[at_] == '~' && is_digit(text_[at_ + 1])) {
            ++at_;
            lexeme.number = number(kQueryDistanceMax);
        }
        lexeme.weight = weight_suffix();
        push(std::move(lexeme), begin);
    }

    [[nodiscard]] bool closes(char32_t opener, QuoteFamily family, std::size_t offset) const {
        if (!closes_quote(opener, character(offset))) return false;
        // Hebrew writes acronyms with a mark inside; an apostrophe is a single mark inside.
        if (character(offset) == U'"') return !between_word_characters(offset);
        if (family != QuoteFamily::single_curly) return true;
        return !is_word_character(character(offset + length_at(offset)));
    }

    // Once a search has failed, none for the same mark from further on can succeed; without
    // remembering it a text full of openers would be searched to its end for each.
    std::optional<std::size_t> find_closer(char32_t opener, QuoteFamily family, std::size_t start) {
        if (never_closed_.find(opener) != std::u32string::npos) return std::nullopt;
        for (std::size_t at = start; at < text_.size(); at += length_at(at)) {
            if (closes(opener, family, at)) return at;
        }
        never_closed_.push_back(opener);
        return std::nullopt;
    }

    // Blanks become single and marks that would end the phrase when printed go.
    void tidy_phrase(std::string& phrase) const {
        const std::string_view raw = phrase;
        std::string tidy;
        const Lexer inside(raw, notes_);
        for (std::size_t at = 0; at < raw.size(); at += decode_utf8(raw, at).length) {
            const char32_t c = decode_utf8(raw, at).value;
            const bool ends = inside.closes(U'"', QuoteFamily::straight_or_curly, at);
            if (is_blank(c) || ends) {
                if (!tidy.empty() && tidy.back() != ' ') tidy.push_back(' ');
            } else {
                append_utf8(tidy, c);
            }
        }
        if (!tidy.empty() && tidy.back() == ' ') tidy.pop_back();
        phrase = std::move(tidy);
    }

    std::uint32_t number(std::uint32_t max) {
        std::uint64_t value = 0;
        for (; at_ < text_.size() && is_digit(text_[at_]); ++at_)
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
        const char32_t next = character(end + 1);
        if (is_blank(next) || next == U')' || next == U':' || next == U'/' || next == U'\\')
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
            const char32_t c = character(at);
            if (is_blank(c) || c == U')') break;
            if (c == U'(') {
                const std::size_t end = inner_bracket_end(at);
                if (at == start || end == at) break;
                at = end;
                continue;
            }
            if (opens_quote(c) && !(c == U'"' && between_word_characters(at))) {
                // ’ and ‘ are apostrophes here.
                if (opens_quote(c) != QuoteFamily::single_curly) break;
            }
            at += length_at(at);
        }
        return at;
    }

    [[nodiscard]] std::size_t inner_bracket_end(std::size_t open) const {
        constexpr std::size_t kInnerBytesMax = 64;
        const std::size_t limit = std::min(text_.size(), open + kInnerBytesMax);
        for (std::size_t at = open + 1; at < limit; at += length_at(at)) {
            const char32_t c = character(at);
            if (c == U')') return at > open + 1 ? at + 1 : open;
            if (!is_word_character(c)) return open;
        }
        return open;
    }

    void chunk() {
        const std::size_t begin = at_;
        const std::size_t end = std::max(chunk_end(at_), at_ + length_at(at_));
        Lexeme lexeme = {.text = std::string(text_.substr(at_, end - at_))};
        at_ = end;
        const auto found = after_field() ? std::nullopt : read_operator(lexeme.text);
        if (found && !(prose_in_capitals_ && is_boolean_word(lexeme.text))) {
            lexeme.kind = found->kind;
            lexeme.ordered = found->ordered;
            lexeme.number = found->number;
        } else {
            strip_weight(lexeme);
        }
        push(std::move(lexeme), begin);
    }

    // The length of "^2.5" that ends the text, with what it says.
    static std::optional<double> weight_of(std::string_view digits) {
        if (digits.empty() || digits.size() > 8 || !is_digit(digits.front()) ||
            !is_digit(digits.back()))
            return std::nullopt;
        double weight = 0;
        const auto [end, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(), weight);
        if (end != digits.data() + digits.size() || error != std::errc()) return std::nullopt;
        return std::round(std::min(weight, kQueryWeightMax) * 1000) / 1000;
    }

    static void strip_weight(Lexeme& lexeme) {
        bool first = true;
        while (true) {
            const std::size_t caret = lexeme.text.rfind('^');
            if (caret == std::string::npos || caret == 0) return;
            const auto weight = weight_of(std::string_view(lexeme.text).substr(caret + 1));
            if (!weight) return;
            if (first) lexeme.weight = *weight;
            first = false;
            lexeme.text.resize(caret);
        }
    }

    double weight_suffix() {
        if (at_ >= text_.size() || text_[at_] != '^') return 1;
        std::size_t end = at_ + 1;
        while (end < text_.size() && (is_digit(text_[end]) || text_[end] == '.'))
            ++end;
        const auto weight = weight_of(text_.substr(at_ + 1, end - at_ - 1));
        if (!weight) return 1;
        at_ = end;
        return *weight;
    }

    std::string_view text_;
    Notes& notes_;
    bool prose_in_capitals_;
    std::size_t at_ = 0;
    int depth_ = 0;
    std::size_t ignored_ = 0;
    std::u32string never_closed_;
    std::vector<Lexeme> lexemes_;
};

}  // namespace

std::vector<Lexeme> lex_query(std::string_view text, Notes& notes) {
    return in_order(Lexer(text, notes).run(), notes);
}

}  // namespace broadsheet
