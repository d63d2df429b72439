#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/article.h"
#include "indexer/formats/feed_channel.h"
#include "indexer/formats/format.h"
#include "indexer/formats/xml_tree.h"

namespace broadsheet {

/// The article in an RSS item, an Atom entry or a CDF item. `item` was cut out of its feed, so that
/// prefixes are part of its names.
Article article_of_item(const xmlNode* item, const FeedChannel& channel);

/// The text of a feed's element on one line: escaped, inline or encoded as its attributes say.
std::string feed_text(const xmlNode* node);

/// The paragraphs of the same.
std::vector<std::string> feed_paragraphs(const xmlNode* node);

/// The authors named by an item or a channel, as printed.
std::vector<std::string> feed_authors(const xmlNode* parent);

/// Adds one of them to the byline and, where it is a person, to the authors.
void add_feed_author(const std::string& author, Article& article);

/// What an entry of a Blogger export is, such as "comment" or "template", where it is no post or
/// page; empty for those and in any other feed.
std::string kind_of_no_post(const xmlNode* item);

/// Hands an article with a title or text to the sink, with what the channel says of all its items;
/// anything else as a problem. `what` names it.
void give_feed_item(
    Article&& article,
    const FeedChannel& channel,
    std::uint64_t position,
    ArticleSink& sink,
    std::string_view what
);

}  // namespace broadsheet
