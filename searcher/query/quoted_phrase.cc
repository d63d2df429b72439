#include "searcher/query/quoted_phrase.h"

#include "searcher/query/operators.h"

namespace broadsheet {

bool QuoteFinder::closes(char32_t opener, QuoteFamily family, std::size_t offset) const {
    if (!closes_quote(opener, text_.character(offset))) return false;
    // Hebrew writes acronyms with a mark inside; an apostrophe is a single mark inside.
    if (text_.character(offset) == U'"') return !text_.between_word_characters(offset);
    if (family != QuoteFamily::single_curly) return true;
    return !is_word_character(text_.character(offset + text_.length_at(offset)));
}

// Once a search has failed, none for the same mark from further on can succeed; without
// remembering it a text full of openers would be searched to its end for each.
std::optional<std::size_t> QuoteFinder::closer(
    char32_t opener, QuoteFamily family, std::size_t start
) {
    if (never_closed_.find(opener) != std::u32string::npos) return std::nullopt;
    for (std::size_t at = start; at < text_.size(); at += text_.length_at(at)) {
        if (closes(opener, family, at)) return at;
    }
    never_closed_.push_back(opener);
    return std::nullopt;
}

std::string tidy_phrase(std::string_view phrase) {
    const QueryText text(phrase);
    const QuoteFinder quotes(text);
    std::string tidy;
    for (std::size_t at = 0; at < text.size(); at += text.length_at(at)) {
        const char32_t c = text.character(at);
        if (is_query_blank(c) || quotes.closes(U'"', QuoteFamily::straight_or_curly, at)) {
            if (!tidy.empty() && tidy.back() != ' ') tidy.push_back(' ');
        } else {
            append_utf8(tidy, c);
        }
    }
    if (!tidy.empty() && tidy.back() == ' ') tidy.pop_back();
    return tidy;
}

}  // namespace broadsheet
