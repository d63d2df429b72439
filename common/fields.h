#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/article.h"

namespace broadsheet {

/// How a field is found.
enum class FieldKind {
    text,   ///< by its words and phrases
    exact,  ///< by its whole value, letter case and blanks apart
    date,   ///< by ranges
};

/// Called with each value a field has in one article; the view lives until the article changes.
using FieldVisitor = std::function<void(std::string_view value)>;

/// One row of the field table: how a part of an article is written into the index and asked for.
struct Field {
    std::string_view name;  ///< as typed in a query and shown in help: "headline"
    std::span<const std::string_view> aliases;  ///< other names accepted in queries: "title"
    std::string_view prefix;  ///< term prefix, by the conventions of Xapian and Omega
    FieldKind kind;
    std::string_view help;  ///< one line
    void (*values)(const Article&, const FieldVisitor&);
};

/// The table. Both halves loop over it: the indexer to write, the query to read, help to explain.
std::span<const Field> fields();

/// The row with this name or alias, whatever the letter case; null when there is none.
const Field* find_field(std::string_view name);

/// Value slots: what is sorted, collapsed and counted on. Numbers are part of the index format.
enum class Slot : std::uint32_t {
    published = 0,  ///< digits of Article::published as long as its precision: 2019, 20190430,
                    ///< 20190430150101
    id = 1,         ///< Article::id; breaks ties
    digest = 2,     ///< 8 bytes, the content digest; tells an unchanged article from a new version
    arrival = 3,    ///< 4 bytes, which publication brought it (common/index/arrival.h)
    authors = 4,    ///< Article::authors, as authors_value() puts them together
};

/// The value of slot `published`: it sorts by time as bytes. UTC for instants, milliseconds only
/// where there are any.
std::string date_slot_value(const Date& date);

/// The value of slot `authors`: the names as printed with unit separators (U+001F) between, so that
/// they can be counted without reading articles. No more than the first 64 KiB of them.
std::string authors_value(const std::vector<std::string>& authors);

/// Hands over the names in such a value.
void each_author(std::string_view value, const FieldVisitor& visit);

/// The prefix and folded value as one term of at most 245 bytes (a longer value is cut and a hash
/// of the whole appended). Values are the same when they differ in letter case, blanks at the ends
/// or the number of blanks inside; ids are taken letter by letter.
std::string exact_term(const Field& field, std::string_view value);

/// The date terms of an article, `D20190430`, `M201904`, `Y2019`, as far as the precision goes.
std::vector<std::string> date_terms(const Date& date);

/// Terms longer than this many bytes cannot be stored (zero bytes count twice).
inline constexpr std::size_t kTermBytesMax = 245;

/// Host name of a URL in lower case without "www." and port, or empty.
std::string host_of(std::string_view url);

}  // namespace broadsheet
