#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include <xapian.h>

#include "searcher/query/text_check.h"
#include "searcher/ranking/ranked_page.h"

namespace broadsheet {

/// How the matches of an enquiry are read for a page whose articles must pass checks of their text.
struct CheckedReading {
    std::vector<std::shared_ptr<TextCheck>> checks;
    bool by_score = true;          ///< matches of equal score in order of article id
    bool exact_total = false;      ///< all are read; otherwise a sample, where there are many
    Xapian::doccount first = 0;    ///< of the page, counted among those that pass
    Xapian::doccount last = 0;     ///< one past its last
    Xapian::doccount counted = 0;  ///< so many matches the engine looks at in any case
};

/// The page of those that pass. The total is exact where all were read.
RankedPage checked_page(
    const Xapian::Database& index, Xapian::Enquire& enquire, const CheckedReading& reading
);

}  // namespace broadsheet
