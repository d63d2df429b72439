#include "common/text/capitals.h"

#include "common/ascii.h"

namespace broadsheet {

namespace {

bool is_mark_among_words(char c) {
    return std::string_view(",;:.!?\"()").find(c) != std::string_view::npos;
}

// Two capitals or more, next to the word that ends at or begins at `edge`, with one blank between
// and perhaps a punctuation mark.
bool has_capitals_before(std::string_view text, std::size_t edge) {
    if (edge < 4 || text[edge - 1] != ' ') return false;
    const std::size_t end = is_mark_among_words(text[edge - 2]) ? edge - 2 : edge - 1;
    return end >= 2 && is_ascii_upper(text[end - 1]) && is_ascii_upper(text[end - 2]);
}

bool has_capitals_behind(std::string_view text, std::size_t edge) {
    std::string_view rest = text.substr(edge);
    if (!rest.empty() && is_mark_among_words(rest[0])) rest.remove_prefix(1);
    return rest.size() >= 3 && rest[0] == ' ' && is_ascii_upper(rest[1]) && is_ascii_upper(rest[2]);
}

bool is_in_capitals(std::string_view word) {
    for (const char c : word) {
        if (!is_ascii_upper(c)) return false;
    }
    return true;
}

}  // namespace

bool is_shouted(std::string_view text, std::size_t begin, std::size_t end) {
    return is_in_capitals(text.substr(begin, end - begin)) &&
           (has_capitals_before(text, begin) || has_capitals_behind(text, end));
}

}  // namespace broadsheet
