#include "common/dates/date_reader.h"

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "common/dates/date_words.h"

namespace broadsheet {

namespace {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

int whole_year(const DateToken& number) {
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
    explicit DateReader(std::vector<DateToken> tokens, bool is_thai)
        : tokens_(std::move(tokens)), is_thai_(is_thai) {}

    std::optional<Date> read() {
        while (at_ < tokens_.size()) {
            if (!read_one()) return std::nullopt;
        }
        return result();
    }

private:
    [[nodiscard]] const DateToken* peek(std::size_t ahead = 0) const {
        return at_ + ahead < tokens_.size() ? &tokens_[at_ + ahead] : nullptr;
    }

    [[nodiscard]] bool is_sign(std::size_t ahead, std::string_view signs) const {
        const DateToken* token = peek(ahead);
        return token != nullptr && token->kind == DateTokenKind::sign &&
               signs.find(token->word) != std::string_view::npos;
    }

    [[nodiscard]] bool is_number(std::size_t ahead, std::size_t digits_max = 4) const {
        const DateToken* token = peek(ahead);
        return token != nullptr && token->kind == DateTokenKind::number &&
               token->digits <= digits_max;
    }

    [[nodiscard]] bool is_word(std::size_t ahead, std::string_view word) const {
        const DateToken* token = peek(ahead);
        return token != nullptr && token->kind == DateTokenKind::word && token->word == word;
    }

    bool read_one() {
        const DateToken& token = tokens_[at_];
        if (token.kind == DateTokenKind::number) return read_number();
        if (token.kind == DateTokenKind::word) return read_word(token.word);
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
        const DateToken* unit = peek(1);
        if (unit == nullptr || unit->kind != DateTokenKind::word) return false;
        const int value = tokens_[at_].value;
        if (unit->word == "年" || unit->word == "년") {
            year_ = value + era_start_;
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
        const DateToken& digits = *peek(1);
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
        const DateToken a = *peek(0);
        const DateToken b = *peek(2);
        const DateToken c = *peek(4);
        const bool dots = is_sign(1, ".");
        if (a.digits != 4 && a.value > 12 && b.value > 12) return false;
        if (a.value < 1 || b.value < 1) return false;  // before anything is taken
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
            undecided_ = true;
            return true;
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
        if (read_era(word)) return true;
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

    // 平成31年; the first year of an era has a sign of its own, 令和元年.
    bool read_era(std::string_view word) {
        constexpr std::string_view kFirst = "元";
        const bool is_first = word.ends_with(kFirst);
        if (is_first) word.remove_suffix(kFirst.size());
        const auto start = era_start(word);
        if (!start || year_) return false;
        era_start_ = *start;
        ++at_;
        if (is_first && is_word(0, "年")) {
            year_ = *start + 1;
            ++at_;
        }
        return true;
    }

    // +0200, +02:00, -5
    bool read_offset() {
        const bool west = is_sign(0, "-");
        const DateToken number = *peek(1);
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
                   numbers_.begin(),
                   numbers_.end(),
                   [](const DateToken& n) { return n.digits >= 4; }
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

    std::vector<DateToken> tokens_;
    bool is_thai_;
    std::size_t at_ = 0;
    std::vector<DateToken> numbers_;
    std::optional<int> year_;
    int era_start_ = 0;  // what the year of an era is counted from
    int month_ = 0;
    int day_ = 0;
    bool month_is_word_ = false;
    bool undecided_ = false;
    bool zone_unknown_ = false;
    TimeOfDay time_;
    std::optional<int> half_of_day_;  // hours to add to the hour that follows
    int offset_ = 0;
};

}  // namespace

std::optional<Date> read_date(std::vector<DateToken> tokens, bool is_thai) {
    return DateReader(std::move(tokens), is_thai).read();
}

}  // namespace broadsheet
