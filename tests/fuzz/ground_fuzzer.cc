// What both programs stand on, fed with anything: repaired text is UTF-8, dates and stored articles
// read back what was written, terms fit into the index.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "broadsheet/date.h"
#include "broadsheet/error.h"
#include "common/fields.h"
#include "common/stored_article.h"
#include "common/utf8.h"

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

void check_text(std::string_view text) {
    require(broadsheet::is_utf8(broadsheet::repair_utf8(text)));
    for (std::size_t size = 0; size < 8; ++size)
        require(broadsheet::utf8_prefix(text, size).size() <= size);
    std::size_t code_points = 0;
    bool well_formed = true;
    for (std::size_t i = 0; i < text.size(); ++code_points) {
        const auto c = broadsheet::decode_utf8(text, i);
        well_formed = well_formed && c.valid;
        i += c.length;
    }
    require(well_formed == broadsheet::is_utf8(text));
    require(!well_formed || code_points == broadsheet::utf8_length(text));
}

void check_date(std::string_view text) {
    const auto date = broadsheet::parse_iso_date(text);
    if (!date) return;
    require(broadsheet::parse_iso_date(broadsheet::to_iso(*date)) == date);
    require(broadsheet::end_ms(*date) >= date->begin_ms);
}

void check_terms(std::string_view text) {
    for (const auto& field : broadsheet::fields()) {
        const std::string term = broadsheet::exact_term(field, text);
        require(term.size() <= broadsheet::kTermBytesMax && term.starts_with(field.prefix));
    }
    require(broadsheet::host_of(text).find('/') == std::string::npos);
}

void check_stored_article(std::string_view json) {
    try {
        const auto article = broadsheet::parse_article_json(json);
        std::string written;
        broadsheet::append_article_json(written, article);
        require(broadsheet::parse_article_json(written) == article);
    } catch (const broadsheet::Error& error) {
        require(error.kind() == broadsheet::ErrorKind::corrupt);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    check_text(text);
    check_date(text);
    check_terms(text);
    check_stored_article(text);
    return 0;
}
