#include "searcher/query/query_text.h"

#include <unicode/uchar.h>

#include "searcher/query/operators.h"

namespace broadsheet {

char32_t QueryText::before(std::size_t offset) const {
    if (offset == 0) return U' ';
    std::size_t start = offset - 1;
    while (start > 0 && (static_cast<unsigned char>(text_[start]) & 0xC0) == 0x80)
        --start;
    return character(start);
}

bool QueryText::between_word_characters(std::size_t offset) const {
    return is_word_character(before(offset)) &&
           is_word_character(character(offset + length_at(offset)));
}

bool is_query_blank(char32_t c) {
    const auto point = static_cast<UChar32>(c);
    return u_isUWhiteSpace(point) || u_iscntrl(point);
}

}  // namespace broadsheet
