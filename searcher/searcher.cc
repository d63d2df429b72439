#include "broadsheet/searcher.h"

#include <utility>

#include <fmt/format.h>

#include "broadsheet/error.h"
#include "common/index/arrival.h"
#include "searcher/open_index.h"
#include "searcher/ranking/ranked_page.h"
#include "searcher/results/facet_counts.h"
#include "searcher/results/stored_articles.h"
#include "searcher/search.h"
#include "searcher/similar.h"
#include "searcher/snippet/snippet_maker.h"
#include "searcher/suggestions/completion.h"

namespace broadsheet {

namespace {

std::optional<Article> article_of(const OpenIndex& index, std::string_view id) {
    const auto document = find_article(index.snapshot.database, id);
    if (!document) return std::nullopt;
    return stored_article(index.snapshot.database, *document);
}

}  // namespace

/// The rooms behind it: OpenIndex holds the index, search.h answers queries, similar.h finds likes.
struct Searcher::Impl : OpenIndex {
    using OpenIndex::OpenIndex;
};

Searcher::Searcher(const std::filesystem::path& path) : impl_(std::make_unique<Impl>(path)) {}

Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

Results Searcher::search(const Query& query) {
    return impl_->read([&] {
        std::vector<Hit> hits;
        Results results = broadsheet::search(*impl_, query, [&hits](Hit&& hit) {
            hits.push_back(std::move(hit));
        });
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
        return broadsheet::search(*impl_, query, [&](Hit&& hit) {
            begun = true;
            visit(hit);
        });
    });
}

std::size_t Searcher::count(const Query& query) {
    return impl_->read([&] {
        BuiltQuery built = understand(*impl_, query);
        improve(*impl_, query, built);
        return count_matches(impl_->snapshot.database, built.query);
    });
}

Facet Searcher::facet(const Query& query, std::string_view field, std::size_t values) {
    return impl_->read([&] {
        const BuiltQuery built = understand(*impl_, query);
        return count_facet(impl_->snapshot.database, built.query, field, values);
    });
}

Timeline Searcher::timeline(const Query& query, TimeUnit unit) {
    return impl_->read([&] {
        const BuiltQuery built = understand(*impl_, query);
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
    return impl_->read([&] { return article_of(*impl_, id); });
}

std::optional<MarkedArticle> Searcher::article(std::string_view id, const Query& query) {
    return impl_->read([&]() -> std::optional<MarkedArticle> {
        auto found = article_of(*impl_, id);
        if (!found) return std::nullopt;
        const BuiltQuery built = understand(*impl_, query);
        return SnippetMaker(impl_->analyzer, built.targets).mark(std::move(*found));
    });
}

std::optional<Results> Searcher::similar(
    std::string_view id, const Query& query, const Likeness& likeness
) {
    return impl_->read([&] { return similar_to_article(*impl_, id, query, likeness); });
}

Results Searcher::similar_to_text(
    std::string_view text, const Query& query, const Likeness& likeness
) {
    return impl_->read([&] { return broadsheet::similar_to_text(*impl_, text, query, likeness); });
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
    return impl_->read([&] { return impl_->refresh(); });
}

}  // namespace broadsheet
