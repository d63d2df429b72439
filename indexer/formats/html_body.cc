#include "indexer/formats/html_body.h"

#include <algorithm>
#include <array>

#include "common/ascii.h"
#include "indexer/formats/entities.h"
#include "indexer/formats/html/html_text.h"
#include "indexer/formats/paragraphs.h"

namespace broadsheet {

namespace {

constexpr std::array<std::string_view, 78> kTags = {
    "a",      "abbr",  "acronym",    "address", "applet",   "article", "audio",   "b",
    "big",    "blink", "blockquote", "body",    "br",       "center",  "cite",    "code",
    "dd",     "del",   "div",        "dl",      "dt",       "em",      "embed",   "figcaption",
    "figure", "font",  "footer",     "frame",   "frameset", "h1",      "h2",      "h3",
    "h4",     "h5",    "h6",         "header",  "hr",       "html",    "i",       "iframe",
    "img",    "ins",   "kbd",        "label",   "li",       "link",    "marquee", "math",
    "meta",   "nobr",  "noscript",   "object",  "ol",       "p",       "picture", "pre",
    "q",      "s",     "samp",       "script",  "section",  "small",   "span",    "strike",
    "strong", "style", "sub",        "sup",     "table",    "tbody",   "td",      "th",
    "thead",  "tr",    "tt",         "u",       "ul",       "video"};

// The name in "<name ...>" or "</name>".
std::string_view tag_name(std::string_view text) {
    const std::size_t start = text.starts_with("</") ? 2 : 1;
    std::size_t end = start;
    while (end < text.size() && end < start + 12 &&
           (is_ascii_letter(text[end]) || is_ascii_digit(text[end]))) {
        ++end;
    }
    return text.substr(std::min(start, text.size()), end - start);
}

}  // namespace

bool is_html_tag(std::string_view name) {
    return std::any_of(kTags.begin(), kTags.end(), [&](std::string_view tag) {
        return equals_ignoring_case(name, tag);
    });
}

bool looks_like_html(std::string_view text) {
    for (std::size_t at = text.find('<'); at != std::string_view::npos;
         at = text.find('<', at + 1)) {
        const std::string_view rest = text.substr(at);
        const std::string_view name = tag_name(rest);
        const auto after = static_cast<std::size_t>(name.data() - rest.data()) + name.size();
        if (name.empty() || after >= rest.size() || !is_html_tag(name)) continue;
        if (rest[after] == '>' || rest[after] == '/' || is_ascii_blank(rest[after])) return true;
    }
    return false;
}

std::vector<std::string> body_paragraphs(std::string_view text) {
    if (looks_like_html(text)) return html_to_paragraphs(text);
    if (text.find('&') == std::string_view::npos) return paragraphs_of(text);
    return paragraphs_of(decode_entities(text));
}

std::string plain_of_html(std::string_view text) {
    if (!looks_like_html(text)) return clean_text(decode_entities(text));
    std::string out;
    for (const std::string& paragraph : html_to_paragraphs(text)) {
        if (!out.empty()) out.push_back(' ');
        out += paragraph;
    }
    return clean_text(out);
}

}  // namespace broadsheet
