#include "searcher/query/printed_form.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "common/utf8.h"

namespace broadsheet {

namespace {

bool is_apostrophe(char32_t c) {
    return c == U'\u2019' || c == U'\u2018' || c == U'\u02BC' || c == U'\uFF07';
}

}  // namespace

std::string printed_form(std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_utf8(text, at);
        at += point.length;
        const char32_t c = point.value;
        if (c == U'\u00AD' || c == U'\u200B' || c == U'\u200D' || c == U'\uFEFF') continue;
        if (c <= U' ' || c == U'\u00A0' || c == U'\u3000' || (c >= U'\u2000' && c <= U'\u200A')) {
            if (!plain.empty() && plain.back() != ' ') plain.push_back(' ');
        } else {
            append_utf8(plain, is_apostrophe(c) ? U'\'' : c);
        }
    }
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* composer = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status)) return plain;
    std::string composed;
    composer->normalize(icu::UnicodeString::fromUTF8(plain), status).toUTF8String(composed);
    return U_FAILURE(status) ? plain : composed;
}

}  // namespace broadsheet
