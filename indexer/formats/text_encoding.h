#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

/// UTF-8 text made from bytes: the bytes themselves where they were UTF-8 already, without a copy.
/// The bytes must outlive it then.
class Utf8Text {
public:
    static Utf8Text of(std::string_view bytes) { return Utf8Text(bytes); }

    static Utf8Text owning(std::string text) {
        Utf8Text result{std::string_view()};
        result.owned_ = std::move(text);
        result.is_owned_ = true;
        return result;
    }

    [[nodiscard]] std::string_view view() const { return is_owned_ ? owned_ : bytes_; }

private:
    explicit Utf8Text(std::string_view bytes) : bytes_(bytes) {}

    std::string_view bytes_;
    std::string owned_;
    bool is_owned_ = false;
};

/// True for the names of encodings that can be read.
bool is_known_encoding(std::string_view name);

/// The name of the encoding these bytes are in: that of a byte order mark; UTF-16 or UTF-32 by
/// where the zero bytes stand; UTF-8 when they are UTF-8; the declared one when there is such an
/// encoding; otherwise the one uchardet or ICU sees; otherwise windows-1252. Never empty.
/// A text mostly UTF-8 with a few stray bytes counts as UTF-8.
std::string choose_encoding(std::string_view bytes, std::string_view declared = {});

/// The bytes as UTF-8, without a byte order mark. Nothing is lost for what does not fit the
/// encoding: in UTF-8 stray bytes are read as windows-1252, in others as U+FFFD.
Utf8Text to_utf8(std::string_view bytes, std::string_view encoding);

/// The two together; where the text was encoded twice beyond doubt, that is undone.
Utf8Text decode_text(std::string_view bytes, std::string_view declared = {});

/// True when the bytes hold no text in any encoding: zero bytes or many control characters.
bool is_binary(std::string_view head);

}  // namespace broadsheet
