#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include "broadsheet/article.h"
#include "broadsheet/results.h"
#include "broadsheet/searcher.h"

namespace broadsheet {

class Analyzer;
struct MatchTargets;

/// Shows where an article answers one query: the best passage, and every place that matches, in
/// the text as it was printed. What is marked is the printed word as the analyzer sees it: signs
/// before it (#, @), quotes and a possessive ending stay outside, the dots of U.S. and the hyphens
/// of a compound inside. Marks that overlap or touch are one. Made for a query and used for all its
/// hits. Belongs to the thread of its analyzer.
class SnippetMaker {
public:
    /// Both must outlive the maker, and the analyzer must not forget its words meanwhile.
    SnippetMaker(Analyzer& analyzer, const MatchTargets& targets);
    ~SnippetMaker();
    SnippetMaker(SnippetMaker&&) noexcept;
    SnippetMaker& operator=(SnippetMaker&&) noexcept;

    /// The passage of the body that answers best, of about `length` characters (code points), cut
    /// at sentences or else between words and then marked by "…". Where nothing in the body
    /// matches: the deck if it does; a caption or a tag if one does and the headline does not; else
    /// the first sentences of the body, of the deck, of a caption. Empty for an article without any
    /// of them.
    [[nodiscard]] Snippet snippet(const Article& article, std::size_t length);

    /// Up to `count` such passages, the best first: never overlapping, each with something that
    /// matches, those of the body before those of the deck and of captions. Where nothing matches
    /// the one that snippet() makes, if any.
    [[nodiscard]] std::vector<Snippet> snippets(
        const Article& article, std::size_t length, std::size_t count
    );

    /// The places in article.headline that match: ascending, never overlapping.
    [[nodiscard]] std::vector<Span> headline_highlights(const Article& article);

    /// The article with all places that match in it.
    [[nodiscard]] MarkedArticle mark(Article article);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace broadsheet
