#include "common/text/run_scanner.h"

#include "common/utf8.h"

namespace broadsheet {

namespace {

/// A walk over the text with one character of memory on either side.
class Scan {
public:
    Scan(std::string_view text, std::size_t begin, CharacterClasses& classes)
        : text_(text), classes_(classes), begin_(begin), end_(begin) {}

    std::size_t run() {
        while (end_ < text_.size() && end_ - begin_ < kRunBytesMax && step()) {
        }
        return word_end_;
    }

private:
    struct Character {
        char32_t value = 0;
        CharacterClass kind = CharacterClass::separator;
        std::size_t next = 0;  // offset behind it
    };

    Character at(std::size_t offset) {
        if (offset >= text_.size()) return {0, CharacterClass::separator, offset};
        const CodePoint point = decode_utf8(text_, offset);
        const auto kind = point.valid ? classes_.of(point.value) : CharacterClass::separator;
        return {point.value, kind, offset + point.length};
    }

    static bool is_word(CharacterClass kind) {
        return kind == CharacterClass::letter || kind == CharacterClass::digit;
    }

    // Takes the next character, or refuses it and with it the end of the run.
    bool step() {
        const Character character = at(end_);
        switch (character.kind) {
            case CharacterClass::letter:
            case CharacterClass::digit:
                take_word_character(character);
                return true;
            case CharacterClass::mark:
                end_ = word_end_ = character.next;
                return true;
            case CharacterClass::ignorable:
                end_ = character.next;
                return true;
            case CharacterClass::separator:
                return end_with_sign();
            case CharacterClass::dense:
                return false;
            default:
                return join(character);
        }
    }

    void take_word_character(const Character& character) {
        before_last_ = last_;
        last_ = character.kind;
        last_value_ = character.value;
        end_ = word_end_ = character.next;
        ++letters_;
    }

    // A sign stays in the run when what stands on both sides of it makes one word of them.
    bool join(const Character& sign) {
        const Character next = at(sign.next);
        if (!joins(sign, next)) {
            if (sign.kind == CharacterClass::point) end_with_point(sign, next);
            return false;
        }
        before_last_ = last_;
        last_ = sign.kind;
        letters_ = 0;
        end_ = sign.next;
        if (sign.kind == CharacterClass::hyphen && !is_word(next.kind)) end_ = behind_break(end_);
        return true;
    }

    bool joins(const Character& sign, const Character& next) {
        switch (sign.kind) {
            case CharacterClass::apostrophe:
                return next.kind == CharacterClass::letter ||
                       (last_ == CharacterClass::digit && next.kind == CharacterClass::digit);
            case CharacterClass::hyphen:
                return is_word(next.kind) || behind_break(sign.next) != sign.next;
            case CharacterClass::point:
                return is_word(next.kind) || acronym_goes_on(next);
            case CharacterClass::comma:
                return last_ == CharacterClass::digit && next.kind == CharacterClass::digit;
            case CharacterClass::connector:
                return is_word(next.kind);
            case CharacterClass::quote:
                return is_hebrew(last_value_) && is_hebrew(next.value);
            case CharacterClass::blank:
                return last_ == CharacterClass::digit && letters_ <= 3 && three_digits(sign.next);
            default:
                return false;
        }
    }

    static bool is_hebrew(char32_t letter) { return letter >= 0x05D0 && letter <= 0x05EA; }

    [[nodiscard]] bool in_acronym() const {
        return letters_ == 1 && last_ == CharacterClass::letter &&
               before_last_ == CharacterClass::point;
    }

    // U.S.-led, U.S.'s
    bool acronym_goes_on(const Character& next) {
        if (!in_acronym()) return false;
        return (next.kind == CharacterClass::hyphen || next.kind == CharacterClass::apostrophe) &&
               at(next.next).kind == CharacterClass::letter;
    }

    // The last point of an acronym belongs to its printed form.
    void end_with_point(const Character& point, const Character& next) {
        if (in_acronym() && next.kind != CharacterClass::point) word_end_ = point.next;
    }

    // C++ and C#
    bool end_with_sign() {
        if (letters_ == 0 || letters_ > 2 || word_end_ - begin_ > 2) return false;
        const std::string_view rest = text_.substr(end_);
        const std::size_t sign = rest.starts_with("++") ? 2 : (rest.starts_with("#") ? 1 : 0);
        if (sign != 0 && !is_word(at(end_ + sign).kind)) word_end_ = end_ + sign;
        return false;
    }

    // Exactly three digits: the next group of a number.
    bool three_digits(std::size_t offset) {
        for (int i = 0; i < 3; ++i) {
            const Character digit = at(offset);
            if (digit.kind != CharacterClass::digit) return false;
            offset = digit.next;
        }
        return at(offset).kind != CharacterClass::digit;
    }

    // A hyphen at the end of a line: where the word goes on, or `offset` when it does not.
    std::size_t behind_break(std::size_t offset) {
        constexpr std::size_t kIndentMax = 16;
        std::size_t next = offset;
        if (next < text_.size() && text_[next] == '\r') ++next;
        if (next >= text_.size() || text_[next] != '\n') return offset;
        ++next;
        const std::size_t line = next;
        while (next < text_.size() && next - line < kIndentMax &&
               (text_[next] == ' ' || text_[next] == '\t')) {
            ++next;
        }
        return at(next).kind == CharacterClass::letter ? next : offset;
    }

    std::string_view text_;
    CharacterClasses& classes_;
    std::size_t begin_;
    std::size_t end_;                // what has been looked at
    std::size_t word_end_ = begin_;  // behind the last character that belongs to the run
    std::size_t letters_ = 0;        // since the last sign
    CharacterClass last_ = CharacterClass::separator;
    CharacterClass before_last_ = CharacterClass::separator;
    char32_t last_value_ = 0;
};

}  // namespace

std::size_t scan_run(std::string_view text, std::size_t begin, CharacterClasses& classes) {
    return Scan(text, begin, classes).run();
}

}  // namespace broadsheet
