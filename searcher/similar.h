#pragma once

#include <optional>
#include <string_view>

#include "broadsheet/query.h"
#include "broadsheet/results.h"
#include "searcher/open_index.h"

namespace broadsheet {

/// The articles most like one, by the words that make it special, among those the query chooses.
/// Nothing where no article has the id.
/// @throws Error (invalid_argument) where earlier ones are wanted and the article has no date.
std::optional<Results> similar_to_article(
    OpenIndex& index, std::string_view id, const Query& query, const Likeness& likeness
);

/// The articles most like a text.
Results similar_to_text(
    OpenIndex& index, std::string_view text, const Query& query, const Likeness& likeness
);

}  // namespace broadsheet
