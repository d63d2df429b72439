#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/article.h"

namespace broadsheet {

/// What items are called where the feed gives its own elements no prefix.
inline constexpr std::array<std::string_view, 3> kFeedItems = {"item", "entry", "atom:entry"};

/// What a feed says of all its items, before the first one.
struct FeedChannel {
    std::string title;
    std::string language;
    std::string base;                  ///< what relative links are relative to, or empty
    std::vector<std::string> authors;  ///< of an Atom feed: of the entries that name none

    std::vector<std::string> item_names;  ///< what the items are called: "item", "rss:item"

    [[nodiscard]] std::vector<std::string_view> items() const {
        return {item_names.begin(), item_names.end()};
    }
};

/// Reads the head of a feed in any encoding.
FeedChannel feed_channel(std::string_view head);

/// Fills what the item does not say for itself.
void add_channel(const FeedChannel& channel, Article& article);

/// The address that `link` is relative to `base`; `link` itself where it is a whole address, or
/// where there is nothing it could be relative to.
std::string resolved_link(std::string_view base, std::string_view link);

}  // namespace broadsheet
