#include "indexer/formats/xml_tree.h"

#include <algorithm>
#include <climits>
#include <mutex>

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>

#include "common/ascii.h"
#include "common/utf8.h"
#include "indexer/formats/entities.h"
#include "indexer/formats/html_body.h"
#include "indexer/formats/paragraphs.h"
#include "indexer/formats/text_encoding.h"

namespace broadsheet {

namespace {

constexpr std::size_t kNowhere = std::string_view::npos;
constexpr std::size_t kHeadBytes = 4096;

std::string_view as_view(const xmlChar* text) {
    return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

// Behind "<!DOCTYPE ... [ ... ]>" when `xml` begins with it. Declarations in it are not read, so no
// entity can expand.
std::size_t doctype_end(std::string_view xml) {
    bool subset = false;
    char quote = '\0';
    for (std::size_t i = 0; i < xml.size(); ++i) {
        const char c = xml[i];
        if (quote != '\0') {
            if (c == quote) quote = '\0';
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '[') {
            subset = true;
        } else if (c == ']') {
            subset = false;
        } else if (c == '>' && !subset) {
            return i + 1;
        }
    }
    return xml.size();
}

// The reference at the start of `text` as XML may have it: its own kept, those of HTML replaced, a
// lone ampersand escaped. Sets `size` to what was read.
std::string reference(std::string_view text, std::size_t& size) {
    const std::size_t end = text.substr(0, 12).find(';');
    size = 1;
    if (end == kNowhere || end < 2) return "&amp;";
    const std::string name(text.substr(1, end - 1));
    const bool letters = std::all_of(name.begin(), name.end(), [](char c) {
        return is_ascii_letter(c) || is_ascii_digit(c);
    });
    if (name[0] == '#') {
        // As HTML reads it: "&#X41;", "&#150;" in windows-1252, nothing for control characters.
        size = end + 1;
        std::string out = decode_entities(text.substr(0, size));
        if (out == "<") return "&lt;";
        return out.starts_with('&') ? "&amp;" + out.substr(1) : out;
    }
    if (!letters) return "&amp;";
    if (name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "apos") {
        size = end + 1;
        return std::string(text.substr(0, size));
    }
    const auto* entity = htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
    if (entity == nullptr) return "&amp;";
    size = end + 1;
    std::string out;
    append_utf8(out, entity->value);
    return out;
}

// Text a strict parser would stumble over without need: control characters, names of HTML entities,
// the document type.
std::string made_readable(std::string_view xml) {
    std::string out;
    out.reserve(xml.size() + 64);
    for (std::size_t i = 0; i < xml.size();) {
        const char c = xml[i];
        if (c == '<') {
            const std::string_view rest = xml.substr(i);
            if (starts_with_ignoring_case(rest, "<!doctype")) {
                i += doctype_end(rest);
                continue;
            }
            if (rest.starts_with("<![CDATA[")) {
                const std::size_t end = rest.find("]]>");
                const std::size_t size = end == kNowhere ? rest.size() : end + 3;
                for (const char inner : rest.substr(0, size))
                    out.push_back(
                        static_cast<unsigned char>(inner) < 0x20 && !is_ascii_blank(inner) ? ' '
                                                                                           : inner
                    );
                if (end == kNowhere) out += "]]>";
                i += size;
                continue;
            }
        }
        if (c == '&') {
            std::size_t size = 1;
            out += reference(xml.substr(i), size);
            i += size;
            continue;
        }
        out.push_back(static_cast<unsigned char>(c) < 0x20 && !is_ascii_blank(c) ? ' ' : c);
        ++i;
    }
    return out;
}

bool has_name(std::string_view full, std::string_view name) {
    if (equals_ignoring_case(full, name)) return true;
    if (name.find(':') != kNowhere) return false;
    const std::size_t colon = full.find(':');
    return colon != kNowhere && equals_ignoring_case(full.substr(colon + 1), name);
}

void add_text(const xmlNode* node, std::string& out) {
    for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
        if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) {
            out += as_view(child->content);
        } else if (child->type == XML_ELEMENT_NODE) {
            add_text(child, out);
        }
    }
}

void add_all(const xmlNode* from, std::string_view name, std::vector<const xmlNode*>& out) {
    for (const xmlNode* child = from->children; child != nullptr; child = child->next) {
        if (child->type != XML_ELEMENT_NODE) continue;
        if (xml_is(child, name)) out.push_back(child);
        add_all(child, name, out);
    }
}

bool has_elements(const xmlNode* node) {
    for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
        if (child->type == XML_ELEMENT_NODE) return true;
    }
    return false;
}

// The content as markup again, in names an HTML reader knows.
void add_markup(const xmlNode* node, std::string& out) {
    for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
        if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) {
            for (const char c : as_view(child->content)) {
                if (c == '<')
                    out += "&lt;";
                else if (c == '&')
                    out += "&amp;";
                else
                    out.push_back(c);
            }
        } else if (child->type == XML_ELEMENT_NODE) {
            std::string_view name = as_view(child->name);
            const std::size_t colon = name.find(':');
            if (colon != kNowhere) name.remove_prefix(colon + 1);
            const std::string tag =
                name == "block" || name == "para" || name == "paragraph" || name == "hl2"
                    ? "p"
                    : ascii_lower(name);
            // Other names would be printed where no name of HTML says that this is markup.
            if (!is_html_tag(tag)) {
                add_markup(child, out);
                continue;
            }
            out.append("<").append(tag).append(">");
            add_markup(child, out);
            if (tag != "br" && tag != "img" && tag != "hr")
                out.append("</").append(tag).append(">");
        }
    }
}

}  // namespace

XmlTree::XmlTree(std::string_view bytes) {
    static std::once_flag once;  // several threads may read their first tree at the same time
    std::call_once(once, xmlInitParser);
    const Utf8Text text = decode_text(bytes, xml_declared_encoding(bytes));
    const std::string_view body =
        text.view().substr(std::min(text.view().find('<'), text.view().size()));
    const std::string xml = made_readable(body);
    if (xml.empty() || xml.size() > INT_MAX) return;
    document_.reset(xmlReadMemory(
        xml.data(),
        static_cast<int>(xml.size()),
        nullptr,
        "UTF-8",
        XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
            XML_PARSE_NOCDATA
    ));
}

const xmlNode* XmlTree::root() const {
    return document_ ? xmlDocGetRootElement(document_.get()) : nullptr;
}

bool xml_is(const xmlNode* node, std::string_view name) {
    return node->type == XML_ELEMENT_NODE && has_name(as_view(node->name), name);
}

const xmlNode* xml_child(const xmlNode* parent, std::string_view name) {
    if (parent == nullptr) return nullptr;
    for (const xmlNode* child = parent->children; child != nullptr; child = child->next) {
        if (xml_is(child, name)) return child;
    }
    return nullptr;
}

const xmlNode* xml_path(const xmlNode* from, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names)
        from = xml_child(from, name);
    return from;
}

std::vector<const xmlNode*> xml_all(const xmlNode* from, std::string_view name) {
    std::vector<const xmlNode*> out;
    if (from != nullptr) add_all(from, name, out);
    return out;
}

const xmlNode* xml_first(const xmlNode* from, std::string_view name) {
    if (from == nullptr) return nullptr;
    for (const xmlNode* child = from->children; child != nullptr; child = child->next) {
        if (child->type != XML_ELEMENT_NODE) continue;
        if (xml_is(child, name)) return child;
        if (const xmlNode* found = xml_first(child, name)) return found;
    }
    return nullptr;
}

std::string xml_attribute(const xmlNode* node, std::string_view name) {
    if (node == nullptr) return {};
    for (const xmlAttr* attribute = node->properties; attribute != nullptr;
         attribute = attribute->next) {
        if (!has_name(as_view(attribute->name), name)) continue;
        std::string value;
        add_text(reinterpret_cast<const xmlNode*>(attribute), value);
        return clean_text(value);
    }
    return {};
}

std::string xml_raw_text(const xmlNode* node) {
    std::string out;
    if (node != nullptr) add_text(node, out);
    return out;
}

std::string xml_text(const xmlNode* node) {
    return clean_text(xml_raw_text(node));
}

std::vector<std::string> xml_paragraphs(const xmlNode* node) {
    if (node == nullptr) return {};
    if (!has_elements(node)) return body_paragraphs(xml_raw_text(node));
    std::string markup;
    add_markup(node, markup);
    return body_paragraphs(markup);
}

std::string_view xml_declared_encoding(std::string_view head) {
    head = head.substr(0, 400);
    const std::size_t declaration = head.find("<?xml");
    if (declaration == kNowhere) return {};
    head = head.substr(declaration, head.find("?>", declaration) - declaration);
    const std::size_t at = head.find("encoding");
    if (at == kNowhere) return {};
    const std::size_t open = head.find_first_of("\"'", at);
    if (open == kNowhere) return {};
    const std::size_t close = head.find(head[open], open + 1);
    return close == kNowhere ? std::string_view() : head.substr(open + 1, close - open - 1);
}

std::string_view xml_root_name(std::string_view head) {
    std::size_t at = head.substr(0, kHeadBytes).find('<');
    if (at == kNowhere || head.substr(0, at).find_first_not_of(" \t\r\n\xEF\xBB\xBF") != kNowhere)
        return {};
    while (at != kNowhere) {
        const std::string_view rest = head.substr(at);
        std::size_t next = 0;
        if (rest.starts_with("<!--")) {
            next = rest.find("-->");
        } else if (rest.starts_with("<!")) {
            next = doctype_end(rest);
        } else if (rest.starts_with("<?")) {
            next = rest.find("?>");
        } else {
            return rest.substr(1, rest.find_first_of(" \t\r\n/>") - 1);
        }
        if (next == kNowhere) return {};
        at = head.find('<', at + std::max<std::size_t>(next, 1));
    }
    return {};
}

}  // namespace broadsheet
