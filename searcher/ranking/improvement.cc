#include "searcher/ranking/improvement.h"

#include <algorithm>
#include <functional>
#include <memory>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "common/fields.h"
#include "searcher/ranking/country_words.h"
#include "searcher/ranking/ranked_page.h"
#include "searcher/ranking/recency_source.h"

namespace broadsheet {

namespace {

std::set<std::string> typed_stems(const MatchTargets& targets) {
    std::set<std::string> stems;
    for (const auto& word : targets.words) {
        stems.insert(word.stems.begin(), word.stems.end());
        for (const auto& rare : word.rare_stems)
            stems.insert(rare.stem);
    }
    return stems;
}

double word_count(const BuiltQuery& built) {
    return static_cast<double>(std::max<std::size_t>(built.targets.words.size(), 1));
}

// Rocchio: Relevance feedback in information retrieval (in Salton: The SMART retrieval system,
// 1971). What a person says has more of a say than what comes first, and what is liked more than
// what is not.
std::vector<FeedbackArticle> feedback_articles(
    std::vector<FeedbackArticle> first, const Wishes& wishes
) {
    constexpr double kFirst = 0.5;
    constexpr double kUnliked = 0.5;
    std::vector<FeedbackArticle> articles;
    for (const Xapian::docid document : wishes.liked) {
        articles.push_back(
            {.document = document, .share = 1.0 / static_cast<double>(wishes.liked.size())}
        );
    }
    for (const Xapian::docid document : wishes.unliked) {
        articles.push_back(
            {.document = document, .share = -kUnliked / static_cast<double>(wishes.unliked.size())}
        );
    }
    for (auto& article : first) {
        if (!wishes.liked.empty()) article.share *= kFirst;
        articles.push_back(article);
    }
    return articles;
}

// The first articles of the typed query, without those a person does not like.
std::vector<FeedbackArticle> first_found(
    const Xapian::Database& index,
    const BuiltQuery& built,
    const Wishes& wishes,
    const RankingSettings& settings
) {
    const RankedPage page = rank(
        index,
        built.query,
        {.limit = settings.feedback.articles + wishes.unliked.size(),
         .words = built.targets.words.size(),
         .settings = settings}
    );
    std::vector<RankedArticle> answer = page.articles;
    std::erase_if(answer, [&](const RankedArticle& article) {
        return std::ranges::find(wishes.unliked, article.document) != wishes.unliked.end();
    });
    return first_articles(answer, settings.feedback);
}

// An article that has only words of the others is found, too.
Xapian::Query widened_row(
    const Xapian::Database& index,
    const BuiltQuery& built,
    const std::vector<FeedbackTerm>& added,
    const FeedbackSettings& settings,
    const std::shared_ptr<IndexStatistics>& statistics
) {
    const double weight = feedback_weight(word_count(built), settings);
    auto source = std::make_unique<RowSource>(index, *built.row, built.scoring);
    source->add(feedback_source(index, added, weight, settings, statistics));
    return Xapian::Query(source.release()->release());
}

// Who asks for Japan is answered by what is Japanese, too.
void add_country_words(
    const Xapian::Database& index,
    const std::set<std::string>& typed,
    double words,
    const FeedbackSettings& settings,
    IndexStatistics& statistics,
    std::vector<FeedbackTerm>& added
) {
    const double weight = settings.country_word / feedback_weight(words, settings);
    for (const auto& stem : country_words(typed)) {
        const Xapian::doccount found_in = statistics.articles_with(index, kStemPrefix + stem);
        if (found_in == 0) continue;
        const auto known = std::ranges::find(added, stem, &FeedbackTerm::stem);
        if (known == added.end()) {
            added.push_back({.stem = stem, .weight = weight, .found_in = found_in});
        } else {
            known->weight += weight;
        }
    }
    std::ranges::stable_sort(added, std::greater(), &FeedbackTerm::weight);
}

void add_feedback(
    const Xapian::Database& index,
    const BuiltQuery& built,
    const Wishes& wishes,
    const RankingSettings& settings,
    const std::shared_ptr<IndexStatistics>& statistics,
    ImprovedQuery& out
) {
    constexpr double kWordsBesidePointing = 0.6;
    const bool explicitly = !wishes.liked.empty() || !wishes.unliked.empty();
    if (!wishes.expand && !explicitly) return;
    if (!built.scored && wishes.liked.empty()) return;
    // Against what is not liked must stand what is: the first articles, where none were named.
    std::vector<FeedbackArticle> first;
    if (built.scored && (wishes.expand || wishes.liked.empty()))
        first = first_found(index, built, wishes, settings);
    const std::set<std::string> typed = typed_stems(built.targets);
    out.added = feedback_terms(
        index, feedback_articles(std::move(first), wishes), typed, settings.feedback, *statistics
    );
    // What a person points at tells more than what happened to come first.
    FeedbackSettings feedback = settings.feedback;
    if (explicitly) feedback.original_weight *= kWordsBesidePointing;
    if (wishes.expand && built.scored)
        add_country_words(index, typed, word_count(built), feedback, *statistics, out.added);
    if (out.added.empty()) return;
    if (built.row && built.open) {
        out.query = widened_row(index, built, out.added, feedback, statistics);
        return;
    }
    if (built.scored) {
        out.query = widened(
            index, built.query, word_count(built), built.open, out.added, feedback, statistics
        );
        return;
    }
    const Xapian::Query alike = feedback_query(index, out.added, 1, settings.feedback, statistics);
    out.query = Xapian::Query(Xapian::Query::OP_FILTER, alike, built.query);
    out.scored = true;
}

// A prior that adds to the score as its logarithm would: as much as a good word for what is of now,
// half of it after the half-life (after Li, Croft: Time-based language models, CIKM 2003).
void add_recency(
    const Xapian::Database& index, const BuiltQuery& built, const Wishes& wishes, ImprovedQuery& out
) {
    if (wishes.recency_days <= 0 || !out.scored) return;
    constexpr double kOfTheWords = 0.5;
    double rarity = 0;
    for (const auto& word : built.targets.words)
        rarity += word.weight;
    if (rarity <= 0) rarity = 1;
    const std::string now =
        wishes.now.empty()
            ? index.get_value_upper_bound(static_cast<Xapian::valueno>(Slot::published))
            : wishes.now;
    Xapian::PostingSource* fresh =
        new RecencySource(now, wishes.recency_days, kOfTheWords * rarity);
    out.query =
        Xapian::Query(Xapian::Query::OP_AND_MAYBE, out.query, Xapian::Query(fresh->release()));
}

// Who points at an article knows it: alone it says what is looked for, and is no answer itself.
void leave_out(
    const Xapian::Database& index, const BuiltQuery& built, const Wishes& wishes, ImprovedQuery& out
) {
    std::vector<Xapian::docid> known = wishes.unliked;
    if (!built.scored) known.insert(known.end(), wishes.liked.begin(), wishes.liked.end());
    if (known.empty()) return;
    std::vector<Xapian::Query> ids;
    for (const Xapian::docid document : known) {
        const std::string id =
            index.get_document(document).get_value(static_cast<Xapian::valueno>(Slot::id));
        ids.emplace_back(exact_term(*find_field("id"), id));
    }
    out.query = Xapian::Query(
        Xapian::Query::OP_AND_NOT,
        out.query,
        Xapian::Query(Xapian::Query::OP_OR, ids.begin(), ids.end())
    );
}

}  // namespace

ImprovedQuery improved(
    const Xapian::Database& index,
    const BuiltQuery& built,
    const Wishes& wishes,
    const RankingSettings& settings,
    const std::shared_ptr<IndexStatistics>& statistics
) {
    ImprovedQuery out = {.query = built.query, .scored = built.scored};
    add_feedback(index, built, wishes, settings, statistics, out);
    add_recency(index, built, wishes, out);
    leave_out(index, built, wishes, out);
    return out;
}

}  // namespace broadsheet
