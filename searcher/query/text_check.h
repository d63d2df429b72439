#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "broadsheet/article.h"
#include "common/text/analyzer.h"
#include "searcher/query/match_terms.h"
#include "searcher/ranking/article_scope.h"

namespace broadsheet {

/// A condition on the text of an article that the index alone cannot decide.
class TextCheck {
public:
    TextCheck() = default;
    virtual ~TextCheck() = default;
    TextCheck(const TextCheck&) = delete;
    TextCheck& operator=(const TextCheck&) = delete;

    virtual bool holds(const Article& article) = 0;
};

/// In one of which all operands of an operator must be.
enum class TextUnit { sentence, paragraph };

/// Whether one sentence, or one paragraph, headline or other text, has matches of all operands.
/// The analyzer must outlive the check and not forget its words meanwhile.
std::unique_ptr<TextCheck> check_same_unit(
    TextUnit unit, std::vector<MatchTargets> operands, Analyzer& analyzer
);

/// The printed form (printed_form.h) of a text from its first word to its last; empty without
/// words.
std::string printed_words(std::string_view text, Analyzer& analyzer);

/// Whether a phrase is printed somewhere exactly as in `text`, but for blanks, line breaks and the
/// shape of apostrophes. `matches` finds the places where it may be.
std::unique_ptr<TextCheck> check_printed(
    std::string_view text, MatchTargets matches, Analyzer& analyzer
);

/// The candidates within the scope. Their positions are looked at before anything else is asked of
/// them.
Xapian::Query candidates_within(
    const Xapian::Query& candidates, std::shared_ptr<const ArticleScope> scope
);

/// The candidates within the scope whose stored article passes the check. Of the matches only those
/// are read that nothing else in the query has ruled out.
Xapian::Query passing(
    const Xapian::Query& candidates,
    std::shared_ptr<TextCheck> check,
    std::shared_ptr<const ArticleScope> scope
);

}  // namespace broadsheet
