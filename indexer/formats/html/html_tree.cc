#include "indexer/formats/html/html_tree.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <unordered_map>

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include "common/utf8.h"

namespace broadsheet::html {

namespace {

const std::unordered_map<std::string_view, Tag>& tags_by_name() {
    static const std::unordered_map<std::string_view, Tag> kTags{
        {"a", Tag::a},
        {"abbr", Tag::abbr},
        {"address", Tag::address},
        {"amp-ad", Tag::amp_ad},
        {"article", Tag::article},
        {"aside", Tag::aside},
        {"audio", Tag::audio},
        {"b", Tag::b},
        {"base", Tag::base},
        {"blockquote", Tag::blockquote},
        {"body", Tag::body},
        {"br", Tag::br},
        {"button", Tag::button},
        {"canvas", Tag::canvas},
        {"caption", Tag::caption},
        {"center", Tag::center},
        {"cite", Tag::cite},
        {"code", Tag::code},
        {"dd", Tag::dd},
        {"del", Tag::del},
        {"details", Tag::details},
        {"dialog", Tag::dialog},
        {"div", Tag::div},
        {"dl", Tag::dl},
        {"dt", Tag::dt},
        {"em", Tag::em},
        {"embed", Tag::embed},
        {"fieldset", Tag::fieldset},
        {"figcaption", Tag::figcaption},
        {"figure", Tag::figure},
        {"font", Tag::font},
        {"footer", Tag::footer},
        {"form", Tag::form},
        {"frame", Tag::frame},
        {"frameset", Tag::frameset},
        {"h1", Tag::h1},
        {"h2", Tag::h2},
        {"h3", Tag::h3},
        {"h4", Tag::h4},
        {"h5", Tag::h5},
        {"h6", Tag::h6},
        {"head", Tag::head},
        {"header", Tag::header},
        {"hr", Tag::hr},
        {"html", Tag::html},
        {"i", Tag::i},
        {"iframe", Tag::iframe},
        {"img", Tag::img},
        {"input", Tag::input},
        {"ins", Tag::ins},
        {"label", Tag::label},
        {"legend", Tag::legend},
        {"li", Tag::li},
        {"link", Tag::link},
        {"main", Tag::main},
        {"map", Tag::map},
        {"math", Tag::math},
        {"menu", Tag::menu},
        {"meta", Tag::meta},
        {"nav", Tag::nav},
        {"noframes", Tag::noframes},
        {"noscript", Tag::noscript},
        {"object", Tag::object},
        {"ol", Tag::ol},
        {"optgroup", Tag::optgroup},
        {"option", Tag::option},
        {"p", Tag::p},
        {"picture", Tag::picture},
        {"pre", Tag::pre},
        {"q", Tag::q},
        {"rp", Tag::rp},
        {"rt", Tag::rt},
        {"s", Tag::s},
        {"script", Tag::script},
        {"section", Tag::section},
        {"select", Tag::select},
        {"small", Tag::small},
        {"span", Tag::span},
        {"strong", Tag::strong},
        {"style", Tag::style},
        {"sub", Tag::sub},
        {"summary", Tag::summary},
        {"sup", Tag::sup},
        {"svg", Tag::svg},
        {"table", Tag::table},
        {"tbody", Tag::tbody},
        {"td", Tag::td},
        {"template", Tag::templ},
        {"textarea", Tag::textarea},
        {"tfoot", Tag::tfoot},
        {"th", Tag::th},
        {"thead", Tag::thead},
        {"time", Tag::time},
        {"title", Tag::title},
        {"tr", Tag::tr},
        {"tt", Tag::tt},
        {"u", Tag::u},
        {"ul", Tag::ul},
        {"video", Tag::video},
        {"wbr", Tag::wbr},
    };
    return kTags;
}

const std::unordered_map<std::string_view, Attribute>& attributes_by_name() {
    static const std::unordered_map<std::string_view, Attribute> kAttributes{
        {"alt", Attribute::alt},
        {"aria-hidden", Attribute::aria_hidden},
        {"cite", Attribute::cite},
        {"class", Attribute::class_name},
        {"content", Attribute::content},
        {"data-testid", Attribute::test_id},
        {"datetime", Attribute::datetime},
        {"hidden", Attribute::hidden},
        {"href", Attribute::href},
        {"http-equiv", Attribute::http_equiv},
        {"id", Attribute::id},
        {"itemprop", Attribute::itemprop},
        {"itemtype", Attribute::itemtype},
        {"lang", Attribute::lang},
        {"name", Attribute::name},
        {"property", Attribute::property},
        {"rel", Attribute::rel},
        {"role", Attribute::role},
        {"style", Attribute::style},
        {"title", Attribute::title},
        {"type", Attribute::type},
        {"xml:lang", Attribute::lang},
    };
    return kAttributes;
}

std::string_view view(const xmlChar* text) {
    return text == nullptr ? std::string_view{} : reinterpret_cast<const char*>(text);
}

bool is_blank(std::string_view text) {
    return std::all_of(text.begin(), text.end(), is_space);
}

struct ContextDeleter {
    void operator()(xmlParserCtxt* context) const { htmlFreeParserCtxt(context); }
};

}  // namespace

/// Builds the tree from libxml2's SAX events. A tree of our own rather than libxml2's: a third of
/// its time, no recursion anywhere, and a depth we choose.
class TreeBuilder {
public:
    TreeBuilder() {
        tree_.nodes_.push_back({.tag = Tag::html});
        open_.push_back({0, nullptr});
    }

    void parse(std::string_view text);
    Tree take();

private:
    struct Open {
        std::uint32_t node;
        const xmlChar* name;  ///< from the parser's dictionary, where equal names are one pointer
    };

    static TreeBuilder& of(void* context) {
        return *static_cast<TreeBuilder*>(static_cast<xmlParserCtxt*>(context)->_private);
    }

    static void on_start(void* context, const xmlChar* name, const xmlChar** attributes);
    static void on_end(void* context, const xmlChar* name);
    static void on_text(void* context, const xmlChar* text, int size);

    void parse_from(std::string_view text);
    void start(const xmlChar* name, const xmlChar** attributes);
    void end(const xmlChar* name);
    void stop();
    void characters(std::string_view text);
    void flush_text();
    void close_top();
    void keep_attributes(std::uint32_t node, const xmlChar** attributes);
    std::string_view keep(std::string_view text);

    [[nodiscard]] bool is_too_deep() const { return open_.size() >= Tree::kDepthMax; }

    [[nodiscard]] bool is_full() const { return tree_.nodes_.size() >= Tree::kNodesMax; }

    Tree tree_;
    std::vector<Open> open_;
    std::string pending_;
    xmlParserCtxt* context_ = nullptr;
    std::size_t stopped_at_ = 0;  ///< offset behind the tag that was one too deep, 0 for none
};

void TreeBuilder::parse(std::string_view text) {
    // libxml2 searches its stack of open elements at each end tag, which is quadratic on a page
    // that nests without end. So at kDepthMax the parser is stopped, everything that is open is
    // closed, and a new parser goes on from there.
    while (!text.empty() && !is_full()) {
        parse_from(text);
        while (open_.size() > 1)
            close_top();
        if (stopped_at_ == 0) break;
        text.remove_prefix(std::min(stopped_at_, text.size()));
    }
}

void TreeBuilder::parse_from(std::string_view text) {
    constexpr std::size_t kSizeMax = 1U << 30U;  // libxml2 counts in int
    const std::string_view part = text.substr(0, kSizeMax);
    const std::unique_ptr<xmlParserCtxt, ContextDeleter> context(
        htmlCreateMemoryParserCtxt(part.data(), static_cast<int>(part.size()))
    );
    stopped_at_ = 0;
    if (!context) return;
    htmlCtxtUseOptions(
        context.get(),
        HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
            HTML_PARSE_IGNORE_ENC | HTML_PARSE_NOIMPLIED
    );
    htmlSAXHandler sax{};
    sax.startElement = on_start;
    sax.endElement = on_end;
    sax.characters = on_text;
    sax.cdataBlock = on_text;
    sax.ignorableWhitespace = on_text;
    htmlSAXHandler* const own = context->sax;
    context->sax = &sax;
    context->_private = this;
    context->userData = context.get();
    context->charset = XML_CHAR_ENCODING_UTF8;  // it is; without this libxml2 would guess Latin-1
    context_ = context.get();
    htmlParseDocument(context.get());
    flush_text();
    context->sax = own;
}

void TreeBuilder::on_start(void* context, const xmlChar* name, const xmlChar** attributes) {
    of(context).start(name, attributes);
}

void TreeBuilder::on_end(void* context, const xmlChar* name) {
    of(context).end(name);
}

void TreeBuilder::on_text(void* context, const xmlChar* text, int size) {
    of(context).characters({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
}

void TreeBuilder::start(const xmlChar* name, const xmlChar** attributes) {
    if (stopped_at_ != 0) return;
    flush_text();
    const auto known = tags_by_name().find(view(name));
    const auto index = static_cast<std::uint32_t>(tree_.nodes_.size());
    tree_.nodes_.push_back(
        {.tag = known == tags_by_name().end() ? Tag::other : known->second,
         .parent = open_.back().node}
    );
    keep_attributes(index, attributes);
    open_.push_back({index, name});
    if (is_too_deep() || is_full()) stop();
}

void TreeBuilder::stop() {
    const xmlParserInput& input = *context_->input;
    const xmlChar* behind = input.cur;  // at the "/" or ">" of the tag just read
    while (behind < input.end && (*behind == '/' || *behind == '>'))
        ++behind;
    stopped_at_ = input.consumed + static_cast<std::size_t>(behind - input.base);
    xmlStopParser(context_);
}

void TreeBuilder::end(const xmlChar* name) {
    flush_text();
    if (open_.size() > 1 && open_.back().name == name) close_top();
}

void TreeBuilder::close_top() {
    tree_.nodes_[open_.back().node].end = static_cast<std::uint32_t>(tree_.nodes_.size());
    open_.pop_back();
}

void TreeBuilder::characters(std::string_view text) {
    const std::uint32_t top = open_.back().node;
    const Tag tag = tree_[top].tag;
    if (stopped_at_ != 0 || tag == Tag::style) return;
    if (tag == Tag::script &&
        tree_.attribute(top, Attribute::type).find("ld+json") == std::string_view::npos) {
        return;
    }
    pending_ += text;
}

void TreeBuilder::flush_text() {
    if (pending_.empty() || is_full()) return;
    const auto index = static_cast<std::uint32_t>(tree_.nodes_.size());
    // Blanks between two tags matter ("<b>a</b> <b>b</b>"), but not which ones.
    const std::string_view text = is_blank(pending_) ? std::string_view(" ") : keep(pending_);
    tree_.nodes_.push_back(
        {.tag = Tag::text, .parent = open_.back().node, .end = index + 1, .text = text}
    );
    pending_.clear();
}

void TreeBuilder::keep_attributes(std::uint32_t node, const xmlChar** attributes) {
    tree_.nodes_[node].attributes = static_cast<std::uint32_t>(tree_.attributes_.size());
    if (attributes == nullptr) return;
    constexpr std::uint16_t kAttributesMax = 64;
    std::uint16_t count = 0;
    for (const xmlChar** pair = attributes; *pair != nullptr && count < kAttributesMax; pair += 2) {
        const auto known = attributes_by_name().find(view(pair[0]));
        if (known == attributes_by_name().end()) continue;
        tree_.attributes_.push_back({known->second, keep(view(pair[1]))});
        ++count;
    }
    tree_.nodes_[node].attribute_count = count;
}

std::string_view TreeBuilder::keep(std::string_view text) {
    constexpr std::size_t kChunkSize = 1U << 16U;
    if (text.empty()) return {};
    auto& chunks = tree_.chunks_;
    if (chunks.empty() || chunks.back().capacity() - chunks.back().size() < text.size()) {
        chunks.emplace_back().reserve(std::max(kChunkSize, text.size()));
    }
    std::string& chunk = chunks.back();
    const std::size_t offset = chunk.size();
    chunk += text;  // within its capacity, so earlier views stay good
    return std::string_view(chunk).substr(offset);
}

Tree TreeBuilder::take() {
    while (!open_.empty())
        close_top();
    return std::move(tree_);
}

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

Tree parse_html(std::string_view utf8) {
    TreeBuilder builder;
    builder.parse(utf8);
    return builder.take();
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
        } else {
            out += c;
        }
    }
}

}  // namespace broadsheet::html
