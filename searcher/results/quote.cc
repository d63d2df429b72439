#include "broadsheet/results.h"

namespace broadsheet {

std::string_view quoted_text(const Article& article, const Quote& quote) {
    if (quote.field == "deck") return article.deck;
    if (quote.field == "paragraphs" && quote.number < article.paragraphs.size())
        return article.paragraphs[quote.number];
    if (quote.field == "captions" && quote.number < article.captions.size())
        return article.captions[quote.number].text;
    if (quote.field == "tags" && quote.number < article.tags.size())
        return article.tags[quote.number];
    return {};
}

}  // namespace broadsheet
