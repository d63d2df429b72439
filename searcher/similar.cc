#include "searcher/similar.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "broadsheet/error.h"
#include "common/fields.h"
#include "common/text/language.h"
#include "searcher/ranking/feedback.h"
#include "searcher/results/likeness.h"
#include "searcher/results/near_copies.h"
#include "searcher/results/similar_page.h"
#include "searcher/results/stored_articles.h"
#include "searcher/search.h"

namespace broadsheet {

namespace {

// What is asked about, and what of the index it is not to be.
struct Subject {
    std::vector<SpecialTerm> terms;
    NearCopies known;
    Xapian::Query excluded;
    std::optional<Date> before;
};

// Whether it is for some articles only.
bool chooses(const Query& query) {
    return !query.text.empty() || query.tree || query.from || query.until ||
           query.arrived_after > 0 || query.arrived_until < UINT32_MAX;
}

Results similar(OpenIndex& index, Subject& subject, const Query& query, bool leave_out_copies) {
    BuiltQuery built = understand(index, query);
    const auto keep_only = [&](Xapian::Query::op op, const Xapian::Query& other) {
        built.query = Xapian::Query(op, built.query, other);
    };
    const Xapian::Query choice = built.query;
    built.query = likeness_query(subject.terms);
    if (chooses(query)) keep_only(Xapian::Query::OP_FILTER, choice);
    if (subject.before) keep_only(Xapian::Query::OP_FILTER, published_before(*subject.before));
    if (!subject.excluded.empty()) keep_only(Xapian::Query::OP_AND_NOT, subject.excluded);
    add_targets(index.snapshot.database, subject.terms, built.targets);

    const std::size_t offset = std::min(query.offset, kSimilarMax);
    SimilarPage page = similar_page(
        index.snapshot.database,
        built.query,
        subject.terms.size(),
        offset,
        std::min(query.limit, kSimilarMax - offset),
        leave_out_copies,
        subject.known
    );
    SnippetMaker snippets(index.analyzer, built.targets);
    Results results{.total = page.total, .total_is_exact = page.total_is_exact};
    for (SimilarArticle& found : page.articles) {
        Hit& hit = results.hits.emplace_back(
            hit_of(query, found.ranked.score, std::move(found.article), snippets)
        );
        hit.rank = offset + results.hits.size();
        hit.near_copy = found.near_copy;
    }
    std::vector<FeedbackTerm> words;
    for (const SpecialTerm& term : subject.terms)
        words.push_back({.stem = term.stem, .weight = term.weight});
    results.added_words = words_to_show(index, words);
    results.mistakes = std::move(built.mistakes);
    results.notes = std::move(built.notes);
    return results;
}

}  // namespace

std::optional<Results> similar_to_article(
    OpenIndex& index, std::string_view id, const Query& query, const Likeness& likeness
) {
    const auto document = find_article(index.snapshot.database, id);
    if (!document) return std::nullopt;
    const Article article = stored_article(index.snapshot.database, *document);
    if (likeness.earlier_only && !article.published) {
        throw Error(
            ErrorKind::invalid_argument,
            fmt::format("article '{}' has no date, so none is known to be earlier", id)
        );
    }
    Subject subject{
        special_terms(index.snapshot.database, *document, article, index.analyzer),
        NearCopies(index.analyzer),
        Xapian::Query(exact_term(*find_field("id"), id)),
        likeness.earlier_only ? article.published : std::nullopt};
    subject.known.keep(article);
    return similar(index, subject, query, likeness.leave_out_copies);
}

Results similar_to_text(
    OpenIndex& index, std::string_view text, const Query& query, const Likeness& likeness
) {
    Subject subject{
        special_terms(index.snapshot.database, text, index.analyzer),
        NearCopies(index.analyzer),
        {},
        {}};
    subject.known.keep(text, detect_language(text));
    return similar(index, subject, query, likeness.leave_out_copies);
}

}  // namespace broadsheet
