#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/article.h"
#include "common/text/analyzer.h"
#include "indexer/segment/article_terms.h"

namespace broadsheet {

/// The value of Slot::digest for a digest of 16 hexadecimal digits: the same as 8 bytes.
std::string packed_digest(std::string_view hex);

/// Turns articles into what a segment stores of them. Belongs to one thread, keeps its memory from
/// article to article.
class ArticleTermsMaker {
public:
    /// The analyzer must outlive the maker and the terms it makes.
    explicit ArticleTermsMaker(Analyzer& analyzer) : analyzer_(analyzer) {}

    /// Fills `terms` anew. The article has its id, language and origin.
    void make(const Article& article, ArticleTerms& terms);

private:
    void add_words(const Article& article, ArticleTerms& terms);

    Analyzer& analyzer_;
    std::vector<Token> tokens_;
};

}  // namespace broadsheet
