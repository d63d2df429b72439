#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::html {

/// The elements the extraction looks at; every other name is `other`.
enum class Tag : std::uint8_t {
    text,  ///< no element: a run of characters
    other,
    a,
    abbr,
    address,
    amp_ad,
    article,
    aside,
    audio,
    b,
    base,
    blockquote,
    body,
    br,
    button,
    canvas,
    caption,
    center,
    cite,
    code,
    dd,
    del,
    details,
    dialog,
    div,
    dl,
    dt,
    em,
    embed,
    fieldset,
    figcaption,
    figure,
    font,
    footer,
    form,
    frame,
    frameset,
    h1,
    h2,
    h3,
    h4,
    h5,
    h6,
    head,
    header,
    hr,
    html,
    i,
    iframe,
    img,
    input,
    ins,
    label,
    legend,
    li,
    link,
    main,
    map,
    math,
    menu,
    meta,
    nav,
    noframes,
    noscript,
    object,
    ol,
    optgroup,
    option,
    p,
    picture,
    pre,
    q,
    rp,
    rt,
    s,
    script,
    section,
    select,
    small,
    source,
    span,
    strong,
    style,
    sub,
    summary,
    sup,
    svg,
    table,
    tbody,
    td,
    textarea,
    tfoot,
    th,
    thead,
    time,
    title,
    tr,
    track,
    tt,
    u,
    ul,
    video,
    wbr,
    templ,
};

/// The attributes that are kept; all others are forgotten while parsing.
enum class Attribute : std::uint8_t {
    alt,
    aria_hidden,
    cite,
    class_name,
    content,
    datetime,
    hidden,
    href,
    http_equiv,
    id,
    itemprop,
    itemtype,
    lang,
    name,
    property,
    rel,
    role,
    style,
    test_id,
    title,
    type,
};

/// A node of the tree. Nodes lie in the order of the page, so the subtree of node i is the range
/// [i, end), and its first child, if there is one, is i + 1.
struct Node {
    Tag tag = Tag::other;
    std::uint32_t parent = 0;
    std::uint32_t end = 0;         ///< one past the last node of the subtree
    std::uint32_t attributes = 0;  ///< first of them in the tree's list
    std::uint16_t attribute_count = 0;
    std::string_view text{};  ///< of a text node, or inside a script of JSON; entities decoded
};

/// A parsed page: elements and text, without comments, styles and programs. The root is node 0,
/// an `html` element. However broken and deep the page, the tree is never deeper than kDepthMax
/// and holds at most kNodesMax nodes; what lies behind the last of these is left out.
class Tree {
public:
    static constexpr std::size_t kDepthMax = 512;
    static constexpr std::size_t kNodesMax = 8'000'000;

    [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }

    [[nodiscard]] const Node& operator[](std::size_t index) const { return nodes_[index]; }

    [[nodiscard]] std::size_t size() const { return nodes_.size(); }

    /// The value of an attribute, empty where it is absent or empty.
    [[nodiscard]] std::string_view attribute(std::size_t node, Attribute name) const;
    /// Whether the element carries the attribute at all.
    [[nodiscard]] bool has(std::size_t node, Attribute name) const;

    /// The text of the subtree, blanks collapsed, block elements separated by one blank. Where it
    /// is longer than kTextMax or has more than kTextNodesMax nodes, only its beginning: nobody
    /// asks for more of a name, a date or a heading, and hostile pages nest what is marked as one.
    [[nodiscard]] std::string text(std::size_t node) const;
    static constexpr std::size_t kTextMax = 2000;
    static constexpr std::size_t kTextNodesMax = 500;

private:
    friend class TreeBuilder;
    friend Tree parse_html(std::string_view utf8);

    struct NamedValue {
        Attribute name;
        std::string_view value;
    };

    std::vector<Node> nodes_;
    std::vector<NamedValue> attributes_;
    std::deque<std::string> chunks_;  ///< what the views above point into; never moves
};

/// Parses a page or a fragment of one in well-formed UTF-8. Never throws for what the text
/// contains, and takes time in proportion to its length.
Tree parse_html(std::string_view utf8);

/// True for elements before and after which a new line begins in a browser.
bool is_block(Tag tag);

/// True for an ASCII or no-break blank in the sense of HTML: what collapses into one blank.
bool is_space(char c);

/// Appends text with each run of blanks (no-break ones included) made one, and none at the start of
/// `out` or after another blank.
void append_collapsed(std::string& out, std::string_view text);

}  // namespace broadsheet::html
