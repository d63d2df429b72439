#include <algorithm>
#include <array>

#include "indexer/formats/anpa_1312.h"
#include "indexer/formats/csv.h"
#include "indexer/formats/docx.h"
#include "indexer/formats/factiva.h"
#include "indexer/formats/feed.h"
#include "indexer/formats/format.h"
#include "indexer/formats/html/html_page.h"
#include "indexer/formats/iptc_7901.h"
#include "indexer/formats/json.h"
#include "indexer/formats/lexisnexis.h"
#include "indexer/formats/mail.h"
#include "indexer/formats/markdown.h"
#include "indexer/formats/mediawiki.h"
#include "indexer/formats/newsml_1.h"
#include "indexer/formats/newsml_g2.h"
#include "indexer/formats/nitf.h"
#include "indexer/formats/odt.h"
#include "indexer/formats/plain_text.h"
#include "indexer/formats/profiles/profile_store.h"
#include "indexer/formats/proquest.h"
#include "indexer/formats/reuters_sgml.h"
#include "indexer/formats/rtf.h"
#include "indexer/formats/story.h"
#include "indexer/formats/token_xml.h"
#include "indexer/formats/trec_sgml.h"
#include "indexer/formats/wikitext_page.h"
#include "indexer/formats/xml_records.h"

namespace broadsheet {

std::size_t Format::cut(std::string_view) const {
    return 0;
}

// The surest marks first; plain text, which takes anything, last.
std::span<const Format* const> all_formats() {
    static const std::array kFormats = {
        &anpa_1312_format(),     &iptc_7901_format(),    &mediawiki_format(),
        &wordpress_wxr_format(), &reuters_sgml_format(), &nitf_format(),
        &newsml_g2_format(),     &newsml_1_format(),     &docx_format(),
        &odt_format(),           &rtf_format(),          &token_xml_format(),
        &trec_sgml_format(),     &mail_format(),         &story_format(),
        &lexisnexis_format(),    &factiva_format(),      &proquest_format(),
        &json_lines_format(),    &json_format(),         &feed_format(),
        &xml_records_format(),   &html_page_format(),    &markdown_format(),
        &wikitext_format(),      &csv_format(),          &plain_text_format(),
    };
    return kFormats;
}

const Format* choose_format(const Sample& sample, std::span<const Format* const> preferred) {
    for (const Format* format : preferred) {
        if (format->taste(sample) > 0) return format;
    }
    const Format* best = nullptr;
    int highest = 0;
    for (const auto formats : {all_formats(), shipped_profile_formats()}) {
        for (const Format* format : formats) {
            const int taste = format->taste(sample);
            if (taste <= highest) continue;
            best = format;
            highest = taste;
        }
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
