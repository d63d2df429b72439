#pragma once

#include <chrono>
#include <string_view>

#include "broadsheet/query_tree.h"
#include "common/fields.h"
#include "searcher/query/lexer.h"
#include "searcher/query/notes.h"

namespace broadsheet {

/// Makes the leaves of the syntax tree of chunks and quoted texts.
class LeafMaker {
public:
    LeafMaker(const std::chrono::year_month_day& today, Notes& notes)
        : today_(today), notes_(notes) {}

    /// The leaf for a chunk or quoted text in a field; null: in all text.
    QueryNode make(const Lexeme& lexeme, const Field* field);

    /// Whether the text can stand behind date:.
    [[nodiscard]] bool is_date(std::string_view text) const;

private:
    QueryNode date(const Lexeme& lexeme);
    QueryNode text(const Lexeme& lexeme, const Field* field);

    std::chrono::year_month_day today_;
    Notes& notes_;
};

}  // namespace broadsheet
