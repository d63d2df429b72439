#include "common/text/article_texts.h"

#include "common/fields.h"

namespace broadsheet {

void for_each_text(const Article& article, const std::function<void(const ArticleText&)>& visit) {
    static const std::string_view kHeadline = find_field("headline")->prefix;
    static const std::string_view kDeck = find_field("deck")->prefix;
    static const std::string_view kByline = find_field("byline")->prefix;
    static const std::string_view kDateline = find_field("dateline")->prefix;
    static const std::string_view kCaption = find_field("caption")->prefix;

    const auto give = [&visit](Part part, std::string_view text, std::string_view prefix) {
        if (!text.empty()) visit({part, text, prefix});
    };
    give(Part::headline, article.headline, kHeadline);
    give(Part::section, article.section, {});
    give(Part::deck, article.deck, kDeck);
    give(Part::byline, article.byline, kByline);
    give(Part::dateline, article.dateline.place, kDateline);
    give(Part::dateline, article.dateline.date, kDateline);
    give(Part::dateline, article.dateline.agency, kDateline);
    for (const auto& paragraph : article.paragraphs)
        give(Part::paragraph, paragraph, {});
    for (const auto& caption : article.captions) {
        give(Part::caption, caption.text, kCaption);
        give(Part::credit, caption.credit, kCaption);
    }
    for (const auto& tag : article.tags)
        give(Part::tag, tag, {});
    for (const auto& place : article.places)
        give(Part::place, place, {});
}

}  // namespace broadsheet
