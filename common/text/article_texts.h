#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "broadsheet/article.h"

namespace broadsheet {

/// Which part of an article a text is.
enum class Part : std::uint8_t {
    headline,
    section,
    deck,
    byline,
    dateline,
    paragraph,
    caption,
    credit,
    tag,
    place,
};

/// One searchable text of an article.
struct ArticleText {
    Part part;
    std::string_view text;          ///< lives as long as the article is left alone
    std::string_view field_prefix;  ///< term prefix of the text field it belongs to, or empty
};

/// Positions between the last word of one text and the first of the next. No phrase is found across
/// texts, nor words with up to 15 others between them; a gap of 100 would make the positions of an
/// index a fortieth larger.
inline constexpr std::uint32_t kTextGap = 16;

/// Calls `visit` with every non-empty text of the article, always in the same order: headline,
/// section, deck, byline, dateline, paragraphs, captions, tags, places. The words of all of them
/// are searchable without a field. Positions run on through the article: the first text starts at
/// 1, each next one kTextGap after the position behind the last word of the one before. The indexer
/// writes them and the snippet finds phrases by them, both through this function.
void for_each_text(const Article& article, const std::function<void(const ArticleText&)>& visit);

}  // namespace broadsheet
