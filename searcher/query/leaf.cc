#include "searcher/query/leaf.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <string>

#include <fmt/format.h>
#include <unicode/uchar.h>

#include "common/utf8.h"
#include "searcher/query/date_words.h"
#include "searcher/query/operators.h"
#include "searcher/query/quotes.h"

namespace broadsheet {

namespace {

bool is_letter_or_digit(char32_t c) {
    const auto point = static_cast<UChar32>(c);
    return u_isalnum(point) || u_charType(point) == U_NON_SPACING_MARK ||
           u_charType(point) == U_COMBINING_SPACING_MARK;
}

struct Shape {
    std::size_t letters = 0;
    std::size_t stars = 0;
    bool question_marks = false;
    bool adjacent_wildcards = false;
    bool plain = true;  ///< nothing but letters, digits and wildcards
    bool ends_in_question_mark = false;
    bool begins_with_question_mark = false;
};

Shape shape_of(std::string_view text) {
    Shape shape;
    bool after_wildcard = false;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_utf8(text, at);
        const bool star = point.value == U'*';
        const bool question = point.value == U'?';
        if (question && at == 0) shape.begins_with_question_mark = true;
        if ((star || question) && after_wildcard) shape.adjacent_wildcards = true;
        if (star) ++shape.stars;
        if (question) shape.question_marks = true;
        if (is_letter_or_digit(point.value)) {
            ++shape.letters;
        } else if (!star && !question) {
            shape.plain = false;
        }
        after_wildcard = star || question;
        shape.ends_in_question_mark = question;
        at += point.length;
    }
    return shape;
}

// m?duro, vene*, *zuela; but not "what?", **bold** or 5*6=30.
bool is_wildcard(std::string_view text) {
    const Shape shape = shape_of(text);
    if (!shape.plain || (shape.stars == 0 && !shape.question_marks)) return false;
    if (shape.adjacent_wildcards || shape.ends_in_question_mark || shape.begins_with_question_mark)
        return false;
    const bool prefix_only = shape.stars == 1 && text.back() == '*' && !shape.question_marks;
    return shape.letters >= (prefix_only ? 1U : 2U);
}

// word~, word~1, word~2
std::optional<QueryNode> fuzzy(std::string_view text) {
    constexpr std::size_t kLettersMin = 3;
    std::uint32_t distance = 1;
    const char last = text.back();
    if (last == '1' || last == '2') {
        distance = static_cast<std::uint32_t>(last - '0');
        text.remove_suffix(1);
    }
    if (!text.ends_with('~')) return std::nullopt;
    text.remove_suffix(1);
    const Shape shape = shape_of(text);
    if (!shape.plain || shape.stars > 0 || shape.question_marks || shape.letters < kLettersMin)
        return std::nullopt;
    return QueryNode{.kind = QueryKind::fuzzy, .text = std::string(text), .number = distance};
}

// True when the chunk is more than a plain word; the node then says what.
bool classify(std::string_view chunk, QueryNode& node) {
    if (is_wildcard(chunk)) {
        node.kind = QueryKind::wildcard;
        node.text = chunk;
        return true;
    }
    const auto found = fuzzy(chunk);
    if (!found) return false;
    node.kind = found->kind;
    node.text = found->text;
    node.number = found->number;
    return true;
}

// Takes off what is syntax at the ends of a chunk and means nothing to analysis there.
void strip_ends(std::string& word) {
    constexpr std::string_view kLeading = "+-=*~:?/\\";
    constexpr std::string_view kTrailing = "\":*~=?,;!/";
    std::size_t first = 0;
    while (first < word.size()) {
        const CodePoint point = decode_utf8(word, first);
        const bool syntax = point.length == 1 && kLeading.find(word[first]) != kLeading.npos;
        if (!syntax && !opens_quote(point.value)) break;
        first += point.length;
    }
    word.erase(0, first);
    word.resize(word.find_last_not_of(kTrailing) + 1);
}

// A chunk as it can stand anywhere and still be a word.
std::string as_word(std::string_view chunk, bool in_field) {
    std::string word(chunk);
    std::replace(word.begin(), word.end(), '^', '/');
    strip_ends(word);
    if (word.starts_with('(')) {
        std::replace(word.begin(), word.end(), '(', '/');
        std::replace(word.begin(), word.end(), ')', '/');
        strip_ends(word);
    }
    if (read_operator(word)) word = operator_as_word(word);
    // What followed a stray mark may look like a field now.
    const std::size_t colon = word.find(':');
    if (!in_field && colon != std::string::npos && find_field(word.substr(0, colon)) != nullptr)
        word[colon] = '/';
    return word;
}

// strik~3, ?oup, tag:*: a pattern was meant, perhaps, and none is made of it.
void note_lost_pattern(std::string_view chunk, Notes& notes) {
    constexpr std::size_t kShownBytes = 60;
    const std::size_t sign = chunk.find_first_of("*~");
    if (sign == chunk.npos || chunk.find_first_not_of("*~") == chunk.npos) return;
    const bool after_word =
        sign > 0 && std::isalnum(static_cast<unsigned char>(chunk[sign - 1])) != 0;
    if (!after_word && chunk.front() != '*') return;
    notes.add(fmt::format(
        "The {} in \"{}\" was ignored: {}.",
        chunk[sign],
        utf8_prefix(chunk, kShownBytes),
        chunk[sign] == '~'
            ? "word~ and word~2 find other spellings of words of three letters and more"
            : "a pattern is letters and * or ?, as in vene* or m?duro"
    ));
}

}  // namespace

bool LeafMaker::is_date(std::string_view text) const {
    return parse_period(text, today_).has_value();
}

QueryNode LeafMaker::date(const Lexeme& lexeme) {
    QueryNode node = {.kind = QueryKind::date_range, .weight = lexeme.weight};
    if (lexeme.text == "none" || lexeme.text == "unknown") {
        node.kind = QueryKind::date_unknown;
        return node;
    }
    if (const auto period = parse_period(lexeme.text, today_)) {
        node.from = period->from;
        node.until = period->until;
        if (period->turned) {
            notes_.add(QueryMistake{
                .sentence = "This range ends before it begins.",
                .offset = lexeme.begin,
                .length = lexeme.end - lexeme.begin,
                .instead = fmt::format("{}..{}", to_iso(*node.from), to_iso(*node.until))});
        }
        return node;
    }
    const std::string meant = nearest_date(lexeme.text);
    notes_.add(QueryMistake{
        .sentence = fmt::format(
            "\"{}\" is no date; {}.",
            utf8_prefix(lexeme.text, 60),
            meant.empty() ? "it was read as a word; dates look like 2019, 2019-04, "
                            "2019-04..2019-05-15, \"april 2019\" or last-week"
                          : fmt::format("the nearest is {}", meant)
        ),
        .offset = lexeme.begin,
        .length = lexeme.end - lexeme.begin,
        .instead = meant});
    return text(lexeme, nullptr);
}

QueryNode LeafMaker::text(const Lexeme& lexeme, const Field* field) {
    const std::string name = field == nullptr ? std::string() : std::string(field->name);
    if (lexeme.kind == LexemeKind::printed) {
        return {
            .kind = QueryKind::printed,
            .text = lexeme.text,
            .field = name,
            .weight = lexeme.weight};
    }
    if (lexeme.kind == LexemeKind::quoted) {
        return {
            .kind = QueryKind::phrase,
            .text = lexeme.text,
            .field = name,
            .number = lexeme.number,
            .weight = lexeme.weight};
    }
    QueryNode node = {.field = name, .weight = lexeme.weight};
    std::string_view chunk = lexeme.text;
    chunk = chunk.substr(0, chunk.find_last_not_of(":;,!") + 1);
    if (classify(chunk, node)) return node;
    const std::string word = as_word(chunk, field != nullptr);
    if (classify(word, node)) return node;
    note_lost_pattern(chunk, notes_);
    node.kind = QueryKind::word;
    node.text = word;
    return node;
}

QueryNode LeafMaker::make(const Lexeme& lexeme, const Field* field) {
    if (field == nullptr || field->kind == FieldKind::text) return text(lexeme, field);
    if (field->kind == FieldKind::date) return date(lexeme);
    QueryNode node = {
        .kind = QueryKind::value,
        .text = lexeme.text,
        .field = std::string(field->name),
        .weight = lexeme.weight};
    const bool begins = lexeme.kind == LexemeKind::chunk && lexeme.text.size() > 1 &&
                        lexeme.text.find_first_of("*\"") == lexeme.text.size() - 1;
    const bool reads_back =
        std::string_view(":/\\").find(lexeme.text.front()) == std::string_view::npos;
    if (begins && reads_back && lexeme.text.back() == '*') node.kind = QueryKind::wildcard;
    return node;
}

}  // namespace broadsheet
