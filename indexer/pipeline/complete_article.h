#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "broadsheet/article.h"
#include "indexer/bundle/entry_facts.h"

namespace broadsheet {

/// Adds to an article from a format what formats leave open: what a web archive says of its entry,
/// the dateline where it stands before the first sentence,
/// the language (as the publisher gave it, else `language`, else detected), the content digest, and
/// an id where there was none. Origin::bundle and Origin::entry are set already.
void complete_article(Article& article, const EntryFacts& facts, const std::string& language);

/// An id as it is printed, one a line: without control characters, blanks at its ends, and what
/// goes over 1000 bytes.
std::string clean_id(std::string_view id);

/// Takes away the dates that cannot be those of a report read at `now` (is_believable()).
/// @return a sentence that names them, or nothing where all were believed.
std::string drop_unbelievable_dates(Article& article, const Date& now);

/// True when there is anything to search for in it.
bool has_text(const Article& article);

/// Bytes of headline, deck, paragraphs and captions.
std::uint64_t text_bytes(const Article& article);

}  // namespace broadsheet
