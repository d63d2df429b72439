#include "common/dates/date_parser.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

#include "common/dates/date_words.h"
#include "common/utf8.h"

namespace broadsheet {

namespace {

constexpr std::size_t kDateBytesMax = 120;
constexpr std::int64_t kMsPerDay = 24LL * 60 * 60 * 1000;

enum class TokenKind { number, word, sign };

struct Token {
    TokenKind kind = TokenKind::sign;
    std::string word;  // folded; of a sign, the sign itself
    int value = 0;     // of a number
    std::size_t digits = 0;
    bool after_blank = false;
};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

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

// Arabic and Persian digits as ASCII ones.
std::string with_ascii_digits(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto at = [&](std::size_t k) {
            return i + k < text.size() ? static_cast<unsigned char>(text[i + k]) : 0U;
        };
        const bool arabic = at(0) == 0xD9 && at(1) >= 0xA0 && at(1) <= 0xA9;   // U+0660..0669
        const bool persian = at(0) == 0xDB && at(1) >= 0xB0 && at(1) <= 0xB9;  // U+06F0..06F9
        if (arabic || persian) {
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

// Splits a date into numbers, words and signs. Brackets go with what they enclose: "(CEST)".
class Tokenizer {
public:
    explicit Tokenizer(std::string_view text) : rest_(text) {}

    bool next(Token& token) {
        token = Token();
        while (!rest_.empty() && skip_one_blank())
            token.after_blank = true;
        if (rest_.empty()) return false;
        if (is_digit(rest_.front())) {
            read_number(token);
        } else if (const auto unit = east_asian_unit(rest_); !unit.empty()) {
            token.kind = TokenKind::word;
            token.word = unit;
            rest_.remove_prefix(unit.size());
        } else if (is_word_byte(rest_.front())) {
            read_word(token);
        } else {
            token.word = rest_.substr(0, 1);
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

    void read_number(Token& token) {
        token.kind = TokenKind::number;
        while (token.digits < rest_.size() && is_digit(rest_[token.digits]))
            ++token.digits;
        if (token.digits <= 9)
            std::from_chars(rest_.data(), rest_.data() + token.digits, token.value);
        rest_.remove_prefix(token.digits);
    }

    void read_word(Token& token) {
        token.kind = TokenKind::word;
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

std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    Tokenizer tokenizer(text);
    for (Token token; tokenizer.next(token);)
        tokens.push_back(token);
    return tokens;
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

int whole_year(const Token& number) {
    if (number.digits >= 4) return number.value;
    if (number.digits == 3) return 1900 + number.value;  // years since 1900 written by a program
    return number.value + (number.value < 50 ? 2000 : 1900);
}

struct TimeOfDay {
    bool known = false;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int millisecond = 0;
};

// Reads the tokens of one date from left to right.
class DateReader {
public:
    explicit DateReader(std::vector<Token> tokens, bool is_thai)
        : tokens_(std::move(tokens)), is_thai_(is_thai) {}

    std::optional<Date> read() {
        while (at_ < tokens_.size()) {
            if (!read_one()) return std::nullopt;
        }
        return result();
    }

private:
    [[nodiscard]] const Token* peek(std::size_t ahead = 0) const {
        return at_ + ahead < tokens_.size() ? &tokens_[at_ + ahead] : nullptr;
    }

    [[nodiscard]] bool is_sign(std::size_t ahead, std::string_view signs) const {
        const Token* token = peek(ahead);
        return token != nullptr && token->kind == TokenKind::sign &&
               signs.find(token->word) != std::string_view::npos;
    }

    [[nodiscard]] bool is_number(std::size_t ahead, std::size_t digits_max = 4) const {
        const Token* token = peek(ahead);
        return token != nullptr && token->kind == TokenKind::number && token->digits <= digits_max;
    }

    [[nodiscard]] bool is_word(std::size_t ahead, std::string_view word) const {
        const Token* token = peek(ahead);
        return token != nullptr && token->kind == TokenKind::word && token->word == word;
    }

    bool read_one() {
        const Token& token = tokens_[at_];
        if (token.kind == TokenKind::number) return read_number();
        if (token.kind == TokenKind::word) return read_word(token.word);
        if (time_.known && is_sign(0, "+-") && is_number(1)) return read_offset();
        ++at_;
        return std::string_view(".,-/'|:;").find(token.word) != std::string_view::npos;
    }

    bool read_number() {
        if (!is_number(0)) return false;
        if (read_east_asian()) return true;
        if (read_time() || read_hour_with_half()) return true;
        if (read_numeric_day()) return true;
        numbers_.push_back(tokens_[at_++]);
        return numbers_.size() <= 2;
    }

    bool read_east_asian() {
        const Token* unit = peek(1);
        if (unit == nullptr || unit->kind != TokenKind::word) return false;
        const int value = tokens_[at_].value;
        if (unit->word == "年" || unit->word == "년") {
            year_ = value;
        } else if (unit->word == "月" || unit->word == "월") {
            month_ = value;
        } else if (unit->word == "日" || unit->word == "일") {
            day_ = value;
        } else if (is_one_of(unit->word, {"時", "时", "点", "시"}) && !time_.known) {
            time_ = {true, value, 0, 0, 0};
            set_half_of_day();
        } else if (is_one_of(unit->word, {"分", "분"}) && time_.known) {
            time_.minute = value;
        } else if (is_one_of(unit->word, {"秒", "초"}) && time_.known) {
            time_.second = value;
        } else {
            return false;
        }
        at_ += 2;
        return true;
    }

    // 10:00, 10:00:30, 10:00:30.79, 15h30; also 15.30 where the day is known already.
    bool read_time() {
        if (time_.known) return false;
        const bool colon = is_sign(1, ":");
        const bool dot = is_sign(1, ".") && has_year() && tokens_[at_].digits <= 2;
        const bool letter = is_word(1, "h") && is_number(2, 2);
        if ((!colon && !dot && !letter) || !is_number(2, 2) || !is_number(0, 2)) return false;
        time_ = {true, peek(0)->value, peek(2)->value, 0, 0};
        at_ += 3;
        if (is_sign(0, ":.") && is_number(1, 2) && !peek(1)->after_blank) {
            time_.second = peek(1)->value;
            at_ += 2;
            if (is_sign(0, ".,:") && is_number(1, 9) && !peek(1)->after_blank) read_fraction();
        }
        if (!read_half_of_day()) set_half_of_day();
        return true;
    }

    // Said before the hour in East Asia.
    void set_half_of_day() {
        if (!half_of_day_ || time_.hour > 12) return;
        time_.hour = time_.hour % 12 + *half_of_day_;
    }

    void read_fraction() {
        const Token& digits = *peek(1);
        int scale = 1;
        for (std::size_t i = digits.digits; i > 3; --i)
            scale *= 10;
        time_.millisecond = digits.value / scale;
        for (std::size_t i = digits.digits; i < 3; ++i)
            time_.millisecond *= 10;
        at_ += 2;
    }

    // "3 p.m." has no minutes.
    bool read_hour_with_half() {
        if (time_.known || !is_number(0, 2)) return false;
        const std::size_t before = at_;
        const int hour = tokens_[at_++].value;
        time_ = {true, hour, 0, 0, 0};
        if (read_half_of_day()) return true;
        time_ = {};
        at_ = before;
        return false;
    }

    bool read_half_of_day() {
        const bool am = is_word(0, "am") || (is_word(0, "a") && is_sign(1, ".") && is_word(2, "m"));
        const bool pm = is_word(0, "pm") || (is_word(0, "p") && is_sign(1, ".") && is_word(2, "m"));
        if ((!am && !pm) || time_.hour > 12) return false;
        at_ += is_word(0, "a") || is_word(0, "p") ? 3 : 1;
        if (time_.hour == 12) time_.hour = 0;
        if (pm) time_.hour += 12;
        return true;
    }

    // Three numbers with the same sign between them.
    bool read_numeric_day() {
        if (!is_sign(1, "/.-") || !is_number(2) || !is_sign(3, peek(1)->word) || !is_number(4))
            return false;
        if (has_year()) return false;
        const Token a = *peek(0);
        const Token b = *peek(2);
        const Token c = *peek(4);
        const bool dots = is_sign(1, ".");
        if (a.digits != 4 && a.value > 12 && b.value > 12) return false;
        at_ += 5;
        if (a.digits == 4) {
            year_ = a.value;
            month_ = b.value;
            day_ = c.value;
            return true;
        }
        year_ = whole_year(c);
        const bool month_first = b.value > 12;
        const bool day_first = !month_first && (dots || a.value > 12 || a.value == b.value);
        if (!day_first && !month_first) {
            undecided_ = a.value >= 1 && b.value >= 1;
            return undecided_;
        }
        day_ = day_first ? a.value : b.value;
        month_ = day_first ? b.value : a.value;
        return true;
    }

    bool read_word(const std::string& word) {
        const bool morning = is_one_of(word, {"오전", "午前", "上午"});
        if (morning || is_one_of(word, {"오후", "午後", "下午"})) {
            half_of_day_ = morning ? 0 : 12;
            ++at_;
            return true;
        }
        if (word == "thang" && month_ == 0 && is_number(1, 2)) {  // Vietnamese: month seven
            month_ = peek(1)->value;
            month_is_word_ = true;
            at_ += 2;
            return true;
        }
        if (const int month = month_of(word); month != 0 && month_ == 0) {
            month_ = month;
            month_is_word_ = true;
            ++at_;
            return true;
        }
        if (const auto offset = zone_offset(word); offset && time_.known) {
            offset_ = *offset;
            ++at_;
            if (is_sign(0, "+-") && is_number(1)) return read_offset();
            return true;
        }
        ++at_;
        if (is_weekday(word) || is_date_filler(word)) return true;
        if (word == "t" && has_year()) return true;
        // A zone of an unknown name after the time.
        if (!time_.known && !zone_unknown_) return false;
        time_.known = false;
        zone_unknown_ = true;
        return word.size() <= 12;
    }

    // +0200, +02:00, -5
    bool read_offset() {
        const bool west = is_sign(0, "-");
        const Token number = *peek(1);
        // A year after a dash is no offset: "18:09 15-Apr-93".
        const bool is_year = number.digits == 2 && month_ != 0 && !has_year();
        if (is_year || number.digits == 3 || (number.digits == 4 && number.value > 1459)) {
            ++at_;
            return true;
        }
        at_ += 2;
        int minutes =
            number.digits == 4 ? number.value / 100 * 60 + number.value % 100 : number.value * 60;
        if (number.digits <= 2 && is_sign(0, ":") && is_number(1, 2)) {
            minutes += peek(1)->value;
            at_ += 2;
        }
        offset_ = west ? -minutes : minutes;
        return true;
    }

    [[nodiscard]] bool has_year() const {
        if (year_) return true;
        return std::any_of(
                   numbers_.begin(), numbers_.end(), [](const Token& n) { return n.digits >= 4; }
               ) ||
               (month_ != 0 && numbers_.size() == 2);
    }

    // Gives the loose numbers beside a month's name their meaning.
    bool settle_numbers() {
        if (numbers_.empty()) return true;
        if (!month_is_word_) return numbers_.size() == 1 && numbers_[0].digits == 4 && take_year(0);
        if (numbers_.size() == 1) return numbers_[0].digits == 4 && take_year(0);
        const bool year_first = numbers_[0].digits == 4 || numbers_[0].value > 31;
        if (numbers_[year_first ? 1 : 0].digits > 2) return false;
        day_ = numbers_[year_first ? 1 : 0].value;
        return day_ != 0 && take_year(year_first ? 0 : 1);
    }

    bool take_year(std::size_t index) {
        if (year_) return false;
        year_ = whole_year(numbers_[index]);
        return true;
    }

    std::optional<Date> result() {
        if (!settle_numbers() || !year_) return std::nullopt;
        if (is_thai_ && *year_ > 2400) *year_ -= 543;  // counted from the Buddha's death
        if (undecided_ || month_ == 0) return day_ == 0 ? make_date(*year_) : std::nullopt;
        if (day_ == 0) return make_date(*year_, month_);
        if (!time_.known) return make_date(*year_, month_, day_);
        return make_instant(
            *year_, month_, day_, time_.hour, time_.minute, time_.second, time_.millisecond, offset_
        );
    }

    std::vector<Token> tokens_;
    bool is_thai_;
    std::size_t at_ = 0;
    std::vector<Token> numbers_;
    std::optional<int> year_;
    int month_ = 0;
    int day_ = 0;
    bool month_is_word_ = false;
    bool undecided_ = false;
    bool zone_unknown_ = false;
    TimeOfDay time_;
    std::optional<int> half_of_day_;  // hours to add to the hour that follows
    int offset_ = 0;
};

std::string_view trim(std::string_view text) {
    constexpr std::string_view kBlanks = " \t\r\n";
    const auto first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

// Digits only (or a sign and digits): a Unix time, or a day and time written together.
std::optional<Date> parse_digits(std::string_view text) {
    const std::size_t size = text.size();
    if (size < 8) return std::nullopt;
    if (size == 8) return parse_iso_date(text);
    if (size == 14 || size == 12) {
        const std::string spelt =
            std::string(text.substr(0, 8)) + 'T' + std::string(text.substr(8));
        const auto date = parse_iso_date(spelt);
        if (date && date->begin_ms > 0 && (text.starts_with("19") || text.starts_with("20")))
            return date;
    }
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + size, number);
    if (error != std::errc() || end != text.data() + size) return std::nullopt;
    if (size <= 11) return instant_from_unix_ms(number * 1000);
    return size <= 14 ? instant_from_unix_ms(number) : std::nullopt;
}

// Digits of `count` at `offset`, ended by something else; -1 otherwise.
int url_number(std::string_view url, std::size_t offset, std::size_t count) {
    if (offset + count > url.size()) return -1;
    int value = 0;
    const char* const begin = url.data() + offset;
    const auto [end, error] = std::from_chars(begin, begin + count, value);
    if (error != std::errc() || end != begin + count) return -1;
    return value;
}

bool ends_number(std::string_view url, std::size_t offset) {
    return offset >= url.size() || !is_digit(url[offset]);
}

// What stands at `offset` of a path, after a sign that is no digit.
std::optional<Date> url_date_at(std::string_view url, std::size_t offset) {
    const int year = url_number(url, offset, 4);
    if (year < 1980 || year > 2100) return std::nullopt;
    std::size_t at = offset + 4;
    if (at >= url.size()) return std::nullopt;
    if (is_digit(url[at])) {
        if (!ends_number(url, at + 4)) return std::nullopt;
        return make_date(year, url_number(url, at, 2), url_number(url, at + 2, 2));
    }
    const char sign = url[at++];
    if (sign != '/' && sign != '-' && sign != '_') return std::nullopt;
    std::size_t size = 0;
    while (at + size < url.size() && url[at + size] != sign)
        ++size;
    const std::string_view part = url.substr(at, size);
    const bool digits =
        part.size() >= 1 && part.size() <= 2 && std::all_of(part.begin(), part.end(), is_digit);
    if (!digits && sign != '/') return std::nullopt;
    const int month = digits ? url_number(url, at, size) : month_of(fold_date_word(part));
    if (month < 1 || month > 12) return std::nullopt;
    at += size + 1;
    for (const std::size_t day_digits : {2U, 1U}) {
        const int day = url_number(url, at, day_digits);
        if (day < 1 || !ends_number(url, at + day_digits)) continue;
        if (const auto date = make_date(year, month, day)) return date;
    }
    return sign == '/' && at <= url.size() ? make_date(year, month) : std::nullopt;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
    text = trim(text);
    if (text.size() < 4 || text.size() > kDateBytesMax || !is_utf8(text)) return std::nullopt;
    if (const auto date = parse_iso_date(text)) return date;
    if (std::all_of(text.begin(), text.end(), is_digit)) return parse_digits(text);
    const bool is_thai = text.find("\xE0\xB8") != std::string_view::npos;
    if (text.find_first_of("\xD8\xD9\xDB") == std::string_view::npos) {
        return DateReader(tokens_of(text), is_thai).read();
    }
    return DateReader(tokens_of(with_ascii_digits(text)), is_thai).read();
}

std::optional<Date> date_in_url(std::string_view url) {
    const std::size_t scheme = url.find("://");
    std::size_t at = url.find('/', scheme == std::string_view::npos ? 0 : scheme + 3);
    url = url.substr(0, url.find_first_of("?#"));
    for (; at < url.size(); ++at) {
        if (is_digit(url[at]) || at + 1 >= url.size() || !is_digit(url[at + 1])) continue;
        if (const auto date = url_date_at(url, at + 1)) return date;
    }
    return std::nullopt;
}

bool is_believable(const Date& date, const Date& now) {
    static const std::int64_t kFirstNewspapers = make_date(1600)->begin_ms;
    return date.begin_ms >= kFirstNewspapers && date.begin_ms <= now.begin_ms + 2 * kMsPerDay;
}

}  // namespace broadsheet
