#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/formats/format.h"
#include "indexer/formats/html/html_page.h"

namespace broadsheet::testing {

/// Everything the page format says about one page.
class PageSink final : public ArticleSink {
public:
    void article(Article&& article) override { articles.push_back(std::move(article)); }

    void problem(ProblemKind kind, std::uint64_t position, std::string reason) override {
        Problem problem;
        problem.kind = kind;
        problem.position = position;
        problem.reason = std::move(reason);
        problems.push_back(std::move(problem));
    }

    std::vector<Article> articles;
    std::vector<Problem> problems;
};

inline PageSink read_page(std::string_view bytes) {
    PageSink sink;
    html_page_format().read({.name = "page.html", .head = bytes, .bytes = bytes}, sink);
    return sink;
}

/// The article of a page that must hold one; an empty article where it does not.
inline Article article_in(std::string_view bytes) {
    PageSink sink = read_page(bytes);
    return sink.articles.empty() ? Article{} : std::move(sink.articles.front());
}

}  // namespace broadsheet::testing
