#include "common/dates/date_tokens.h"

#include <algorithm>
#include <charconv>

#include "common/dates/date_words.h"
#include "common/utf8.h"

namespace broadsheet {

namespace {

bool is_word_byte(char c) {
    const char small = static_cast<char>(c | 0x20);
    return (small >= 'a' && small <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

// 年 月 日, 時 分 秒 and their Korean equals stand right after the number they name; the half of
// the day stands before the hour. What begins with one of them is no unit: 月曜日, 일요일.
std::string_view east_asian_unit(std::string_view text) {
    for (const std::string_view word : {"日曜", "月曜", "일요일", "월요일"}) {
        if (text.starts_with(word)) return {};
    }
    for (const std::string_view unit :
         {"年", "月", "日", "년", "월",   "일",   "時",   "时",   "点",   "分",
          "秒", "시", "분", "초", "오전", "오후", "午前", "午後", "上午", "下午"}) {
        if (text.starts_with(unit)) return unit;
    }
    return {};
}

// Splits a date into numbers, words and signs. Brackets go with what they enclose: "(CEST)".
class Tokenizer {
public:
    explicit Tokenizer(std::string_view text) : rest_(text) {}

    bool next(DateToken& token) {
        token = DateToken();
        while (!rest_.empty() && skip_one_blank())
            token.after_blank = true;
        if (rest_.empty()) return false;
        if (is_date_digit(rest_.front())) {
            read_number(token);
        } else if (const auto unit = east_asian_unit(rest_); !unit.empty()) {
            token.kind = DateTokenKind::word;
            token.word = unit;
            rest_.remove_prefix(unit.size());
        } else if (is_word_byte(rest_.front())) {
            read_word(token);
        } else {
            token.word = rest_.front();
            rest_.remove_prefix(1);
        }
        return true;
    }

private:
    bool skip_one_blank() {
        constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
        constexpr std::string_view kNarrowSpace = "\xE2\x80\xAF";
        for (const std::string_view blank : {kNoBreakSpace, kNarrowSpace}) {
            if (rest_.starts_with(blank)) {
                rest_.remove_prefix(blank.size());
                return true;
            }
        }
        if (std::string_view(" \t\r\n").find(rest_.front()) != std::string_view::npos) {
            rest_.remove_prefix(1);
            return true;
        }
        if (rest_.front() != '(') return false;
        rest_.remove_prefix(std::min(rest_.find(')'), rest_.size() - 1) + 1);
        return true;
    }

    void read_number(DateToken& token) {
        token.kind = DateTokenKind::number;
        while (token.digits < rest_.size() && is_date_digit(rest_[token.digits]))
            ++token.digits;
        if (token.digits <= 9)
            std::from_chars(rest_.data(), rest_.data() + token.digits, token.value);
        rest_.remove_prefix(token.digits);
    }

    void read_word(DateToken& token) {
        token.kind = DateTokenKind::word;
        std::size_t size = east_asian_weekday_size();
        while (size < rest_.size() && is_word_byte(rest_[size]) &&
               east_asian_unit(rest_.substr(size)).empty() &&
               !rest_.substr(size).starts_with("\xC2\xA0")) {
            ++size;
        }
        token.word = fold_date_word(rest_.substr(0, size));
        rest_.remove_prefix(size);
    }

    // Weekdays end with the sign of the day, or begin with that of sun and moon.
    [[nodiscard]] std::size_t east_asian_weekday_size() const {
        constexpr std::size_t kSign = 3;
        if (rest_.size() < 2 * kSign) return 0;
        const std::string_view second = rest_.substr(kSign);
        if (second.starts_with("曜日") || second.starts_with("요일")) return 3 * kSign;
        if (rest_.starts_with("星期")) return 3 * kSign;
        return rest_.starts_with("周") ? 2 * kSign : 0;
    }

    std::string_view rest_;
};

}  // namespace

std::vector<DateToken> date_tokens_of(std::string_view text) {
    std::vector<DateToken> tokens;
    Tokenizer tokenizer(text);
    for (DateToken token; tokenizer.next(token);)
        tokens.push_back(token);
    return tokens;
}

std::string with_ascii_digits(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto at = [&](std::size_t k) {
            return i + k < text.size() ? static_cast<unsigned char>(text[i + k]) : 0U;
        };
        const bool arabic = at(0) == 0xD9 && at(1) >= 0xA0 && at(1) <= 0xA9;   // U+0660..0669
        const bool persian = at(0) == 0xDB && at(1) >= 0xB0 && at(1) <= 0xB9;  // U+06F0..06F9
        const bool indian = at(0) == 0xE0 && (at(1) == 0xA5 || at(1) == 0xA7) && at(2) >= 0xA6 &&
                            at(2) <= 0xAF;  // U+0966..096F, U+09E6..09EF
        if (indian) {
            out += static_cast<char>('0' + (at(2) - 0xA6));
            i += 2;
        } else if (arabic || persian) {
            out += static_cast<char>('0' + (at(1) & 0x0FU));
            ++i;
        } else if (at(0) == 0xD8 && at(1) == 0x8C) {
            out += ',';  // U+060C
            ++i;
        } else {
            out += text[i];
        }
    }
    return out;
}

}  // namespace broadsheet
