#include "broadsheet/query_tree.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "broadsheet/error.h"
#include "searcher/query/parser.h"

namespace broadsheet {

namespace {

/// How closely the parts of a text belong together; what is looser stands in brackets.
enum class Binding : std::uint8_t {
    either,
    all,
    sequence,
    item,
    paragraph,
    sentence,
    near,
    operand,
};

Binding binding(const QueryNode& node) {
    // A weight stands behind brackets, which bind whatever is in them.
    if (node.weight != 1) return Binding::operand;
    switch (node.kind) {
        case QueryKind::either:
            return Binding::either;
        case QueryKind::all:
            return Binding::all;
        case QueryKind::sequence:
            return Binding::sequence;
        case QueryKind::require:
        case QueryKind::exclude:
            return Binding::item;
        case QueryKind::same_paragraph:
            return Binding::paragraph;
        case QueryKind::same_sentence:
            return Binding::sentence;
        case QueryKind::near:
            return Binding::near;
        default:
            return Binding::operand;
    }
}

bool is_composite(QueryKind kind) {
    return kind >= QueryKind::sequence && kind != QueryKind::require && kind != QueryKind::exclude;
}

void append_weight(std::string& out, double weight) {
    if (weight == 1) return;
    std::string digits = fmt::format("{:.3f}", weight);
    digits.resize(digits.find_last_not_of('0') + 1);
    if (digits.ends_with('.')) digits.pop_back();
    out += '^' + digits;
}

std::string date_text(const QueryNode& node) {
    const std::string from = node.from ? to_iso(*node.from) : std::string();
    const std::string until = node.until ? to_iso(*node.until) : std::string();
    return from == until ? from : from + ".." + until;
}

void append_leaf(std::string& out, const QueryNode& node) {
    if (!node.field.empty()) out += node.field + ':';
    switch (node.kind) {
        case QueryKind::everything:
            out += '*';
            break;
        case QueryKind::phrase:
            out += '"' + node.text + '"';
            if (node.number > 0) out += fmt::format("~{}", node.number);
            break;
        case QueryKind::printed:
            out += "=\"" + node.text + '"';
            break;
        case QueryKind::value:
            out += '"' + node.text + '"';
            break;
        case QueryKind::fuzzy:
            out += fmt::format("{}~{}", node.text, node.number);
            break;
        case QueryKind::date_range:
            // Quoted, or a word behind it might be read as a part of the date.
            out += "date:\"" + date_text(node) + '"';
            break;
        case QueryKind::date_unknown:
            out += "date:none";
            break;
        default:
            out += node.text;
            break;
    }
}

class Printer {
public:
    std::string print(const QueryNode& root) {
        append(root, Binding::either);
        return std::move(out_);
    }

private:
    // A node in a place that takes parts bound at least so closely.
    void append(const QueryNode& node, Binding place) {
        if (++depth_ > kQueryTreeDepthMax) {
            throw Error(
                ErrorKind::invalid_argument,
                fmt::format("a query tree is deeper than {} levels", kQueryTreeDepthMax)
            );
        }
        const bool brackets =
            binding(node) < place || (is_composite(node.kind) && node.weight != 1);
        if (brackets) out_ += '(';
        append_bare(node);
        if (brackets) out_ += ')';
        if (node.kind != QueryKind::require && node.kind != QueryKind::exclude)
            append_weight(out_, node.weight);
        --depth_;
    }

    void append_bare(const QueryNode& node) {
        switch (node.kind) {
            case QueryKind::either:
                return append_joined(node, " OR ", Binding::all);
            case QueryKind::all:
                return append_joined(node, " AND ", Binding::sequence);
            case QueryKind::sequence:
                if (node.children.empty()) out_ += "()";
                return append_joined(node, " ", Binding::item);
            case QueryKind::near:
                return append_joined(
                    node,
                    fmt::format(" {}/{} ", node.ordered ? "ADJ" : "NEAR", node.number),
                    Binding::operand
                );
            case QueryKind::same_sentence:
                return append_joined(node, " SAME/s ", Binding::near);
            case QueryKind::same_paragraph:
                return append_joined(node, " SAME/p ", Binding::sentence);
            case QueryKind::require:
            case QueryKind::exclude:
                out_ += node.kind == QueryKind::require ? '+' : '-';
                return append_joined(node, " ", Binding::paragraph);
            default:
                return append_leaf(out_, node);
        }
    }

    void append_joined(const QueryNode& node, std::string_view separator, Binding place) {
        bool first = true;
        for (const auto& child : node.children) {
            if (!first) out_ += separator;
            first = false;
            append(child, place);
        }
    }

    std::string out_;
    int depth_ = 0;
};

QueryNode leaf(QueryKind kind, std::string_view text, std::string_view field) {
    return {.kind = kind, .text = std::string(text), .field = std::string(field)};
}

QueryNode composite(QueryKind kind, std::vector<QueryNode> parts) {
    return {.kind = kind, .children = std::move(parts)};
}

}  // namespace

QueryNode word(std::string_view text, std::string_view field) {
    return leaf(QueryKind::word, text, field);
}

QueryNode phrase(std::string_view text, std::string_view field) {
    return leaf(QueryKind::phrase, text, field);
}

QueryNode value(std::string_view field, std::string_view text) {
    return leaf(QueryKind::value, text, field);
}

QueryNode published(const std::optional<Date>& from, const std::optional<Date>& until) {
    return {.kind = QueryKind::date_range, .from = from, .until = until};
}

QueryNode all_of(std::vector<QueryNode> parts) {
    return composite(QueryKind::all, std::move(parts));
}

QueryNode any_of(std::vector<QueryNode> parts) {
    return composite(QueryKind::either, std::move(parts));
}

QueryNode without(QueryNode wanted, QueryNode unwanted) {
    std::vector<QueryNode> parts(2);
    parts[0] = std::move(wanted);
    parts[1].kind = QueryKind::exclude;
    parts[1].children.push_back(std::move(unwanted));
    return composite(QueryKind::all, std::move(parts));
}

QueryNode near(std::vector<QueryNode> parts, std::uint32_t words_between) {
    QueryNode node = composite(QueryKind::near, std::move(parts));
    node.number = std::min(words_between, kQueryDistanceMax);
    return node;
}

QueryNode in_sentence(std::vector<QueryNode> parts) {
    return composite(QueryKind::same_sentence, std::move(parts));
}

QueryNode in_paragraph(std::vector<QueryNode> parts) {
    return composite(QueryKind::same_paragraph, std::move(parts));
}

QueryNode query_tree(std::string_view text) {
    return parse_query(text).root;
}

std::vector<QueryMistake> query_mistakes(std::string_view text) {
    return parse_query(text).mistakes;
}

std::string to_text(const QueryNode& node) {
    return Printer().print(node);
}

}  // namespace broadsheet
