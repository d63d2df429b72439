#pragma once

#include <memory>

#include <xapian.h>

#include "searcher/ranking/article_scope.h"
#include "searcher/ranking/ranked_page.h"

namespace broadsheet {

/// How the matches of a query are read that has checks of text in some of its parts, so that an
/// article may match, or score, without passing them.
struct HopefulReading {
    Xapian::Query exact;                  ///< with the checks, each made only within the
    std::shared_ptr<ArticleScope> scope;  ///< scope, which can be limited
    bool by_score = true;                 ///< matches of equal score in order of article id
    Xapian::doccount first = 0;           ///< of the page
    Xapian::doccount last = 0;            ///< one past its last
    Xapian::doccount counted = 0;         ///< so many matches the engine looks at in any case
};

/// The page of the exact query. `enquire` asks a hopeful one: every article that matches the exact
/// one matches it, with a score that is no lower, and no text is read. In its order articles are
/// checked, until no later one can come before the page's last: the threshold algorithm of Fagin,
/// Lotem and Naor ("Optimal aggregation algorithms for middleware", 2001). The total is exact where
/// all were checked, else estimated by a sample.
RankedPage hopeful_page(
    const Xapian::Database& index, Xapian::Enquire& enquire, const HopefulReading& reading
);

}  // namespace broadsheet
