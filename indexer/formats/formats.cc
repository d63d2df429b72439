#include <algorithm>
#include <array>

#include "indexer/formats/format.h"
#include "indexer/formats/html/html_page.h"
#include "indexer/formats/json.h"
#include "indexer/formats/mail.h"
#include "indexer/formats/plain_text.h"
#include "indexer/formats/reuters_sgml.h"
#include "indexer/formats/trec_sgml.h"

namespace broadsheet {

std::size_t Format::cut(std::string_view) const {
    return 0;
}

// The surest marks first; plain text, which takes anything, last.
std::span<const Format* const> all_formats() {
    static const std::array kFormats = {
        &reuters_sgml_format(),
        &trec_sgml_format(),
        &mail_format(),
        &html_page_format(),
        &json_lines_format(),
        &json_format(),
        &plain_text_format(),
    };
    return kFormats;
}

const Format* choose_format(const Sample& sample) {
    const Format* best = nullptr;
    int highest = 0;
    for (const Format* format : all_formats()) {
        const int taste = format->taste(sample);
        if (taste <= highest) continue;
        best = format;
        highest = taste;
    }
    return best;
}

const Format* find_format(std::string_view name) {
    const auto formats = all_formats();
    const auto found = std::find_if(formats.begin(), formats.end(), [&](const Format* format) {
        return format->name() == name;
    });
    return found == formats.end() ? nullptr : *found;
}

}  // namespace broadsheet
