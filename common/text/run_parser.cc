#include "common/text/run_parser.h"

#include <algorithm>
#include <optional>
#include <string>

#include <unicode/uscript.h>

#include "common/text/acronyms.h"
#include "common/text/clitics.h"
#include "common/text/folding.h"
#include "common/text/number_term.h"
#include "common/text/run_characters.h"
#include "common/utf8.h"

namespace broadsheet {

namespace {

class RunParser {
public:
    RunParser(
        std::string_view run,
        RunStyle style,
        const LanguageRules& rules,
        CharacterClasses& classes,
        std::vector<RunPiece>& pieces
    )
        : run_(run), style_(style), rules_(rules), all_(run, classes), pieces_(all_, pieces) {}

    void parse() {
        if (run_.ends_with('+') || run_.ends_with('#')) {
            pieces_.add_term(fold(run_), {0, all_.size()});
            return;
        }
        CharacterRange rest = {0, all_.size()};
        while (rest.first < rest.last) {
            CharacterRange part = {rest.first, next_join(rest)};
            rest.first = part.last + 1;
            parse_part(all_.trimmed(part));
        }
        pieces_.add_joined();
    }

private:
    // The next hyphen, & or _; line breaks behind a hyphen are trimmed off later.
    [[nodiscard]] std::size_t next_join(CharacterRange rest) const {
        std::size_t i = rest.first;
        while (i < rest.last && all_[i].kind != CharacterClass::hyphen &&
               all_[i].kind != CharacterClass::connector) {
            ++i;
        }
        return i;
    }

    void parse_part(CharacterRange part) {
        if (part.size() == 0) return;
        if (all_[part.first].kind == CharacterClass::digit && is_number_with_unit(part)) {
            parse_number(part);
        } else if (all_.has(part, CharacterClass::point)) {
            parse_dotted(part);
        } else {
            parse_word(part);
        }
    }

    // --- numbers ---------------------------------------------------------------------------

    [[nodiscard]] std::size_t end_of_number(CharacterRange part) const {
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
    [[nodiscard]] bool is_number_with_unit(CharacterRange part) const {
        return !all_.has({end_of_number(part), part.last}, CharacterClass::digit);
    }

    void parse_number(CharacterRange part) {
        const CharacterRange number = {part.first, end_of_number(part)};
        add_number(number);
        const CharacterRange unit = all_.trimmed({number.last, part.last});
        if (unit.size() == 0) return;
        if (all_.has(unit, CharacterClass::point)) {
            parse_dotted(unit);
        } else {
            parse_word(unit);
        }
    }

    void add_number(CharacterRange range) {
        PrintedNumber number;
        number.groups.emplace_back();
        std::vector<CharacterRange> groups = {{range.first, range.first}};
        for (std::size_t i = range.first; i < range.last; ++i) {
            if (all_[i].kind == CharacterClass::digit) {
                number.groups.back() += fold(all_.letters({i, i + 1}));
                groups.back().last = i + 1;
            } else {
                number.signs += sign_of(all_[i].kind);
                number.groups.emplace_back();
                groups.push_back({i + 1, i + 1});
            }
        }
        const auto terms = number_terms(number);
        if (terms.empty()) {
            pieces_.forbid_joining();
            for (std::size_t i = 0; i < groups.size(); ++i)
                pieces_.add_term(number.groups[i], groups[i]);
            return;
        }
        pieces_.add_term(terms[0], range);
        for (std::size_t i = 1; i < terms.size(); ++i)
            pieces_.add_alternative(terms[i], PieceKind::term);
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

    void parse_dotted(CharacterRange part) {
        if (parse_acronym(part)) return;
        std::vector<CharacterRange> words;
        for (std::size_t i = part.first; i < part.last;) {
            const auto point =
                std::find_if(all_.at(i), all_.at(part.last), [](const Character& character) {
                    return character.kind == CharacterClass::point;
                });
            const auto end = static_cast<std::size_t>(point - all_.begin());
            if (const CharacterRange word = all_.trimmed({i, end}); word.size() > 0)
                words.push_back(word);
            i = end + 1;
        }
        // The parts of a host name are found one by one and in a row; www says nothing.
        if (words.size() > 2 && fold(all_.letters(words[0])) == "www") words.erase(words.begin());
        const bool is_abbreviation = std::all_of(
            words.begin(), words.end(), [](CharacterRange word) { return word.size() <= 2; }
        );
        if (!is_abbreviation) pieces_.forbid_joining();
        for (const CharacterRange word : words) {
            if (all_[word.first].kind == CharacterClass::digit && is_number_with_unit(word)) {
                parse_number(word);
            } else {
                parse_word(word);
            }
        }
    }

    // U.S. or p.m., perhaps with 's behind.
    bool parse_acronym(CharacterRange part) {
        CharacterRange range = without_contraction(all_, part, rules_);
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

    void add_acronym(const std::string& text, CharacterRange range) {
        pieces_.add_term(acronym_term(fold(text)), range);
    }

    // --- words -----------------------------------------------------------------------------

    void parse_word(CharacterRange word) {
        const CharacterRange printed = word;
        const CharacterRange whole = without_contraction(all_, printed, rules_);
        word = without_elision(all_, whole);
        if (word.size() == 0) return;
        if (const auto acronym = capitals_acronym(word)) {
            pieces_.add_term(*acronym, word);
            if (may_be_word(word, printed))
                pieces_.add_alternative(all_.letters(word), PieceKind::word);
            return;
        }
        add_words(word);
        // D'Angelo may be a name of one piece; a small l' is the article.
        if (whole.first != word.first && is_upper(all_[whole.first].value)) {
            pieces_.add_alternative(all_.letters(whole), PieceKind::word);
        }
    }

    // Whether the letters of an acronym may still be a word: among other capitals, as in IT'S and
    // WHO-OWNS-WHAT, or when only the first of them is one.
    [[nodiscard]] bool may_be_word(CharacterRange word, CharacterRange printed) const {
        if (style_ == RunStyle::shouted || !is_upper(all_[word.last - 1].value)) return true;
        if (printed.last > word.last && is_upper(all_[printed.last - 1].value)) return true;
        if (printed.first < word.first && is_upper(all_[printed.first].value)) return true;  // D'UN
        const auto is_letter = [](const Character& c) { return c.kind == CharacterClass::letter; };
        const auto letters = std::count_if(all_.begin(), all_.end(), is_letter);
        const auto capitals = std::count_if(all_.begin(), all_.end(), [](const Character& c) {
            return is_upper(c.value);
        });
        return letters == capitals && capitals >= static_cast<std::ptrdiff_t>(word.size()) + 3;
    }

    [[nodiscard]] std::optional<std::string> capitals_acronym(CharacterRange word) const {
        if (word.size() < 2 || word.size() > 3) return std::nullopt;
        if (!is_upper(all_[word.first].value)) return std::nullopt;
        const bool in_capitals = std::all_of(
            all_.at(word.first), all_.at(word.last), [](const auto& c) { return is_upper(c.value); }
        );
        const std::string folded = fold(all_.letters(word));
        const bool is_acronym = in_capitals ? is_acronym_in_capitals(folded)
                                            : is_acronym_when_capitalised(folded, rules_.code);
        return is_acronym ? std::optional(acronym_term(folded)) : std::nullopt;
    }

    void add_words(CharacterRange word) {
        if (rules_.apostrophe_between_parts) {
            for (std::size_t i = word.first + 1; i + 1 < word.last; ++i) {
                if (all_[i].kind != CharacterClass::apostrophe || !is_alphabetic(all_[i - 1].value))
                    continue;
                add_unbroken({word.first, i});
                word.first = i + 1;
            }
        }
        add_unbroken(word);
    }

    // A word is one piece, but for covid19 and 16th, and for #OperacionLibertad.
    void add_unbroken(CharacterRange word) {
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
            pieces_.add_word({first, cut});
            first = cut;
        }
    }

    [[nodiscard]] bool changes_between_letter_and_digit(std::size_t i) const {
        const CharacterClass before = all_[i - 1].kind;
        const CharacterClass after = all_[i].kind;
        return (before == CharacterClass::letter && after == CharacterClass::digit) ||
               (before == CharacterClass::digit && after == CharacterClass::letter);
    }

    // Not Hebrew, whose apostrophes belong to letters.
    static bool is_alphabetic(char32_t letter) {
        UErrorCode status = U_ZERO_ERROR;
        const UScriptCode script = uscript_getScript(static_cast<UChar32>(letter), &status);
        return script == USCRIPT_LATIN || script == USCRIPT_CYRILLIC;
    }

    // Between "Operacion" and "Libertad", and between "NBA" and "Finals".
    [[nodiscard]] bool is_camel_hump(std::size_t i, CharacterRange word) const {
        if (!is_upper(all_[i].value)) return false;
        if (!is_upper(all_[i - 1].value)) return true;
        return i + 1 < word.last && all_[i + 1].kind == CharacterClass::letter &&
               !is_upper(all_[i + 1].value);
    }

    std::string_view run_;
    RunStyle style_;
    const LanguageRules& rules_;
    RunCharacters all_;
    RunPieces pieces_;
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
