#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/results.h"
#include "broadsheet/searcher.h"

namespace broadsheet::testing {

/// A hit with everything an article can have.
Hit full_hit();

/// A hit whose article has nothing but an id.
Hit bare_hit();

/// A hit whose every text tries to take over what shows it.
Hit hostile_hit();

/// The whole article of a hit, with "harbour" marked wherever it stands in headline and body.
MarkedArticle marked_article(const Hit& hit);

/// What the named printer prints for hits, on a terminal of so many columns.
struct PrintCall {
    std::string_view printer;
    std::size_t width = 80;
    bool color = false;
    std::string topic = {};
    std::vector<std::string> fields = {};
};

std::string printed(const PrintCall& call, const std::vector<Hit>& hits);
std::string printed_article(const PrintCall& call, const MarkedArticle& article);

}  // namespace broadsheet::testing
