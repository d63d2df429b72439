#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace broadsheet {

/// A word of an index, or a value of a field.
struct VocabularyEntry {
    std::string_view term;          ///< folded, without prefix; lives for the call only
    std::uint64_t articles = 0;     ///< that have it
    std::uint64_t occurrences = 0;  ///< in all of them; 0 for values, which are not counted
};

/// Hands over the words of an index that begin so, in the order of their bytes, one at a time. The
/// beginning is folded as words are: letter case and accents do not matter. `field:beginning` means
/// the words or values of one field; empty means every word.
/// @throws Error: not_found, unreadable, corrupt, incompatible; invalid_argument for a field that
/// has no words.
void visit_vocabulary(
    const std::filesystem::path& index,
    std::string_view beginning,
    const std::function<void(const VocabularyEntry&)>& visit
);

/// One entry as a line: term, articles and occurrences, with tabs between; safe for a terminal.
std::string vocabulary_line(const VocabularyEntry& entry);

}  // namespace broadsheet
