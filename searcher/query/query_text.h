#pragma once

#include <cstddef>
#include <string_view>

#include "common/utf8.h"

namespace broadsheet {

/// A query text, well-formed UTF-8, by its characters. The text must outlive it.
class QueryText {
public:
    explicit QueryText(std::string_view text) : text_(text) {}

    [[nodiscard]] std::size_t size() const { return text_.size(); }

    /// The character at a byte; a blank behind the end.
    [[nodiscard]] char32_t character(std::size_t offset) const {
        return offset < text_.size() ? decode_utf8(text_, offset).value : U' ';
    }

    [[nodiscard]] std::size_t length_at(std::size_t offset) const {
        return decode_utf8(text_, offset).length;
    }

    /// The character that ends at a byte; a blank before the beginning.
    [[nodiscard]] char32_t before(std::size_t offset) const;

    [[nodiscard]] bool between_word_characters(std::size_t offset) const;

private:
    std::string_view text_;
};

/// White space and control characters.
bool is_query_blank(char32_t c);

}  // namespace broadsheet
