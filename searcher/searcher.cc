#include "broadsheet/searcher.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "common/fields.h"
#include "common/index/arrival.h"
#include "common/index/snapshot.h"
#include "common/text/analyzer.h"
#include "common/text/language.h"
#include "common/xapian_errors.h"
#include "searcher/explanation/explained_tree.h"
#include "searcher/explanation/score_parts.h"
#include "searcher/query/arrival_filter.h"
#include "searcher/query/date_filter.h"
#include "searcher/query/index_facts.h"
#include "searcher/query/parser.h"
#include "searcher/query/query_builder.h"
#include "searcher/ranking/improvement.h"
#include "searcher/ranking/ranked_page.h"
#include "searcher/ranking/weight.h"
#include "searcher/results/facet_counts.h"
#include "searcher/results/likeness.h"
#include "searcher/results/near_copies.h"
#include "searcher/results/similar_page.h"
#include "searcher/results/stored_articles.h"
#include "searcher/snippet/snippet_maker.h"
#include "searcher/suggestions/completion.h"
#include "searcher/suggestions/did_you_mean.h"

namespace broadsheet {

namespace {

/// A long-lived searcher, and a long answer, forget the words of old queries and articles beyond
/// this.
constexpr std::size_t kRememberedBytesMax = std::size_t{64} << 20;

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
    parsed.root = tree;
    parsed.text = to_text(tree);  // refuses one that is too deep
    return parsed;
}

}  // namespace

struct Searcher::Impl {
    explicit Impl(const std::filesystem::path& index_path) : path(index_path) { move_to_newest(); }

    void move_to_newest() {
        snapshot = open_snapshot(path);
        statistics = std::make_shared<IndexStatistics>();
        facts = with_xapian(action(), [&] {
            return read_index_facts(snapshot.database, snapshot.parts);
        });
    }

    [[nodiscard]] std::string action() const {
        return fmt::format("search index '{}'", path.string());
    }

    /// Runs a reading of the index. Segments are never changed, except when articles are removed;
    /// the engine then says so, and the reading starts again from the newest state.
    template <typename Body>
    auto read(const Body& body) {
        constexpr int kRetries = 3;
        return with_xapian(action(), [&] {
            for (int attempt = 0; attempt < kRetries; ++attempt) {
                try {
                    return body();
                } catch (const Xapian::DatabaseModifiedError&) {
                    move_to_newest();
                }
            }
            return body();
        });
    }

    /// Words can score themselves where nothing but their scores is asked for.
    [[nodiscard]] std::shared_ptr<WordScoring> scoring(const Query& query) const {
        const bool plain = query.model == ::broadsheet::Model::bm25 &&
                           query.sort == SortBy::relevance && !query.explain && !query.expand &&
                           query.like.empty() && query.unlike.empty() && query.recency_days <= 0;
        if (!plain) return nullptr;
        return std::make_shared<WordScoring>(WordScoring{.statistics = statistics});
    }

    BuiltQuery build(const Query& query, const std::shared_ptr<WordScoring>& scoring = nullptr) {
        check(query);
        if (analyzer.memory_bytes() > kRememberedBytesMax) analyzer.forget_words();
        ParsedQuery parsed = query.tree ? given(*query.tree) : parse_query(query.text);
        if (query.strict && !parsed.mistakes.empty())
            throw Error(ErrorKind::invalid_argument, parsed.mistakes.front().sentence);
        BuiltQuery built = build_query(
            parsed.root,
            snapshot.database,
            query.language.empty() ? facts : facts.in_language(query.language),
            analyzer,
            {},
            scoring
        );
        built.query = within_limits(query, built.query);
        parsed.notes.insert(parsed.notes.end(), built.notes.begin(), built.notes.end());
        built.notes = std::move(parsed.notes);
        built.mistakes = std::move(parsed.mistakes);
        built.tree = std::move(parsed.root);
        return built;
    }

    static Xapian::Query within_limits(const Query& query, const Xapian::Query& built) {
        Xapian::Query within = built;
        const auto keep_only = [&within](const Xapian::Query& filter) {
            if (!within.empty()) within = Xapian::Query(Xapian::Query::OP_FILTER, within, filter);
        };
        if (query.from || query.until) keep_only(date_filter(query.from, query.until));
        if (query.arrived_after > 0 || query.arrived_until < UINT32_MAX)
            keep_only(arrival_filter(query.arrived_after, query.arrived_until));
        return within;
    }

    /// Adds what is wished for beside the words to the query; returns the words that articles gave.
    std::vector<std::string> improve(const Query& query, BuiltQuery& built) {
        Wishes wishes = {
            .expand = query.expand && query.sort == SortBy::relevance,
            .liked = documents(query.like),
            .unliked = documents(query.unlike),
            .recency_days = query.recency_days,
            .now = query.now ? date_slot_value(*query.now) : std::string()};
        ImprovedQuery better =
            improved(snapshot.database, built, wishes, {.model = query.model}, statistics);
        built.query = within_limits(query, better.query);
        built.scored = better.scored;
        return words_to_show(snapshot.database, better.added);
    }

    std::vector<Xapian::docid> documents(const std::vector<std::string>& ids) {
        std::vector<Xapian::docid> found;
        for (const auto& id : ids) {
            const auto document = find_article(snapshot.database, id);
            if (!document) {
                throw Error(
                    ErrorKind::invalid_argument, fmt::format("no article has the id '{}'", id)
                );
            }
            found.push_back(*document);
        }
        return found;
    }

    Results stream(const Query& query, const std::function<void(Hit&&)>& visit) {
        BuiltQuery built = build(query, scoring(query));
        std::vector<std::string> added_words = improve(query, built);
        const RankedPage page = rank(
            snapshot.database,
            built.query,
            {.sort = query.sort,
             .offset = query.offset,
             .limit = query.limit,
             .exact_total = query.exact_total,
             .words = built.targets.words.size(),
             .scored = built.scored,
             .settings = {.model = query.model}}
        );
        std::optional<ScoreParts> parts;
        if (query.explain) parts = score_parts(query, built, page);
        std::optional<SnippetMaker> snippets(std::in_place, analyzer, built.targets);
        std::size_t rank = query.offset;
        for (const auto& ranked : page.articles) {
            if (analyzer.memory_bytes() > kRememberedBytesMax) {
                snippets.reset();  // it may hold words
                analyzer.forget_words();
                snippets.emplace(analyzer, built.targets);
            }
            Hit hit = hit_of(query, ranked, *snippets);
            hit.rank = ++rank;
            if (parts) hit.contributions = parts->of(ranked.document);
            visit(std::move(hit));
        }
        snippets.reset();
        Results results;
        if (parts) results.explanation = explanation(query, built.tree, *parts);
        results.total = page.total;
        results.total_is_exact = page.total_is_exact;
        results.added_words = std::move(added_words);
        results.notes = std::move(built.notes);
        results.mistakes = std::move(built.mistakes);
        if (query.suggestions > 0) {
            results.suggestions = did_you_mean(
                built.tree, page.total, query.suggestions, snapshot.database, facts, analyzer
            );
        }
        return results;
    }

    // Of very many hits only the first are explained.
    ScoreParts score_parts(const Query& query, const BuiltQuery& built, const RankedPage& page) {
        constexpr std::size_t kExplainedMax = 1000;
        std::vector<Xapian::docid> documents;
        if (built.scored && query.sort == SortBy::relevance) {
            for (const auto& ranked : page.articles) {
                if (documents.size() < kExplainedMax) documents.push_back(ranked.document);
            }
        }
        return {
            snapshot.database,
            built.query,
            std::move(documents),
            [words = built.targets.words.size(), settings = RankingSettings{.model = query.model}] {
                return make_weight(words, settings);
            }};
    }

    Explanation explanation(const Query& query, const QueryNode& tree, const ScoreParts& parts) {
        const IndexFacts asked = query.language.empty() ? facts : facts.in_language(query.language);
        return {
            .tree = tree,
            .text = to_text(tree),
            .leaves = explained_leaves(tree, snapshot.database, asked, analyzer),
            .parts = parts.parts()};
    }

    Hit hit_of(const Query& query, const RankedArticle& ranked, SnippetMaker& snippets) {
        if (query.ids_only) {
            Hit hit{.score = ranked.score};
            hit.article.id = stored_id(snapshot.database, ranked.document);
            return hit;
        }
        return hit_of(
            query, ranked.score, stored_article(snapshot.database, ranked.document), snippets
        );
    }

    static Hit hit_of(const Query& query, double score, Article article, SnippetMaker& snippets) {
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

    /// What is asked about, and what of the index it is not to be.
    struct Model {
        std::vector<SpecialTerm> terms;
        NearCopies known;
        Xapian::Query excluded;
        std::optional<Date> before;
    };

    std::optional<Results> similar(
        std::string_view id, const Query& query, const Likeness& likeness
    ) {
        const auto document = find_article(snapshot.database, id);
        if (!document) return std::nullopt;
        const Article article = stored_article(snapshot.database, *document);
        if (likeness.earlier_only && !article.published) {
            throw Error(
                ErrorKind::invalid_argument,
                fmt::format("article '{}' has no date, so none is known to be earlier", id)
            );
        }
        Model model{
            special_terms(snapshot.database, *document, article, analyzer),
            NearCopies(analyzer),
            Xapian::Query(exact_term(*find_field("id"), id)),
            likeness.earlier_only ? article.published : std::nullopt};
        model.known.keep(article);
        return similar(model, query, likeness.leave_out_copies);
    }

    Results similar_to_text(std::string_view text, const Query& query, const Likeness& likeness) {
        Model model{special_terms(snapshot.database, text, analyzer), NearCopies(analyzer), {}, {}};
        model.known.keep(text, detect_language(text));
        return similar(model, query, likeness.leave_out_copies);
    }

    Results similar(Model& model, const Query& query, bool leave_out_copies) {
        BuiltQuery built = build(query);
        const auto keep_only = [&](Xapian::Query::op op, const Xapian::Query& other) {
            built.query = Xapian::Query(op, built.query, other);
        };
        const bool chosen = !query.text.empty() || query.from || query.until;
        const Xapian::Query choice = built.query;
        built.query = likeness_query(model.terms);
        if (chosen) keep_only(Xapian::Query::OP_FILTER, choice);
        if (model.before) keep_only(Xapian::Query::OP_FILTER, published_before(*model.before));
        if (!model.excluded.empty()) keep_only(Xapian::Query::OP_AND_NOT, model.excluded);
        add_targets(snapshot.database, model.terms, built.targets);

        const std::size_t offset = std::min(query.offset, kSimilarMax);
        SimilarPage page = similar_page(
            snapshot.database,
            built.query,
            model.terms.size(),
            offset,
            std::min(query.limit, kSimilarMax - offset),
            leave_out_copies,
            model.known
        );
        SnippetMaker snippets(analyzer, built.targets);
        Results results{.total = page.total, .total_is_exact = page.total_is_exact};
        for (SimilarArticle& found : page.articles) {
            Hit& hit = results.hits.emplace_back(
                hit_of(query, found.ranked.score, std::move(found.article), snippets)
            );
            hit.rank = offset + results.hits.size();
            hit.near_copy = found.near_copy;
        }
        std::vector<FeedbackTerm> words;
        for (const SpecialTerm& term : model.terms)
            words.push_back({.stem = term.stem, .weight = term.weight});
        results.added_words = words_to_show(snapshot.database, words);
        results.mistakes = std::move(built.mistakes);
        results.notes = std::move(built.notes);
        return results;
    }

    std::optional<Article> article(std::string_view id) {
        const auto document = find_article(snapshot.database, id);
        if (!document) return std::nullopt;
        return stored_article(snapshot.database, *document);
    }

    std::filesystem::path path;
    Snapshot snapshot;
    IndexFacts facts;
    std::shared_ptr<IndexStatistics> statistics = std::make_shared<IndexStatistics>();
    Analyzer analyzer;
};

Searcher::Searcher(const std::filesystem::path& path) : impl_(std::make_unique<Impl>(path)) {}

Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

Results Searcher::search(const Query& query) {
    return impl_->read([&] {
        std::vector<Hit> hits;
        Results results =
            impl_->stream(query, [&hits](Hit&& hit) { hits.push_back(std::move(hit)); });
        results.hits = std::move(hits);
        return results;
    });
}

Results Searcher::stream(const Query& query, const std::function<void(const Hit&)>& visit) {
    bool begun = false;
    return impl_->read([&] {
        // A second attempt would hand over hits again.
        if (begun) {
            throw Error(
                ErrorKind::unreadable,
                fmt::format(
                    "index '{}' lost articles while it was read: search again", impl_->path.string()
                )
            );
        }
        return impl_->stream(query, [&](Hit&& hit) {
            begun = true;
            visit(hit);
        });
    });
}

std::size_t Searcher::count(const Query& query) {
    return impl_->read([&] {
        BuiltQuery built = impl_->build(query);
        impl_->improve(query, built);
        return count_matches(impl_->snapshot.database, built.query);
    });
}

Facet Searcher::facet(const Query& query, std::string_view field, std::size_t values) {
    return impl_->read([&] {
        const BuiltQuery built = impl_->build(query);
        return count_facet(impl_->snapshot.database, built.query, field, values);
    });
}

Timeline Searcher::timeline(const Query& query, TimeUnit unit) {
    return impl_->read([&] {
        const BuiltQuery built = impl_->build(query);
        return count_timeline(impl_->snapshot.database, built.query, unit);
    });
}

Completions Searcher::complete(std::string_view beginning, std::size_t limit) {
    return impl_->read([&] {
        return broadsheet::complete(
            beginning, limit, impl_->snapshot.database, impl_->facts, impl_->analyzer
        );
    });
}

std::optional<Article> Searcher::article(std::string_view id) {
    return impl_->read([&] { return impl_->article(id); });
}

std::optional<MarkedArticle> Searcher::article(std::string_view id, const Query& query) {
    return impl_->read([&]() -> std::optional<MarkedArticle> {
        auto found = impl_->article(id);
        if (!found) return std::nullopt;
        const BuiltQuery built = impl_->build(query);
        return SnippetMaker(impl_->analyzer, built.targets).mark(std::move(*found));
    });
}

std::optional<Results> Searcher::similar(
    std::string_view id, const Query& query, const Likeness& likeness
) {
    return impl_->read([&] { return impl_->similar(id, query, likeness); });
}

Results Searcher::similar_to_text(
    std::string_view text, const Query& query, const Likeness& likeness
) {
    return impl_->read([&] { return impl_->similar_to_text(text, query, likeness); });
}

std::size_t Searcher::size() const {
    return impl_->read([&] { return impl_->snapshot.database.get_doccount(); });
}

std::uint32_t Searcher::newest_arrival() const {
    return impl_->read([&] {
        const Xapian::Database& index = impl_->snapshot.database;
        const Arrival newest = broadsheet::newest_arrival(index);
        if (newest == 0 && index.get_doccount() > 0) {
            throw Error(
                ErrorKind::incompatible,
                fmt::format(
                    "index '{}' does not say when its articles came in; index the bundles anew "
                    "with this program",
                    impl_->path.string()
                )
            );
        }
        return newest;
    });
}

bool Searcher::refresh() {
    return impl_->read([&] {
        Snapshot newest = open_snapshot(impl_->path);
        if (newest.segments == impl_->snapshot.segments && !impl_->snapshot.database.reopen())
            return false;
        impl_->snapshot = std::move(newest);
        impl_->statistics = std::make_shared<IndexStatistics>();
        impl_->facts = read_index_facts(impl_->snapshot.database, impl_->snapshot.parts);
        return true;
    });
}

}  // namespace broadsheet
