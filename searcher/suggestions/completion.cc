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

/// Completes what was typed so far.
class Completer {
public:
    Completer(
        Beginning beginning,
        std::size_t limit,
        const Xapian::Database& index,
        const IndexFacts& facts,
        Analyzer& analyzer
    )
        : beginning_(std::move(beginning)),
          limit_(limit),
          index_(index),
          facts_(facts),
          analyzer_(analyzer) {}

    [[nodiscard]] std::vector<CompletedWord> words() const;
    [[nodiscard]] std::vector<CompletedHeadline> headlines() const;

private:
    [[nodiscard]] Xapian::Query query(std::vector<QueryNode> all) const {
        return build_query(all_of(std::move(all)), index_, facts_, analyzer_).query;
    }

    Beginning beginning_;
    std::size_t limit_;
    const Xapian::Database& index_;
    const IndexFacts& facts_;
    Analyzer& analyzer_;
};

std::vector<CompletedWord> Completer::words() const {
    constexpr std::size_t kTriedMax = 30;
    Expansion found = facts_.vocabulary->fitting({}, beginning_.last + '*');
    std::vector<CompletedWord> completed;
    if (beginning_.words.empty()) {
        if (found.words.size() > limit_) found.words.resize(limit_);
        for (auto& known : found.words)
            completed.push_back({.text = std::move(known.term), .articles = known.articles});
        return completed;
    }
    if (found.words.size() > kTriedMax) found.words.resize(kTriedMax);
    for (const auto& known : found.words) {
        std::vector<QueryNode> all = beginning_.words;
        all.push_back(phrase(known.term));
        const std::size_t together = estimated_matches(index_, query(std::move(all)));
        if (together > 0)
            completed.push_back({.text = beginning_.whole + known.term, .articles = together});
    }
    std::stable_sort(completed.begin(), completed.end(), [](const auto& a, const auto& b) {
        return a.articles > b.articles;
    });
    if (completed.size() > limit_) completed.resize(limit_);
    return completed;
}

std::vector<CompletedHeadline> Completer::headlines() const {
    std::vector<QueryNode> all = beginning_.words;
    for (auto& known : all)
        known.field = "headline";
    all.push_back({.kind = QueryKind::wildcard, .text = beginning_.last + '*', .field = "headline"}
    );
    std::vector<CompletedHeadline> completed;
    for (const auto& ranked : rank(index_, query(std::move(all)), {.limit = limit_}).articles) {
        Article article = stored_article(index_, ranked.document);
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
    QueryWords query_words(analyzer, facts);
    Beginning typed = read(beginning, query_words);
    if (typed.last.empty() || limit == 0) return {};
    const Completer completer(std::move(typed), limit, index, facts, analyzer);
    return {.words = completer.words(), .headlines = completer.headlines()};
}

}  // namespace broadsheet
