#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <xapian.h>

#include "broadsheet/article.h"

namespace broadsheet {

/// The article stored under a document number.
/// @throws Error (corrupt) when what is stored is none.
Article stored_article(const Xapian::Database& index, Xapian::docid document);

/// The id of the article stored under a document number, read without the article.
std::string stored_id(const Xapian::Database& index, Xapian::docid document);

/// The document number of the article with this id, or nothing.
std::optional<Xapian::docid> find_article(const Xapian::Database& index, std::string_view id);

}  // namespace broadsheet
