#include "searcher/search.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "broadsheet/error.h"
#include "common/fields.h"
#include "searcher/explanation/explained_tree.h"
#include "searcher/explanation/score_parts.h"
#include "searcher/query/arrival_filter.h"
#include "searcher/query/date_filter.h"
#include "searcher/query/parser.h"
#include "searcher/query/tree_check.h"
#include "searcher/query/word_forms.h"
#include "searcher/ranking/improvement.h"
#include "searcher/ranking/ranked_page.h"
#include "searcher/ranking/weight.h"
#include "searcher/results/stored_articles.h"
#include "searcher/suggestions/did_you_mean.h"

namespace broadsheet {

namespace {

void check(const Query& query) {
    if (query.from && query.until && query.from->begin_ms > end_ms(*query.until)) {
        throw Error(
            ErrorKind::invalid_argument,
            fmt::format(
                "cannot search from {} until {}: the end is before the beginning",
                to_iso(*query.from),
                to_iso(*query.until)
            )
        );
    }
}

ParsedQuery given(const QueryNode& tree) {
    ParsedQuery parsed;
    check_tree(tree);
    parsed.root = tree;
    parsed.text = to_text(tree);
    return parsed;
}

// Words score themselves where they can.
std::shared_ptr<WordScoring> scoring(const OpenIndex& index, const Query& query) {
    if (query.model != Model::bm25 || query.sort != SortBy::relevance) return nullptr;
    return std::make_shared<WordScoring>(WordScoring{.statistics = index.statistics});
}

Xapian::Query within_limits(const Query& query, const Xapian::Query& built) {
    Xapian::Query within = built;
    const auto keep_only = [&within](const Xapian::Query& filter) {
        if (!within.empty()) within = Xapian::Query(Xapian::Query::OP_FILTER, within, filter);
    };
    if (query.from || query.until) keep_only(date_filter(query.from, query.until));
    if (query.arrived_after > 0 || query.arrived_until < UINT32_MAX)
        keep_only(arrival_filter(query.arrived_after, query.arrived_until));
    return within;
}

// The engine tells the parts of a score one by one where it makes the whole of terms. Of very many
// hits only the first are explained.
ScoreParts score_parts(OpenIndex& index, const Query& query, const RankedPage& page) {
    constexpr std::size_t kExplainedMax = 1000;
    BuiltQuery built = understand(index, query);
    improve(index, query, built);
    std::vector<Xapian::docid> documents;
    if (built.scored && query.sort == SortBy::relevance) {
        for (const auto& ranked : page.articles) {
            if (documents.size() < kExplainedMax) documents.push_back(ranked.document);
        }
    }
    return {
        index.snapshot.database,
        built.query,
        std::move(documents),
        [words = built.targets.words.size(), settings = RankingSettings{.model = query.model}] {
            return make_weight(words, settings);
        }};
}

Explanation explanation(
    OpenIndex& index, const Query& query, const QueryNode& tree, const ScoreParts& parts
) {
    return {
        .tree = tree,
        .text = to_text(tree),
        .leaves = explained_leaves(
            tree, index.snapshot.database, index.facts_in(query.language), index.analyzer
        ),
        .parts = parts.parts()};
}

Hit read_hit(
    const OpenIndex& index, const Query& query, const RankedArticle& ranked, SnippetMaker& snippets
) {
    if (query.ids_only) {
        Hit hit{.score = ranked.score};
        hit.article.id = stored_id(index.snapshot.database, ranked.document);
        return hit;
    }
    return hit_of(
        query, ranked.score, stored_article(index.snapshot.database, ranked.document), snippets
    );
}

}  // namespace

BuiltQuery understand(
    OpenIndex& index, const Query& query, const std::shared_ptr<WordScoring>& scoring
) {
    check(query);
    if (index.remembers_too_much()) index.analyzer.forget_words();
    ParsedQuery parsed = query.tree ? given(*query.tree) : parse_query(query.text);
    if (query.strict && !parsed.mistakes.empty())
        throw Error(ErrorKind::invalid_argument, parsed.mistakes.front().sentence);
    BuiltQuery built = build_query(
        parsed.root,
        index.snapshot.database,
        index.facts_in(query.language),
        index.analyzer,
        {},
        scoring
    );
    built.query = within_limits(query, built.query);
    built.candidates = within_limits(query, built.candidates);
    built.hopeful = within_limits(query, built.hopeful);
    parsed.notes.insert(parsed.notes.end(), built.notes.begin(), built.notes.end());
    built.notes = std::move(parsed.notes);
    built.mistakes = std::move(parsed.mistakes);
    built.tree = std::move(parsed.root);
    return built;
}

std::vector<std::string> improve(OpenIndex& index, const Query& query, BuiltQuery& built) {
    Wishes wishes = {
        .expand = query.expand && query.sort == SortBy::relevance,
        .liked = index.documents(query.like),
        .unliked = index.documents(query.unlike),
        .recency_days = query.recency_days,
        .now = query.now ? date_slot_value(*query.now) : std::string()};
    ImprovedQuery better =
        improved(index.snapshot.database, built, wishes, {.model = query.model}, index.statistics);
    built.query = within_limits(query, better.query);
    built.scored = better.scored;
    if (wishes.any()) {
        built.checks.clear();
        built.hopeful = Xapian::Query();
    }
    return words_to_show(index, better.added);
}

std::vector<std::string> words_to_show(OpenIndex& index, const std::vector<FeedbackTerm>& terms) {
    constexpr std::size_t kShown = 10;
    std::vector<std::string> words;
    for (std::size_t i = 0; i < std::min(kShown, terms.size()); ++i)
        words.push_back(commonest_form(terms[i].stem, index.facts, index.analyzer));
    return words;
}

Hit hit_of(const Query& query, double score, Article article, SnippetMaker& snippets) {
    Hit hit{.score = score, .article = std::move(article)};
    if (query.snippets == 0) return hit;
    hit.headline_highlights = snippets.headline_highlights(hit.article);
    if (query.snippets == 1) {
        hit.snippet = snippets.snippet(hit.article, query.snippet_length);
        return hit;
    }
    auto passages = snippets.snippets(hit.article, query.snippet_length, query.snippets);
    for (Snippet& passage : passages) {
        if (&passage == &passages.front()) {
            hit.snippet = std::move(passage);
        } else {
            hit.further_snippets.push_back(std::move(passage));
        }
    }
    return hit;
}

Results search(OpenIndex& index, const Query& query, const std::function<void(Hit&&)>& visit) {
    BuiltQuery built = understand(index, query, scoring(index, query));
    std::vector<std::string> added_words = improve(index, query, built);
    const RankedPage page = rank(
        index.snapshot.database,
        built.checks.empty() ? built.query : built.candidates,
        {.sort = query.sort,
         .offset = query.offset,
         .limit = query.limit,
         .exact_total = query.exact_total,
         .words = built.targets.words.size(),
         .scored = built.scored,
         .settings = {.model = query.model},
         .checks = built.checks,
         .hopeful = built.hopeful,
         .scope = built.scope}
    );
    std::optional<ScoreParts> parts;
    if (query.explain) parts = score_parts(index, query, page);
    std::optional<SnippetMaker> snippets(std::in_place, index.analyzer, built.targets);
    std::size_t rank = query.offset;
    for (const auto& ranked : page.articles) {
        if (index.remembers_too_much()) {
            snippets.reset();  // it may hold words
            index.analyzer.forget_words();
            snippets.emplace(index.analyzer, built.targets);
        }
        Hit hit = read_hit(index, query, ranked, *snippets);
        hit.rank = ++rank;
        if (parts) hit.contributions = parts->of(ranked.document);
        visit(std::move(hit));
    }
    snippets.reset();
    Results results;
    if (parts) results.explanation = explanation(index, query, built.tree, *parts);
    results.total = page.total;
    results.total_is_exact = page.total_is_exact;
    results.added_words = std::move(added_words);
    results.notes = std::move(built.notes);
    results.mistakes = std::move(built.mistakes);
    if (query.suggestions > 0) {
        results.suggestions = did_you_mean(
            built.tree,
            page.total,
            query.suggestions,
            index.snapshot.database,
            index.facts,
            index.analyzer
        );
    }
    return results;
}

}  // namespace broadsheet
