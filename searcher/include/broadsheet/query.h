#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "broadsheet/date.h"
#include "broadsheet/query_tree.h"

namespace broadsheet {

/// In which order hits come. Undated articles come last in both orders by date.
/// By source and headline as in a dictionary, those without one last; that reads every match.
enum class SortBy { relevance, newest, oldest, source, headline };

/// The formula articles are ranked by; searcher/ranking/README.md tells of each.
enum class Model { bm25, bm25plus, dph, inl2, pl2 };

/// As Query::limit: every hit there is.
inline constexpr std::size_t kEveryHit = SIZE_MAX;

/// A question, independent of any index: what a person typed and how the answer is wanted.
/// `{.text = "oil price", .limit = 5}`
struct Query {
    /// Words and operators as described in searcher/QUERY_SYNTAX.md. Any text is legal: what is not
    /// syntax is taken as words. Empty text matches every article.
    std::string text = {};
    /// Searched for instead of `text`: a query built without text.
    std::optional<QueryNode> tree = {};
    /// Refuse a text with a mistake in it, instead of searching for what can be understood of it.
    bool strict = false;
    /// Only articles whose date begins at or after the beginning of `from` and not after the end of
    /// `until`. With either set, undated articles are left out.
    std::optional<Date> from = {};
    std::optional<Date> until = {};
    /// Only what came into the index after one publication and not after another, numbered as by
    /// Searcher::newest_arrival(). A new version of an article comes in anew.
    std::uint32_t arrived_after = 0;
    std::uint32_t arrived_until = UINT32_MAX;
    SortBy sort = SortBy::relevance;
    std::size_t offset = 0;  ///< hits to pass over
    std::size_t limit = 10;  ///< hits wanted; 0: none, only the total; or kEveryHit
    Model model = Model::bm25;
    /// Also search for words that the first articles of the answer have in common, and for those of
    /// the people of a country that is named. It finds more of what is meant, and may surprise;
    /// Results::added_words says what was added. Ignored where the hits are not ordered by
    /// relevance, and by facets and timelines.
    bool expand = false;
    /// Articles, by id, that are like what is meant, and that are not. Their words count in
    /// ordering the answer; those not meant are left out of it. Without any text to search for, it
    /// is the articles that are like `like` that are found.
    std::vector<std::string> like = {};
    std::vector<std::string> unlike = {};
    /// Days after which an article's freshness counts half; 0: age does not count. It counts up to
    /// about half of what the words do, so that it orders what answers about equally well.
    double recency_days = 0;
    /// What the age of articles is counted from; else the newest article of the index.
    std::optional<Date> now = {};
    /// Count every match: Results::total is then exact. It costs a walk over all of them.
    bool exact_total = false;
    /// ISO 639 code whose stemmer the words are given; empty: those of the languages in the index.
    std::string language = {};
    std::size_t snippet_length = 240;  ///< characters each snippet aims at
    std::size_t snippets = 1;  ///< passages shown of an article at most; 0: none, nor any highlight
    /// At most so many other spellings of the query that find more: Results::suggestions. They are
    /// looked for only when a word of it is in no article, or hardly in any.
    std::size_t suggestions = 0;
    /// Say how the query was understood and what the score of each hit is made of:
    /// Results::explanation, Hit::contributions. For people and tests; it takes its time.
    bool explain = false;
    /// Of each article only the id, read without the rest: for lists that name articles only.
    bool ids_only = false;
};

/// Which articles count as like another.
struct Likeness {
    /// Only articles published before the other's date: what led to it.
    bool earlier_only = false;
    /// Leave out what is nearly the same text as the other or as a better hit, instead of saying so
    /// in Hit::near_copy.
    bool leave_out_copies = false;
};

/// Articles like another are listed up to here, offset included.
inline constexpr std::size_t kSimilarMax = 1000;

}  // namespace broadsheet
