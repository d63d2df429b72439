// Rich Text Format as of version 1.9.1 (Microsoft, 2008), as far as text goes: groups, destinations
// that are no text, code pages and Unicode.

#include "indexer/formats/rtf.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "common/ascii.h"
#include "common/utf8.h"
#include "indexer/formats/extracted_text.h"
#include "indexer/formats/text_encoding.h"

namespace broadsheet {

namespace {

constexpr std::size_t kGroupsMax = 1000;  // deeper ones are read as part of the one around them

// Groups that begin so hold no text of the document.
constexpr std::array<std::string_view, 32> kNoText = {
    "fonttbl",   "colortbl",     "stylesheet",
    "info",      "pict",         "header",
    "headerl",   "headerr",      "headerf",
    "footer",    "footerl",      "footerr",
    "footerf",   "fldinst",      "object",
    "themedata", "listtable",    "listoverridetable",
    "rsidtbl",   "generator",    "datastore",
    "xmlnstbl",  "latentstyles", "filetbl",
    "revtbl",    "annotation",   "colorschememapping",
    "datafield", "mmathPr",      "nonshppict",
    "shpinst",   "bkmkstart"};

struct Symbol {
    std::string_view word;
    std::string_view text;
};

constexpr std::array<Symbol, 12> kSymbols = {{
    {"line", "\n"},
    {"tab", "\t"},
    {"cell", "\t"},
    {"emdash", "—"},
    {"endash", "–"},
    {"lquote", "‘"},
    {"rquote", "’"},
    {"ldblquote", "“"},
    {"rdblquote", "”"},
    {"bullet", "•"},
    {"emspace", " "},
    {"enspace", " "},
}};

struct Group {
    bool no_text = false;
    int bytes_for_unicode = 1;  // characters that stand behind \u for programs that know no Unicode
};

class RtfReader {
public:
    explicit RtfReader(std::string_view rtf) : rtf_(rtf) { text_.begin_paragraph(0); }

    ExtractedText read() {
        while (at_ < rtf_.size())
            read_next();
        flush();
        return std::move(text_);
    }

private:
    void read_next() {
        const char c = rtf_[at_];
        if (c == '{' || c == '}') {
            ++at_;
            flush();
            c == '{' ? open_group() : close_group();
        } else if (c == '\\') {
            ++at_;
            read_control();
        } else {
            ++at_;
            if (c != '\r' && c != '\n' && c != '\0') add_byte(c);
        }
    }

    void open_group() {
        if (groups_.size() >= kGroupsMax) {
            ++too_deep_;
        } else {
            groups_.push_back(group());
        }
        to_skip_ = 0;
    }

    void close_group() {
        if (too_deep_ > 0) {
            --too_deep_;
        } else if (groups_.size() > 1) {
            groups_.pop_back();
        }
        to_skip_ = 0;
    }

    Group& group() { return groups_.back(); }

    void read_control() {
        if (at_ >= rtf_.size()) return;
        const char c = rtf_[at_];
        if (is_ascii_letter(c)) return read_word();
        ++at_;
        switch (c) {
            case '\'':
                return read_hex();
            case '*':
                group().no_text = true;
                return;
            case '~':
                return add_byte(' ');
            case '_':
                return add_byte('-');
            case '\r':
            case '\n':
                return begin_paragraph();
            case '\\':
            case '{':
            case '}':
                return add_byte(c);
            default:
                return;
        }
    }

    void read_hex() {
        unsigned value = 0;
        const std::string_view digits = rtf_.substr(at_, 2);
        const auto [end, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
        at_ += static_cast<std::size_t>(end - digits.data());
        if (error == std::errc()) add_byte(static_cast<char>(value));
    }

    void read_word() {
        const std::size_t begin = at_;
        while (at_ < rtf_.size() && is_ascii_letter(rtf_[at_]))
            ++at_;
        const std::string_view word = rtf_.substr(begin, at_ - begin);
        std::optional<int> number;
        int value = 0;
        const auto [end, error] =
            std::from_chars(rtf_.data() + at_, rtf_.data() + rtf_.size(), value);
        if (error == std::errc()) {
            number = value;
            at_ = static_cast<std::size_t>(end - rtf_.data());
        }
        if (at_ < rtf_.size() && rtf_[at_] == ' ') ++at_;
        obey(word, number);
    }

    void obey(std::string_view word, std::optional<int> number) {
        if (word == "par" || word == "sect" || word == "page" || word == "row") {
            begin_paragraph();
        } else if (word == "u" && number) {
            add_unicode(*number);
        } else if (word == "uc" && number) {
            group().bytes_for_unicode = std::clamp(*number, 0, 16);
        } else if (word == "bin" && number) {
            at_ += std::min<std::size_t>(
                static_cast<std::size_t>(std::max(*number, 0)), rtf_.size() - at_
            );
        } else if (word == "ansicpg" && number) {
            encoding_ = fmt::format("windows-{}", *number);
        } else if (word == "mac") {
            encoding_ = "macintosh";
        } else if (std::find(kNoText.begin(), kNoText.end(), word) != kNoText.end()) {
            group().no_text = true;
        } else {
            const auto* const symbol = std::find_if(
                kSymbols.begin(), kSymbols.end(), [&](const Symbol& s) { return s.word == word; }
            );
            if (symbol != kSymbols.end()) add_text(symbol->text);
        }
    }

    void begin_paragraph() {
        flush();
        if (!group().no_text) text_.begin_paragraph(at_);
    }

    void add_byte(char c) {
        if (group().no_text) return;
        if (to_skip_ > 0) {
            --to_skip_;
            return;
        }
        bytes_.push_back(c);
    }

    void add_text(std::string_view text) {
        flush();
        if (!group().no_text) text_.add(text);
    }

    // A number of 16 bits with a sign; what lies beyond comes as two.
    void add_unicode(int number) {
        const auto unit = static_cast<char32_t>(static_cast<std::uint16_t>(number));
        flush();
        to_skip_ = group().bytes_for_unicode;
        if (group().no_text) return;
        if (unit >= 0xD800 && unit < 0xDC00) {
            high_ = unit;
            return;
        }
        std::string text;
        const bool low = unit >= 0xDC00 && unit < 0xE000;
        if (low && high_ != 0)
            append_utf8(text, 0x10000 + ((high_ - 0xD800) << 10U) + unit - 0xDC00);
        if (!low) append_utf8(text, unit);
        high_ = 0;
        text_.add(text);
    }

    // Bytes of several can make one character, so that they are decoded together.
    void flush() {
        if (bytes_.empty()) return;
        text_.add(to_utf8(bytes_, encoding_).view());
        bytes_.clear();
    }

    std::string_view rtf_;
    std::size_t at_ = 0;
    std::vector<Group> groups_ = {{}};
    std::size_t too_deep_ = 0;
    std::string encoding_ = "windows-1252";
    std::string bytes_;
    int to_skip_ = 0;
    char32_t high_ = 0;
    ExtractedText text_;
};

class Rtf : public Format {
public:
    [[nodiscard]] std::string_view name() const override { return "rtf"; }

    [[nodiscard]] std::string_view help() const override {
        return "Rich Text Format (.rtf), as press databases give their articles out";
    }

    [[nodiscard]] int taste(const Sample& sample) const override {
        return trimmed(sample.head.substr(0, 64)).starts_with("{\\rtf") ? 95 : 0;
    }

    void read(const Piece& piece, ArticleSink& sink) const override {
        read_extracted(RtfReader(piece.bytes).read(), piece, sink);
    }
};

}  // namespace

const Format& rtf_format() {
    static const Rtf kFormat;
    return kFormat;
}

}  // namespace broadsheet
