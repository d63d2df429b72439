#pragma once

#include <memory>
#include <string>

#include <unicode/coll.h>
#include <xapian.h>

#include "broadsheet/article.h"

namespace broadsheet {

/// Sort key by a text of the article, rising as in a dictionary of no particular language (the root
/// order of CLDR: letter case and accents count last); articles without the text come last, and
/// equal texts in order of article id. Reads each match, so it is far slower than DateKey.
class TextKey : public Xapian::KeyMaker {
public:
    /// Sorts by this member.
    explicit TextKey(std::string Article::*text);

    std::string operator()(const Xapian::Document& document) const override;

private:
    std::string Article::*text_;
    std::unique_ptr<icu::Collator> order_;
};

}  // namespace broadsheet
