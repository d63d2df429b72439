#include "searcher/suggestions/completion.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "common/utf8.h"
#include "searcher/query/query_builder.h"
#include "searcher/query/query_words.h"
#include "searcher/ranking/ranked_page.h"
#include "searcher/results/stored_articles.h"
#include "searcher/suggestions/match_estimate.h"

namespace broadsheet {

namespace {

/// Words that were typed to their end, and one that was not.
struct Beginning {
    std::string whole;             ///< with a blank behind, or empty
    std::vector<QueryNode> words;  ///< of `whole`
    std::string last;              ///< its term
};

constexpr std::size_t kBeginningBytesMax = 500;

Beginning read(std::string_view typed, QueryWords& query_words) {
    const std::string text = repair_utf8(utf8_prefix(typed, kBeginningBytesMax));
    Beginning beginning;
    const std::size_t blank = text.find_last_of(" \t\n");
    const std::size_t last = blank == std::string::npos ? 0 : blank + 1;
    beginning.whole = text.substr(0, last);
    for (std::size_t at = 0; at < last;) {
        const std::size_t end = text.find_first_of(" \t\n", at);
        if (end > at) beginning.words.push_back(word(text.substr(at, end - at)));
        at = end + 1;
    }
    beginning.last = query_words.single_term(text.substr(last));
    return beginning;
}

std::vector<CompletedWord> words(
    const Beginning& beginning,
    std::size_t limit,
    const Xapian::Database& index,
    const IndexFacts& facts,
    Analyzer& analyzer
) {
    constexpr std::size_t kTriedMax = 30;
    Expansion found = facts.vocabulary->fitting({}, beginning.last + '*');
    std::vector<CompletedWord> completed;
    if (beginning.words.empty()) {
        if (found.words.size() > limit) found.words.resize(limit);
        for (auto& known : found.words)
            completed.push_back({.text = std::move(known.term), .articles = known.articles});
        return completed;
    }
    if (found.words.size() > kTriedMax) found.words.resize(kTriedMax);
    for (const auto& known : found.words) {
        std::vector<QueryNode> all = beginning.words;
        all.push_back(phrase(known.term));
        const auto built = build_query(all_of(std::move(all)), index, facts, analyzer);
        const std::size_t together = estimated_matches(index, built.query);
        if (together > 0)
            completed.push_back({.text = beginning.whole + known.term, .articles = together});
    }
    std::stable_sort(completed.begin(), completed.end(), [](const auto& a, const auto& b) {
        return a.articles > b.articles;
    });
    if (completed.size() > limit) completed.resize(limit);
    return completed;
}

std::vector<CompletedHeadline> headlines(
    const Beginning& beginning,
    std::size_t limit,
    const Xapian::Database& index,
    const IndexFacts& facts,
    Analyzer& analyzer
) {
    std::vector<QueryNode> all = beginning.words;
    for (auto& known : all)
        known.field = "headline";
    all.push_back({.kind = QueryKind::wildcard, .text = beginning.last + '*', .field = "headline"});
    const auto built = build_query(all_of(std::move(all)), index, facts, analyzer);
    std::vector<CompletedHeadline> completed;
    for (const auto& ranked : rank(index, built.query, {.limit = limit}).articles) {
        Article article = stored_article(index, ranked.document);
        completed.push_back({.headline = std::move(article.headline), .id = std::move(article.id)});
    }
    return completed;
}

}  // namespace

Completions complete(
    std::string_view beginning,
    std::size_t limit,
    const Xapian::Database& index,
    const IndexFacts& facts,
    Analyzer& analyzer
) {
    QueryWords query_words(analyzer, facts.languages, facts.rare_languages);
    const Beginning typed = read(beginning, query_words);
    if (typed.last.empty() || limit == 0) return {};
    return {
        .words = words(typed, limit, index, facts, analyzer),
        .headlines = headlines(typed, limit, index, facts, analyzer)};
}

}  // namespace broadsheet
