#include "indexer/formats/html/html_tree.h"

#include <algorithm>

#include "common/utf8.h"

namespace broadsheet::html {

std::string_view Tree::attribute(std::size_t node, Attribute name) const {
    const Node& n = nodes_[node];
    for (std::uint32_t i = n.attributes; i < n.attributes + n.attribute_count; ++i) {
        if (attributes_[i].name == name) return attributes_[i].value;
    }
    return {};
}

bool Tree::has(std::size_t node, Attribute name) const {
    const Node& n = nodes_[node];
    for (std::uint32_t i = n.attributes; i < n.attributes + n.attribute_count; ++i) {
        if (attributes_[i].name == name) return true;
    }
    return false;
}

std::string Tree::text(std::size_t node) const {
    std::string out;
    const std::size_t end = std::min<std::size_t>(nodes_[node].end, node + kTextNodesMax);
    for (std::size_t i = node; i < end && out.size() < kTextMax; ++i) {
        const Node& n = nodes_[i];
        if (n.tag == Tag::text) {
            append_collapsed(out, utf8_prefix(n.text, kTextMax));
        } else if (n.tag == Tag::script || n.tag == Tag::svg) {
            i = n.end - 1;
        } else if (is_block(n.tag) || n.tag == Tag::br) {
            append_collapsed(out, " ");
        }
    }
    while (!out.empty() && out.back() == ' ')
        out.pop_back();
    return out;
}

bool is_block(Tag tag) {
    switch (tag) {
        case Tag::address:
        case Tag::article:
        case Tag::aside:
        case Tag::blockquote:
        case Tag::body:
        case Tag::caption:
        case Tag::center:
        case Tag::dd:
        case Tag::details:
        case Tag::dialog:
        case Tag::div:
        case Tag::dl:
        case Tag::dt:
        case Tag::fieldset:
        case Tag::figcaption:
        case Tag::figure:
        case Tag::footer:
        case Tag::form:
        case Tag::h1:
        case Tag::h2:
        case Tag::h3:
        case Tag::h4:
        case Tag::h5:
        case Tag::h6:
        case Tag::head:
        case Tag::header:
        case Tag::hr:
        case Tag::html:
        case Tag::legend:
        case Tag::li:
        case Tag::main:
        case Tag::menu:
        case Tag::nav:
        case Tag::ol:
        case Tag::option:
        case Tag::p:
        case Tag::pre:
        case Tag::section:
        case Tag::summary:
        case Tag::table:
        case Tag::tbody:
        case Tag::td:
        case Tag::tfoot:
        case Tag::th:
        case Tag::thead:
        case Tag::title:
        case Tag::tr:
        case Tag::ul:
            return true;
        default:
            return false;
    }
}

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

/// The length of a mark at the beginning of `text` that is no part of the word around it, 0 where
/// there is none: a byte order mark in the middle, a place where a long word may be broken. In Thai
/// and Khmer that place is the border of two words, and stays.
static std::size_t invisible_size(std::string_view before, std::string_view text) {
    if (text.starts_with("\uFEFF") || text.starts_with("\u2060")) return 3;
    const bool in_ascii = before.empty() || static_cast<unsigned char>(before.back()) < 0x80;
    return text.starts_with("\u200B") && in_ascii ? 3 : 0;
}

void append_collapsed(std::string& out, std::string_view text) {
    const auto blank = [&out] {
        if (!out.empty() && out.back() != ' ') out += ' ';
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (is_space(c)) {
            blank();
        } else if (c == '\xC2' && i + 1 < text.size() && text[i + 1] == '\xA0') {
            blank();  // U+00A0
            ++i;
        } else if (c == '\xC2' && i + 1 < text.size() && text[i + 1] == '\xAD') {
            ++i;  // U+00AD, a place where a word may be hyphenated: no part of the word
        } else if (const std::size_t size = invisible_size(out, text.substr(i)); size != 0) {
            i += size - 1;
        } else {
            out += c;
        }
    }
}

}  // namespace broadsheet::html
