// The page format and the fragment reader, fed with anything: everything that comes out is UTF-8,
// every page is either one article or one problem, and no paragraph is empty.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "common/utf8.h"
#include "indexer/formats/html/html_page.h"
#include "indexer/formats/html/html_text.h"

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

class CheckingSink final : public broadsheet::ArticleSink {
public:
    void article(broadsheet::Article&& article) override {
        ++results;
        for (const std::string_view text :
             {std::string_view(article.headline),
              std::string_view(article.byline),
              std::string_view(article.section),
              std::string_view(article.source),
              std::string_view(article.deck),
              std::string_view(article.url)}) {
            require(broadsheet::is_utf8(text));
        }
        for (const std::string& paragraph : article.paragraphs) {
            require(!paragraph.empty() && broadsheet::is_utf8(paragraph));
        }
        for (const std::string& author : article.authors)
            require(broadsheet::is_utf8(author));
        for (const std::string& tag : article.tags)
            require(broadsheet::is_utf8(tag));
    }

    void problem(broadsheet::ProblemKind, std::uint64_t, std::string reason) override {
        ++results;
        require(!reason.empty());
    }

    int results = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    for (const std::string& paragraph : broadsheet::html_to_paragraphs(bytes)) {
        require(!paragraph.empty() && broadsheet::is_utf8(paragraph));
    }
    CheckingSink sink;
    broadsheet::html_page_format().read({.name = "page.html", .head = bytes, .bytes = bytes}, sink);
    require(sink.results == 1);
    return 0;
}
