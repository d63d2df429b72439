#include "indexer/formats/html/embedded_body.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <unordered_set>

#include <simdjson.h>

#include "indexer/formats/html/paragraphs.h"
#include "indexer/formats/html/words.h"
#include "indexer/formats/html_body.h"

namespace broadsheet::html {

namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr int kDepthMax = 64;

/// A value of the data: where its texts begin and end among all texts, and what it holds.
struct Value {
    std::size_t first_text = 0;
    std::size_t last_text = 0;
    std::uint64_t weight = 0;           ///< of the running text in it
    std::vector<std::size_t> inside{};  ///< indexes of the values in it that hold running text
};

/// Lays out the running text of one script's data.
class DataText {
public:
    /// The index of the value among all, or none where it holds no running text.
    std::size_t add(element value, int depth);

    /// The texts of the smallest value that still holds most of what is around it.
    [[nodiscard]] std::vector<std::string> body(std::size_t root) const;

    [[nodiscard]] std::uint64_t weight(std::size_t value) const { return values_[value].weight; }

    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

private:
    std::uint64_t add_text(std::string_view text);

    std::vector<Value> values_;
    std::vector<std::string> texts_;
    std::unordered_set<std::size_t> known_;  ///< hashes: states hold the same article twice
};

std::uint64_t DataText::add_text(std::string_view text) {
    constexpr std::size_t kSizeMin = 25;
    if (text.size() < kSizeMin || is_address(text)) return 0;
    std::uint64_t weight = 0;
    for (std::string& paragraph : body_paragraphs(text)) {
        const std::uint32_t own = text_weight(paragraph);
        if (own < kSizeMin || !ends_sentence(paragraph)) continue;
        if (!known_.insert(std::hash<std::string>()(paragraph)).second) continue;
        texts_.push_back(std::move(paragraph));
        weight += own;
    }
    return weight;
}

std::size_t DataText::add(element value, int depth) {
    if (depth > kDepthMax) return kNone;
    Value own{.first_text = texts_.size()};
    const auto add_inner = [&](element inner) {
        const std::size_t index = add(inner, depth + 1);
        if (index == kNone) return;
        own.weight += values_[index].weight;
        own.inside.push_back(index);
    };
    std::string_view text;
    array list;
    object thing;
    if (value.get_string().get(text) == simdjson::SUCCESS) {
        own.weight = add_text(text);
    } else if (value.get_array().get(list) == simdjson::SUCCESS) {
        for (const element inner : list)
            add_inner(inner);
    } else if (value.get_object().get(thing) == simdjson::SUCCESS) {
        for (const auto [key, inner] : thing)
            add_inner(inner);
    }
    if (own.weight == 0) return kNone;
    own.last_text = texts_.size();
    values_.push_back(std::move(own));
    return values_.size() - 1;
}

std::vector<std::string> DataText::body(std::size_t root) const {
    std::size_t at = root;
    while (true) {
        const Value& value = values_[at];
        const auto most = std::max_element(
            value.inside.begin(),
            value.inside.end(),
            [this](std::size_t a, std::size_t b) { return weight(a) < weight(b); }
        );
        if (most == value.inside.end() || weight(*most) * 10 < value.weight * 6) break;
        at = *most;
    }
    const auto begin = texts_.begin();
    return {
        begin + static_cast<std::ptrdiff_t>(values_[at].first_text),
        begin + static_cast<std::ptrdiff_t>(values_[at].last_text)};
}

}  // namespace

std::vector<std::string> embedded_body(const Tree& tree) {
    std::vector<std::string> best;
    std::uint64_t best_weight = 0;
    simdjson::dom::parser parser;
    for (const Node& node : tree.nodes()) {
        if (node.tag != Tag::text || tree[node.parent].tag != Tag::script) continue;
        if (tree.attribute(node.parent, Attribute::type).find("ld+json") != std::string_view::npos)
            continue;
        element root;
        if (parser.parse(node.text.data(), node.text.size()).get(root) != simdjson::SUCCESS)
            continue;
        DataText data;
        const std::size_t whole = data.add(root, 0);
        if (whole == DataText::kNone || data.weight(whole) <= best_weight) continue;
        best_weight = data.weight(whole);
        best = data.body(whole);
    }
    return best;
}

}  // namespace broadsheet::html
