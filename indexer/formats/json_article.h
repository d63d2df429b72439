#pragma once

#include <optional>
#include <string>

#include <simdjson.h>

#include "broadsheet/article.h"

namespace broadsheet {

/// The article a JSON object of any shape tells of, by the usual names of its fields; nothing when
/// there is no text in it. Looks into wrappers ("_source", "fields") two levels deep.
std::optional<Article> article_of_json(simdjson::dom::object object);

/// An item that its publisher does not want published.
struct JsonWithdrawal {
    Article item = {};
    std::string reason = {};
};

/// The withdrawal a ninjs item is, by its status; nothing for all other objects.
std::optional<JsonWithdrawal> withdrawal_of_json(simdjson::dom::object object);

/// True when the object itself or a wrapper in it has a body, so that lists in it belong to it.
bool json_has_body(simdjson::dom::object object);

}  // namespace broadsheet
