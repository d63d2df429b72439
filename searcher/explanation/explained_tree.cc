#include "searcher/explanation/explained_tree.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "common/fields.h"
#include "searcher/query/query_words.h"
#include "searcher/query/rare_stems.h"

namespace broadsheet {

namespace {

class Explainer {
public:
    Explainer(const Xapian::Database& index, const IndexFacts& facts, Analyzer& analyzer)
        : index_(index), facts_(facts), analyzer_(analyzer), words_(analyzer, facts) {}

    void explain(const QueryNode& node) {
        if (leaves.size() >= kExplainedLeavesMax) return;
        switch (node.kind) {
            case QueryKind::word:
            case QueryKind::phrase:
            case QueryKind::printed:
                add_words(node);
                break;
            case QueryKind::wildcard:
            case QueryKind::fuzzy:
                add_expansion(node);
                break;
            case QueryKind::value:
                add_value(node);
                break;
            default:
                for (const auto& child : node.children)
                    explain(child);
        }
    }

    std::vector<ExplainedLeaf> leaves;

private:
    static const Field* field_of(const QueryNode& node) {
        return node.field.empty() ? nullptr : find_field(node.field);
    }

    static std::string prefix_of(const QueryNode& node) {
        const Field* field = field_of(node);
        return field == nullptr ? std::string() : std::string(field->prefix);
    }

    void add_words(const QueryNode& node) {
        ExplainedLeaf explained = {.leaf = node};
        const std::string prefix = prefix_of(node);
        const bool exact = node.kind != QueryKind::word;
        for (const auto& language : facts_.languages) {
            tokens_.clear();
            analyzer_.analyze(node.text, language, tokens_);
            for (const auto& token : tokens_) {
                const bool is_stem = !exact && !token.word->stem.empty();
                const std::string& text = is_stem ? token.word->stem : token.word->term;
                ExplainedTerm& term = term_of(explained, text, is_stem, prefix);
                if (std::find(term.languages.begin(), term.languages.end(), language) ==
                    term.languages.end())
                    term.languages.push_back(language);
            }
        }
        limit_rare_stems(explained, prefix);
        leaves.push_back(std::move(explained));
    }

    // As the query does: a stem of rare languages only counts in their articles, or not at all.
    void limit_rare_stems(ExplainedLeaf& explained, const std::string& prefix) {
        const auto is_rare = [this](const std::string& language) {
            return std::ranges::find(facts_.rare_languages, language) !=
                   facts_.rare_languages.end();
        };
        for (auto& term : explained.terms) {
            if (!term.is_stem || !std::ranges::all_of(term.languages, is_rare)) continue;
            term.articles = count_in_languages(index_, "Z" + prefix + term.text, term.languages);
            if (term.articles == 0) term.languages.clear();
        }
        std::erase_if(explained.terms, [](const auto& term) { return term.languages.empty(); });
    }

    ExplainedTerm& term_of(
        ExplainedLeaf& explained, const std::string& text, bool is_stem, const std::string& prefix
    ) {
        for (auto& known : explained.terms) {
            if (known.text == text && known.is_stem == is_stem) return known;
        }
        const std::string term = (is_stem ? "Z" : "") + prefix + text;
        return explained.terms.emplace_back(ExplainedTerm{
            .text = text, .is_stem = is_stem, .articles = articles_with(term), .languages = {}});
    }

    std::size_t articles_with(const std::string& term) {
        return term.size() > kTermBytesMax ? 0 : index_.get_termfreq(term);
    }

    void add_expansion(const QueryNode& node) {
        const Field* field = field_of(node);
        if (field != nullptr && field->kind != FieldKind::text) return;
        const Expansion found =
            node.kind == QueryKind::fuzzy
                ? facts_.vocabulary->near(
                      prefix_of(node), words_.single_term(node.text), node.number
                  )
                : facts_.vocabulary->fitting(prefix_of(node), words_.folded_pattern(node.text));
        ExplainedLeaf explained = {.leaf = node, .terms = {}, .cut = found.cut};
        for (const auto& word : found.words)
            explained.terms.push_back({.text = word.term, .articles = word.articles});
        leaves.push_back(std::move(explained));
    }

    void add_value(const QueryNode& node) {
        const std::string term = exact_term(*field_of(node), node.text);
        leaves.push_back(
            {.leaf = node, .terms = {{.text = node.text, .articles = articles_with(term)}}}
        );
    }

    const Xapian::Database& index_;
    const IndexFacts& facts_;
    Analyzer& analyzer_;
    QueryWords words_;
    std::vector<Token> tokens_;
};

}  // namespace

std::vector<ExplainedLeaf> explained_leaves(
    const QueryNode& tree,
    const Xapian::Database& index,
    const IndexFacts& facts,
    Analyzer& analyzer
) {
    Explainer explainer(index, facts, analyzer);
    explainer.explain(tree);
    return std::move(explainer.leaves);
}

}  // namespace broadsheet
