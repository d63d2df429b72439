#pragma once

#include <string_view>

#include <xapian.h>

#include "broadsheet/error.h"

namespace broadsheet {

/// Our error for the engine's: the kind by its class, the sentence `cannot <action>: <reason>`.
/// `action` reads like "open index 'news.idx'".
Error from_xapian(const Xapian::Error& error, std::string_view action);

/// Runs `body` and lets none of the engine's exceptions out: Xapian::Error is no std::exception.
/// Every call into Xapian that can fail for a reason outside the program goes through here.
template <typename Body>
auto with_xapian(std::string_view action, const Body& body) -> decltype(body()) {
    try {
        return body();
    } catch (const Xapian::Error& error) {
        throw from_xapian(error, action);
    }
}

}  // namespace broadsheet
