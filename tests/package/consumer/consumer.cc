#include <cstdio>
#include <string_view>

#include <broadsheet/searcher.h>
#include <broadsheet/version.h>

// Searches the index named first for the text named second. With "missing" as the third argument it
// expects that there is no such index.
int main(int argc, char** argv) {
    if (argc < 3) return 2;
    const bool expect_missing = argc > 3 && std::string_view(argv[3]) == "missing";
    try {
        broadsheet::Searcher searcher(argv[1]);
        const broadsheet::Results results = searcher.search({.text = argv[2], .limit = 5});
        for (const auto& hit : results.hits)
            std::printf("%zu %s\n", hit.rank, hit.article.headline.c_str());
        // The same with a query built without text.
        broadsheet::Query built{.limit = 5};
        built.tree = broadsheet::any_of({broadsheet::query_tree(argv[2])});
        const bool same = searcher.search(built).total == results.total;
        return !expect_missing && !results.hits.empty() && same ? 0 : 1;
    } catch (const broadsheet::Error& error) {
        std::printf("%s (Broadsheet %s)\n", error.what(), BROADSHEET_VERSION);
        return expect_missing && error.kind() == broadsheet::ErrorKind::not_found ? 0 : 1;
    }
}
