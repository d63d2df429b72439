#include "indexer/formats/html/paragraphs.h"

#include <algorithm>

#include "common/ascii.h"
#include "common/utf8.h"

namespace broadsheet::html {

namespace {

bool is_wide(char32_t c) {
    return (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFF60) || c >= 0x20000;
}

/// Ethiopic writes syllables: a word has about half as many letters as in an alphabet.
bool is_syllable(char32_t c) {
    return c >= 0x1200 && c <= 0x139F;
}

TextBlock::Kind kind_of(const Tree& tree, std::uint32_t node) {
    // A paragraph inside a list item or cell is one of the item's, so look a little further up.
    for (int level = 0; level < 3; ++level) {
        switch (tree[node].tag) {
            case Tag::h1:
            case Tag::h2:
            case Tag::h3:
            case Tag::h4:
            case Tag::h5:
            case Tag::h6:
                return TextBlock::Kind::heading;
            case Tag::li:
            case Tag::dt:
            case Tag::dd:
                return TextBlock::Kind::list_item;
            case Tag::td:
            case Tag::th:
                return TextBlock::Kind::cell;
            default:
                break;
        }
        node = tree[node].parent;
    }
    return TextBlock::Kind::text;
}

/// Some pages print their first paragraph as a heading.
bool is_sentence_in_heading(const TextBlock& block) {
    constexpr std::uint32_t kWeightMin = 100;
    return block.weight >= kWeightMin && (block.text.back() == '.' || block.text.ends_with("。"));
}

/// "... at dawn.", but not "U.", of which a letter may be set apart.
bool ends_in_word_and_stop(std::string_view text) {
    constexpr std::string_view kStops = ".!?";
    const auto is_small = [](char c) { return is_ascii_letter(c) && !is_ascii_upper(c); };
    return text.size() > 2 && kStops.find(text.back()) != kStops.npos &&
           is_small(text[text.size() - 2]) && is_small(text[text.size() - 3]);
}

/// Walks a subtree once and cuts its text into blocks.
class BlockCutter {
public:
    BlockCutter(const Tree& tree, std::vector<TextBlock>& blocks) : tree_(tree), blocks_(blocks) {}

    void enter(std::uint32_t index);
    void leave_until(std::uint32_t index);
    void cut();

private:
    struct Open {
        std::uint32_t node;
        std::uint32_t end;
    };

    void add(std::uint32_t index, std::string_view text);
    void add_preformatted(std::uint32_t index, std::string_view text);
    void line_break();
    [[nodiscard]] bool is_next_span(std::uint32_t index) const;

    [[nodiscard]] std::uint32_t owner() const { return open_.empty() ? 0 : open_.back().node; }

    const Tree& tree_;
    std::vector<TextBlock>& blocks_;
    std::vector<Open> open_;
    TextBlock block_;
    std::uint32_t link_end_ = 0;
    std::uint32_t bold_end_ = 0;
    std::uint32_t pre_end_ = 0;
    std::uint32_t last_text_ = 0;
    bool after_break_ = false;
};

void BlockCutter::enter(std::uint32_t index) {
    const Node& node = tree_[index];
    switch (node.tag) {
        case Tag::text:
            index < pre_end_ ? add_preformatted(index, node.text) : add(index, node.text);
            return;
        case Tag::br:
            line_break();
            return;
        case Tag::a:
            if (!tree_.has(index, Attribute::href))
                return;  // a place to link to, often never closed
            link_end_ = std::max(link_end_, node.end);
            return;
        case Tag::b:
        case Tag::strong:
            bold_end_ = std::max(bold_end_, node.end);
            return;
        case Tag::pre:
            pre_end_ = std::max(pre_end_, node.end);
            break;
        default:
            break;
    }
    if (!is_block(node.tag)) return;
    cut();
    open_.push_back({index, node.end});
}

void BlockCutter::leave_until(std::uint32_t index) {
    while (!open_.empty() && open_.back().end <= index) {
        cut();
        open_.pop_back();
    }
}

/// Whether a span follows directly upon the one that held the text before. Style sheets, which are
/// not read, often make paragraphs of spans.
bool BlockCutter::is_next_span(std::uint32_t index) const {
    const std::uint32_t span = tree_[index].parent;
    const std::uint32_t before = tree_[last_text_].parent;
    return span != before && tree_[span].tag == Tag::span && tree_[before].tag == Tag::span;
}

void BlockCutter::add(std::uint32_t index, std::string_view text) {
    const std::size_t before = block_.text.size();
    if (before == 0) block_.first = index;
    if (is_next_span(index) && ends_in_word_and_stop(block_.text) && is_ascii_upper(text.front()))
        block_.text += ' ';
    last_text_ = index;
    append_collapsed(block_.text, text);
    if (block_.text == " ") block_.text.clear();
    if (block_.text.size() == before) return;
    const std::string_view added = std::string_view(block_.text).substr(before);
    if (added != " ") after_break_ = false;
    const std::uint32_t weight = text_weight(added);
    block_.weight += weight;
    if (index < link_end_) block_.link_weight += weight;
    if (index < bold_end_) block_.bold_weight += weight;
}

void BlockCutter::add_preformatted(std::uint32_t index, std::string_view text) {
    while (true) {
        const std::size_t line_end = text.find('\n');
        add(index, text.substr(0, line_end));
        if (line_end == std::string_view::npos) return;
        line_break();
        text.remove_prefix(line_end + 1);
    }
}

void BlockCutter::line_break() {
    if (after_break_) {
        cut();
        return;
    }
    after_break_ = true;
    append_collapsed(block_.text, " ");
    if (block_.text == " ") block_.text.clear();
}

/// Without blanks at the ends, the wide ones with which Chinese and Japanese indent included.
std::string_view without_blank_ends(std::string_view text) {
    constexpr std::string_view kWide = "\u3000";
    while (text.starts_with(' ') || text.starts_with(kWide))
        text.remove_prefix(text.front() == ' ' ? 1 : kWide.size());
    while (text.ends_with(' ') || text.ends_with(kWide))
        text.remove_suffix(text.back() == ' ' ? 1 : kWide.size());
    return text;
}

void BlockCutter::cut() {
    after_break_ = false;
    const std::string_view trimmed = without_blank_ends(block_.text);
    if (trimmed.size() < block_.text.size()) block_.text = std::string(trimmed);
    if (!block_.text.empty()) {
        block_.node = owner();
        block_.kind = kind_of(tree_, block_.node);
        if (block_.kind == TextBlock::Kind::heading && is_sentence_in_heading(block_)) {
            block_.kind = TextBlock::Kind::text;
        }
        blocks_.push_back(std::move(block_));
    }
    block_ = {};
}

}  // namespace

std::uint32_t text_weight(std::string_view text) {
    std::uint32_t weight = 0;
    for (std::size_t i = 0; i < text.size();) {
        if (static_cast<unsigned char>(text[i]) < 0x80) {
            ++weight;
            ++i;
            continue;
        }
        const CodePoint point = decode_utf8(text, i);
        weight += is_wide(point.value) ? 3 : is_syllable(point.value) ? 2 : 1;
        i += point.length;
    }
    return weight;
}

std::vector<TextBlock> text_blocks(const Tree& tree, std::size_t node, const NodeSet& left_out) {
    std::vector<TextBlock> blocks;
    BlockCutter cutter(tree, blocks);
    const std::uint32_t end = tree[node].end;
    for (auto i = static_cast<std::uint32_t>(node); i < end;) {
        cutter.leave_until(i);
        if (is_never_text(tree[i].tag) || (!left_out.empty() && left_out[i])) {
            if (is_block(tree[i].tag)) cutter.cut();
            i = tree[i].end;
            continue;
        }
        cutter.enter(i);
        ++i;
    }
    cutter.leave_until(end);
    cutter.cut();
    return blocks;
}

bool is_never_text(Tag tag) {
    switch (tag) {
        case Tag::amp_ad:
        case Tag::audio:
        case Tag::button:
        case Tag::canvas:
        case Tag::dialog:
        case Tag::embed:
        case Tag::head:
        case Tag::iframe:
        case Tag::input:
        case Tag::map:
        case Tag::noframes:
        case Tag::noscript:
        case Tag::object:
        case Tag::option:
        case Tag::rp:
        case Tag::rt:
        case Tag::script:
        case Tag::select:
        case Tag::style:
        case Tag::svg:
        case Tag::templ:
        case Tag::textarea:
        case Tag::title:
        case Tag::video:
            return true;
        default:
            return false;
    }
}

}  // namespace broadsheet::html
