#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "searcher/query/query_text.h"
#include "searcher/query/quotes.h"

namespace broadsheet {

/// Finds where phrases in quotation marks end.
class QuoteFinder {
public:
    explicit QuoteFinder(const QueryText& text) : text_(text) {}

    /// The mark that closes `opener`, from byte `start` on.
    std::optional<std::size_t> closer(char32_t opener, QuoteFamily family, std::size_t start);

    /// Whether the mark at a byte closes a phrase that `opener` began.
    [[nodiscard]] bool closes(char32_t opener, QuoteFamily family, std::size_t offset) const;

private:
    const QueryText& text_;
    std::u32string never_closed_;
};

/// A phrase as it prints: blanks are single, and marks that would end it are gone.
std::string tidy_phrase(std::string_view phrase);

}  // namespace broadsheet
