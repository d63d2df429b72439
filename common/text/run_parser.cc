#include "common/text/run_parser.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include <unicode/uchar.h>

#include "common/text/acronyms.h"
#include "common/text/folding.h"
#include "common/text/number_term.h"
#include "common/utf8.h"

namespace broadsheet {

namespace {

struct Character {
    char32_t value;
    CharacterClass kind;
    std::uint32_t begin;
    std::uint32_t end;
};

using Characters = std::vector<Character>;

struct Range {
    std::size_t first;
    std::size_t last;  // one past

    [[nodiscard]] std::size_t size() const { return last - first; }
};

// Articles and pronouns that French, Italian, Catalan and Occitan write onto the next word.
constexpr std::string_view kElisions[] = {
    "all",    "c", "coll", "d",    "dall",   "dell",   "gl", "j",     "jusqu",  "l",
    "lorsqu", "m", "n",    "nell", "presqu", "puisqu", "qu", "quell", "quelqu", "quest",
    "quoiqu", "s", "sant", "senz", "sott",   "sull",   "t",  "un",    "anch",   "bell",
};

// What English leaves of a verb behind an apostrophe; the word before stands for both.
constexpr std::string_view kContractions[] = {"d", "ll", "m", "re", "s", "ve"};

// A compound of more parts than this is a list or junk: its joined form helps nobody.
constexpr std::size_t kJoinedPartsMax = 8;

template <std::size_t size>
bool contains(const std::string_view (&table)[size], std::string_view word) {
    return std::find(std::begin(table), std::end(table), word) != std::end(table);
}

bool is_upper(char32_t letter) {
    return u_isupper(static_cast<UChar32>(letter)) != 0;
}

bool is_word_character(CharacterClass kind) {
    return kind == CharacterClass::letter || kind == CharacterClass::digit ||
           kind == CharacterClass::mark;
}

Characters decode(std::string_view run, CharacterClasses& classes) {
    Characters characters;
    for (std::uint32_t i = 0; i < run.size();) {
        const CodePoint point = decode_utf8(run, i);
        const std::uint32_t end = i + point.length;
        characters.push_back({point.value, classes.of(point.value), i, end});
        i = end;
    }
    return characters;
}

class RunParser {
public:
    RunParser(
        std::string_view run,
        RunStyle style,
        const LanguageRules& rules,
        CharacterClasses& classes,
        std::vector<RunPiece>& pieces
    )
        : run_(run), style_(style), rules_(rules), pieces_(pieces), all_(decode(run, classes)) {}

    void parse() {
        pieces_.clear();
        if (run_.ends_with('+') || run_.ends_with('#')) {
            add_term(fold(run_), {0, all_.size()});
            return;
        }
        Range rest = {0, all_.size()};
        while (rest.first < rest.last) {
            Range part = {rest.first, next_join(rest)};
            rest.first = part.last + 1;
            parse_part(trimmed(part));
        }
        add_joined();
    }

private:
    // The next hyphen, & or _; line breaks behind a hyphen are trimmed off later.
    [[nodiscard]] std::size_t next_join(Range rest) const {
        std::size_t i = rest.first;
        while (i < rest.last && all_[i].kind != CharacterClass::hyphen &&
               all_[i].kind != CharacterClass::connector) {
            ++i;
        }
        return i;
    }

    [[nodiscard]] Range trimmed(Range part) const {
        while (part.size() > 0 && !is_word_character(all_[part.first].kind))
            ++part.first;
        while (part.size() > 0 && !is_word_character(all_[part.last - 1].kind))
            --part.last;
        return part;
    }

    [[nodiscard]] bool has(Range part, CharacterClass kind) const {
        return std::any_of(at(part.first), at(part.last), [&](const Character& character) {
            return character.kind == kind;
        });
    }

    [[nodiscard]] Characters::const_iterator at(std::size_t i) const {
        return all_.begin() + static_cast<std::ptrdiff_t>(i);
    }

    // The printed letters and digits without the signs among them.
    [[nodiscard]] std::string letters(Range part) const {
        std::string text;
        for (std::size_t i = part.first; i < part.last; ++i) {
            if (is_word_character(all_[i].kind)) append_utf8(text, all_[i].value);
        }
        return text;
    }

    void parse_part(Range part) {
        if (part.size() == 0) return;
        if (all_[part.first].kind == CharacterClass::digit && is_number_with_unit(part)) {
            parse_number(part);
        } else if (has(part, CharacterClass::point)) {
            parse_dotted(part);
        } else {
            parse_word(part);
        }
    }

    // --- numbers ---------------------------------------------------------------------------

    [[nodiscard]] std::size_t end_of_number(Range part) const {
        std::size_t i = part.first;
        while (i < part.last) {
            const bool is_sign = all_[i].kind != CharacterClass::digit;
            const bool digit_follows =
                i + 1 < part.last && all_[i + 1].kind == CharacterClass::digit;
            const bool is_letter =
                is_word_character(all_[i].kind) || all_[i].kind == CharacterClass::ignorable;
            if (is_sign && (is_letter || !digit_follows)) break;
            ++i;
        }
        return i;
    }

    // 4,000 or 3.5bn or 9am, and not a code such as 4x100 or 3D5.
    [[nodiscard]] bool is_number_with_unit(Range part) const {
        return !has({end_of_number(part), part.last}, CharacterClass::digit);
    }

    void parse_number(Range part) {
        const Range number = {part.first, end_of_number(part)};
        add_number(number);
        const Range unit = trimmed({number.last, part.last});
        if (unit.size() == 0) return;
        if (has(unit, CharacterClass::point)) {
            parse_dotted(unit);
        } else {
            parse_word(unit);
        }
    }

    void add_number(Range range) {
        PrintedNumber number;
        number.groups.emplace_back();
        std::vector<Range> groups = {{range.first, range.first}};
        for (std::size_t i = range.first; i < range.last; ++i) {
            if (all_[i].kind == CharacterClass::digit) {
                number.groups.back() += fold(letters({i, i + 1}));
                groups.back().last = i + 1;
            } else {
                number.signs += sign_of(all_[i].kind);
                number.groups.emplace_back();
                groups.push_back({i + 1, i + 1});
            }
        }
        const auto terms = number_terms(number);
        if (terms.empty()) {
            can_join_ = false;
            for (std::size_t i = 0; i < groups.size(); ++i)
                add_term(number.groups[i], groups[i]);
            return;
        }
        add_term(terms[0], range);
        for (std::size_t i = 1; i < terms.size(); ++i)
            add_alternative(terms[i], PieceKind::term);
    }

    static char sign_of(CharacterClass kind) {
        switch (kind) {
            case CharacterClass::point:
                return '.';
            case CharacterClass::comma:
                return ',';
            default:
                return '\'';
        }
    }

    // --- points ----------------------------------------------------------------------------

    void parse_dotted(Range part) {
        if (parse_acronym(part)) return;
        std::vector<Range> words;
        for (std::size_t i = part.first; i < part.last;) {
            const auto point = std::find_if(at(i), at(part.last), [](const Character& character) {
                return character.kind == CharacterClass::point;
            });
            const auto end = static_cast<std::size_t>(point - all_.begin());
            if (const Range word = trimmed({i, end}); word.size() > 0) words.push_back(word);
            i = end + 1;
        }
        // The parts of a host name are found one by one and in a row; www says nothing.
        if (words.size() > 2 && fold(letters(words[0])) == "www") words.erase(words.begin());
        const bool is_abbreviation =
            std::all_of(words.begin(), words.end(), [](Range word) { return word.size() <= 2; });
        if (!is_abbreviation) can_join_ = false;
        for (const Range word : words) {
            if (all_[word.first].kind == CharacterClass::digit && is_number_with_unit(word)) {
                parse_number(word);
            } else {
                parse_word(word);
            }
        }
    }

    // U.S. or p.m., perhaps with 's behind.
    bool parse_acronym(Range part) {
        Range range = without_contraction(part);
        std::string text;
        bool letter_is_due = true;
        for (std::size_t i = range.first; i < range.last; ++i) {
            const CharacterClass kind = all_[i].kind;
            if (kind == CharacterClass::mark || kind == CharacterClass::ignorable) continue;
            const CharacterClass due =
                letter_is_due ? CharacterClass::letter : CharacterClass::point;
            if (kind != due) return false;
            if (kind == CharacterClass::letter) append_utf8(text, all_[i].value);
            letter_is_due = !letter_is_due;
        }
        if (range.last < all_.size() && all_[range.last].kind == CharacterClass::point)
            ++range.last;
        add_acronym(text, range);
        return true;
    }

    void add_acronym(const std::string& text, Range range) {
        add_term(acronym_term(fold(text)), range);
    }

    // --- words -----------------------------------------------------------------------------

    void parse_word(Range word) {
        const Range printed = word;
        const Range whole = without_contraction(printed);
        word = without_elision(whole);
        if (word.size() == 0) return;
        if (const auto acronym = capitals_acronym(word)) {
            add_term(*acronym, word);
            if (may_be_word(word, printed)) add_alternative(letters(word), PieceKind::word);
            return;
        }
        add_words(word);
        // D'Angelo may be a name of one piece; a small l' is the article.
        if (whole.first != word.first && is_upper(all_[whole.first].value)) {
            add_alternative(letters(whole), PieceKind::word);
        }
    }

    // Whether the letters of an acronym may still be a word: among other capitals, as in IT'S and
    // WHO-OWNS-WHAT, or when only the first of them is one.
    [[nodiscard]] bool may_be_word(Range word, Range printed) const {
        if (style_ == RunStyle::shouted || !is_upper(all_[word.last - 1].value)) return true;
        if (printed.last > word.last && is_upper(all_[printed.last - 1].value)) return true;
        const auto is_letter = [](const Character& c) { return c.kind == CharacterClass::letter; };
        const auto letters = std::count_if(all_.begin(), all_.end(), is_letter);
        const auto capitals = std::count_if(all_.begin(), all_.end(), [](const Character& c) {
            return is_upper(c.value);
        });
        return letters == capitals && capitals >= static_cast<std::ptrdiff_t>(word.size()) + 3;
    }

    [[nodiscard]] std::optional<std::string> capitals_acronym(Range word) const {
        if (word.size() < 2 || word.size() > 3) return std::nullopt;
        if (!is_upper(all_[word.first].value)) return std::nullopt;
        const bool in_capitals = std::all_of(at(word.first), at(word.last), [](const auto& c) {
            return is_upper(c.value);
        });
        const std::string folded = fold(letters(word));
        const bool is_acronym = in_capitals ? is_acronym_in_capitals(folded)
                                            : is_acronym_when_capitalised(folded, rules_.code);
        return is_acronym ? std::optional(acronym_term(folded)) : std::nullopt;
    }

    // Without the end of "Maduro's", "they're", and of Ankara'nın in languages that do that.
    [[nodiscard]] Range without_contraction(Range word) const {
        std::size_t i = word.last;
        while (i > word.first && all_[i - 1].kind != CharacterClass::apostrophe)
            --i;
        if (i <= word.first + 1) return word;
        const Range head = trimmed({word.first, i - 1});
        const std::string ending = fold(letters({i, word.last}));
        if (ending == "s" && all_[head.last - 1].kind == CharacterClass::digit) return word;
        const bool is_suffix = rules_.suffix_after_apostrophe && head.size() >= 2;
        return contains(kContractions, ending) || is_suffix ? head : word;
    }

    [[nodiscard]] Range without_elision(Range word) const {
        const auto sign = std::find_if(at(word.first), at(word.last), [](const Character& c) {
            return c.kind == CharacterClass::apostrophe;
        });
        if (sign == at(word.last)) return word;
        const auto i = static_cast<std::size_t>(sign - all_.begin());
        if (!contains(kElisions, fold(letters({word.first, i})))) return word;
        return trimmed({i + 1, word.last});
    }

    // A word is one piece, but for covid19 and 16th, and for #OperacionLibertad.
    void add_words(Range word) {
        std::vector<std::size_t> cuts;
        std::size_t changes = 0;
        for (std::size_t i = word.first + 1; i < word.last; ++i) {
            const bool changes_kind = changes_between_letter_and_digit(i);
            changes += changes_kind ? 1 : 0;
            if (changes_kind || (style_ == RunStyle::tag && is_camel_hump(i, word))) {
                cuts.push_back(i);
            }
        }
        if (style_ != RunStyle::tag && changes > 1) cuts.clear();
        cuts.push_back(word.last);
        std::size_t first = word.first;
        for (const std::size_t cut : cuts) {
            add_word({first, cut});
            first = cut;
        }
    }

    [[nodiscard]] bool changes_between_letter_and_digit(std::size_t i) const {
        const CharacterClass before = all_[i - 1].kind;
        const CharacterClass after = all_[i].kind;
        return (before == CharacterClass::letter && after == CharacterClass::digit) ||
               (before == CharacterClass::digit && after == CharacterClass::letter);
    }

    // Between "Operacion" and "Libertad", and between "NBA" and "Finals".
    [[nodiscard]] bool is_camel_hump(std::size_t i, Range word) const {
        if (!is_upper(all_[i].value)) return false;
        if (!is_upper(all_[i - 1].value)) return true;
        return i + 1 < word.last && all_[i + 1].kind == CharacterClass::letter &&
               !is_upper(all_[i + 1].value);
    }

    // --- pieces ----------------------------------------------------------------------------

    void add_word(Range range) {
        std::string text = letters(range);
        if (text.empty()) return;
        if (all_[range.first].kind == CharacterClass::digit &&
            !has(range, CharacterClass::letter)) {
            add_term(fold(text), range);
        } else {
            add(std::move(text), PieceKind::word, range);
        }
    }

    void add_term(std::string term, Range range) { add(std::move(term), PieceKind::term, range); }

    void add(std::string text, PieceKind kind, Range range) {
        if (text.empty() || range.size() == 0) return;
        has_letters_ |= kind == PieceKind::word || has(range, CharacterClass::letter);
        joined_text_ += kind == PieceKind::word ? text : without_points(text, range);
        pieces_.push_back(
            {std::move(text),
             kind,
             all_[range.first].begin,
             all_[range.last - 1].end,
             positions_,
             1}
        );
        ++positions_;
    }

    // Acronyms lend a compound their letters (u.s -> us), numbers all of them (3.5).
    [[nodiscard]] std::string without_points(const std::string& term, Range range) const {
        return has(range, CharacterClass::letter) ? fold(letters(range)) : term;
    }

    void add_alternative(std::string text, PieceKind kind) {
        RunPiece piece = pieces_.back();
        piece.text = std::move(text);
        piece.kind = kind;
        pieces_.push_back(std::move(piece));
    }

    void add_joined() {
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

    std::string_view run_;
    RunStyle style_;
    const LanguageRules& rules_;
    std::vector<RunPiece>& pieces_;
    Characters all_;
    std::string joined_text_;
    std::uint16_t positions_ = 0;
    bool can_join_ = true;
    bool has_letters_ = false;
};

}  // namespace

void parse_run(
    std::string_view run,
    RunStyle style,
    const LanguageRules& rules,
    CharacterClasses& classes,
    std::vector<RunPiece>& pieces
) {
    RunParser(run, style, rules, classes, pieces).parse();
}

}  // namespace broadsheet
