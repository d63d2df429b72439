#include <broadsheet/searcher.h>

#include <iostream>

int main() {
    broadsheet::Searcher searcher("news.idx");
    const auto results = searcher.search({.text = "ferry \"oil slick\" -sport", .limit = 3});
    for (const auto& hit : results.hits) {
        std::cout << hit.rank << ". " << hit.article.headline << "\n   " << hit.snippet.text << "\n";
    }
}
