#include "searcher/printers/explanation_text.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "common/cli/number_text.h"
#include "common/cli/sanitize.h"

namespace broadsheet {

namespace {

constexpr std::size_t kTermsShown = 10;

std::string_view kind_name(QueryKind kind) {
    switch (kind) {
        case QueryKind::everything:
            return "everything";
        case QueryKind::word:
            return "word";
        case QueryKind::phrase:
            return "phrase";
        case QueryKind::printed:
            return "printed";
        case QueryKind::wildcard:
            return "wildcard";
        case QueryKind::fuzzy:
            return "fuzzy";
        case QueryKind::value:
            return "value";
        case QueryKind::date_range:
            return "date_range";
        case QueryKind::date_unknown:
            return "date_unknown";
        case QueryKind::sequence:
            return "sequence";
        case QueryKind::all:
            return "all";
        case QueryKind::either:
            return "either";
        case QueryKind::require:
            return "require";
        case QueryKind::exclude:
            return "exclude";
        case QueryKind::near:
            return "near";
        case QueryKind::same_sentence:
            return "same_sentence";
        case QueryKind::same_paragraph:
            return "same_paragraph";
    }
    return {};
}

// "en, es", or how many.
std::string languages_text(const std::vector<std::string>& languages) {
    constexpr std::size_t kNamed = 4;
    if (languages.size() > kNamed) return fmt::format("in {} languages", languages.size());
    std::string text;
    for (const auto& language : languages) {
        if (!text.empty()) text += ", ";
        text += language.empty() ? "unknown language" : language;
    }
    return text;
}

std::string term_text(const ExplainedTerm& term) {
    std::string text =
        term.is_stem ? fmt::format("forms of \"{}\"", term.text) : fmt::format("\"{}\"", term.text);
    if (!term.languages.empty()) text += fmt::format(" ({})", languages_text(term.languages));
    return fmt::format("{}: {}", text, cli::counted(term.articles, "article"));
}

std::string leaf_text(const ExplainedLeaf& explained) {
    std::string text = fmt::format("  {}\n", to_text(explained.leaf));
    const std::size_t shown = std::min(explained.terms.size(), kTermsShown);
    for (std::size_t i = 0; i < shown; ++i)
        text += fmt::format("    {}\n", term_text(explained.terms[i]));
    if (shown < explained.terms.size())
        text += fmt::format("    and {} more\n", explained.terms.size() - shown);
    if (explained.cut) text += "    more fit than are searched for\n";
    return text;
}

std::string part_text(const ScorePart& part) {
    std::string text = part.what;
    for (std::size_t i = 0; i < std::min(part.terms.size(), kTermsShown); ++i)
        text += (i == 0 ? " " : ", ") + part.terms[i];
    if (part.terms.size() > kTermsShown) text += " ...";
    if (!part.field.empty()) text += fmt::format(" in the {}", part.field);
    return text;
}

// Each line made harmless by itself.
std::string safe_lines(std::string_view text) {
    std::string safe;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        safe += cli::safe_for_terminal(text.substr(begin, end - begin)) + '\n';
        begin = end + 1;
    }
    return safe;
}

void write_tree(JsonWriter& json, const QueryNode& node) {
    json.begin_object();
    json.member("kind", kind_name(node.kind));
    json.member_if("text", node.text);
    json.member_if("field", node.field);
    if (node.number > 0) json.member("number", std::uint64_t{node.number});
    if (node.ordered) json.member("ordered", true);
    if (node.weight != 1) json.member("weight", node.weight);
    if (node.from) json.member("from", to_iso(*node.from));
    if (node.until) json.member("until", to_iso(*node.until));
    if (!node.children.empty()) {
        json.key("children");
        json.begin_array();
        for (const auto& child : node.children)
            write_tree(json, child);
        json.end_array();
    }
    json.end_object();
}

void write_strings(
    JsonWriter& json, std::string_view key, const std::vector<std::string>& strings
) {
    json.key(key);
    json.begin_array();
    for (const auto& text : strings)
        json.value(text);
    json.end_array();
}

void write_leaf(JsonWriter& json, const ExplainedLeaf& explained) {
    json.begin_object();
    json.member("query", to_text(explained.leaf));
    json.key("terms");
    json.begin_array();
    for (const auto& term : explained.terms) {
        json.begin_object();
        json.member("text", term.text);
        json.member("is_stem", term.is_stem);
        json.member("articles", std::uint64_t{term.articles});
        if (!term.languages.empty()) write_strings(json, "languages", term.languages);
        json.end_object();
    }
    json.end_array();
    if (explained.cut) json.member("cut", true);
    json.end_object();
}

void write_part(JsonWriter& json, const ScorePart& part) {
    json.begin_object();
    json.member("what", part.what);
    json.member_if("field", part.field);
    if (!part.terms.empty()) write_strings(json, "terms", part.terms);
    json.end_object();
}

}  // namespace

std::string explanation_text(const Explanation& explanation) {
    std::string text = fmt::format("understood as: {}\n", explanation.text);
    for (const auto& leaf : explanation.leaves)
        text += leaf_text(leaf);
    return safe_lines(text);
}

std::string contributions_text(const Hit& hit, const Explanation& explanation) {
    if (hit.contributions.empty()) return {};
    std::string text = fmt::format("    score {:.3f}\n", hit.score);
    for (const auto& contribution : hit.contributions) {
        text += fmt::format(
            "    {:9.3f}  {}\n", contribution.score, part_text(explanation.parts[contribution.part])
        );
    }
    return safe_lines(text);
}

void write_explanation(JsonWriter& json, const Explanation& explanation) {
    json.key("explanation");
    json.begin_object();
    json.member("query", explanation.text);
    json.key("tree");
    write_tree(json, explanation.tree);
    json.key("leaves");
    json.begin_array();
    for (const auto& leaf : explanation.leaves)
        write_leaf(json, leaf);
    json.end_array();
    json.key("parts");
    json.begin_array();
    for (const auto& part : explanation.parts)
        write_part(json, part);
    json.end_array();
    json.end_object();
}

}  // namespace broadsheet
