#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/article.h"
#include "broadsheet/error.h"
#include "broadsheet/facets.h"
#include "broadsheet/query.h"
#include "broadsheet/results.h"
#include "broadsheet/suggestions.h"

namespace broadsheet {

/// An article with the places in it that match a query.
struct MarkedArticle {
    Article article;
    std::vector<Span> headline;                 ///< in article.headline
    std::vector<Span> deck;                     ///< in article.deck
    std::vector<Span> byline;                   ///< in article.byline
    std::vector<std::vector<Span>> paragraphs;  ///< one list for each of article.paragraphs
    std::vector<std::vector<Span>> captions;    ///< one list for each caption's text
};

/// Answers queries from one snapshot of an index. Indexing goes on beside it; refresh() moves to
/// the newest publication. A Searcher belongs to one thread at a time; open one for each thread.
/// All results are plain values that may be handed over.
class Searcher {
public:
    /// Opens the index at `path`.
    /// @throws Error: not_found, unreadable, corrupt, incompatible (schema or analysis version).
    explicit Searcher(const std::filesystem::path& path);
    ~Searcher();
    Searcher(Searcher&&) noexcept;
    Searcher& operator=(Searcher&&) noexcept;

    /// The hits for a query. No match is an empty answer, not an error.
    /// @throws Error: invalid_argument for impossible settings and for a tree that no query could
    /// mean (a field that does not exist), corrupt or unreadable when the disk fails.
    [[nodiscard]] Results search(const Query& query);

    /// The same hits, each handed to `visit` as soon as it is made, so that an answer of any length
    /// takes only some bytes for each hit. Results::hits stays empty.
    /// @throws Error as search(), and unreadable when articles are removed from the index
    /// meanwhile; whatever `visit` throws.
    Results stream(const Query& query, const std::function<void(const Hit&)>& visit);

    /// The number of articles that match, exactly. Offset, limit and sort are ignored.
    [[nodiscard]] std::size_t count(const Query& query);

    /// All matches by the values of a field, of which the `values` most frequent are named; 0: all
    /// values. Offset, limit and sort are ignored.
    /// @throws Error: invalid_argument for a field that is none of facet_fields().
    [[nodiscard]] Facet facet(const Query& query, std::string_view field, std::size_t values = 10);

    /// All matches by date of publication. Offset, limit and sort are ignored.
    [[nodiscard]] Timeline timeline(const Query& query, TimeUnit unit);

    /// What the beginning of a query may become: at most `limit` words, and `limit` headlines.
    [[nodiscard]] Completions complete(std::string_view beginning, std::size_t limit = 10);

    /// The article with this id, or nothing.
    [[nodiscard]] std::optional<Article> article(std::string_view id);

    /// The article with this id and all places in it that match the words of a query.
    [[nodiscard]] std::optional<MarkedArticle> article(std::string_view id, const Query& query);

    /// Articles like the one with this id, by the words that make it special; nothing when there is
    /// no such article. Text, dates and language of the query choose among them; its limit counts
    /// up to kSimilarMax, its order is by likeness.
    /// @throws Error as search(), and invalid_argument for the earlier ones of an undated article.
    [[nodiscard]] std::optional<Results> similar(
        std::string_view id, const Query& query = {}, const Likeness& likeness = {}
    );

    /// Articles like a text, as similar(). Likeness::earlier_only has no meaning here.
    [[nodiscard]] Results similar_to_text(
        std::string_view text, const Query& query = {}, const Likeness& likeness = {}
    );

    /// Number of articles in the snapshot.
    [[nodiscard]] std::size_t size() const;

    /// The number of the newest publication in the snapshot that brought articles; they only rise,
    /// whatever is merged, replaced or built anew. For Query::arrived_after in a later call.
    /// @throws Error: incompatible for an index made before articles had such numbers.
    [[nodiscard]] std::uint32_t newest_arrival() const;

    /// Moves to the newest publication. True when there was a newer one.
    bool refresh();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace broadsheet
