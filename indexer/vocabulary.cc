#include "indexer/vocabulary.h"

#include <cstddef>

#include <fmt/format.h>
#include <xapian.h>

#include "broadsheet/error.h"
#include "common/cli/sanitize.h"
#include "common/fields.h"
#include "common/index/snapshot.h"
#include "common/text/folding.h"
#include "common/xapian_errors.h"

namespace broadsheet {

namespace {

// What is asked for as a range of terms.
struct Range {
    std::string prefix = {};      // of the field
    std::string beginning = {};   // prefix included
    bool capitals_begin = false;  // terms may begin with a capital behind the prefix
    bool counted = true;          // terms know their occurrences
};

bool is_capital(char letter) {
    return letter >= 'A' && letter <= 'Z';
}

Range range_of(std::string_view asked) {
    const std::size_t colon = asked.find(':');
    if (colon == std::string_view::npos) return {.beginning = fold(asked)};
    const Field* field = find_field(asked.substr(0, colon));
    if (field == nullptr || field->kind == FieldKind::date) {
        throw Error(
            ErrorKind::invalid_argument,
            fmt::format(
                "--vocabulary {}: no field with words or values is known by that name", asked
            )
        );
    }
    const std::string_view beginning = asked.substr(colon + 1);
    if (field->kind == FieldKind::text)
        return {
            .prefix = std::string(field->prefix),
            .beginning = std::string(field->prefix) + fold(beginning)};
    return {
        .prefix = std::string(field->prefix),
        .beginning = exact_term(*field, beginning),
        .capitals_begin = field->prefix == "Q",
        .counted = false};
}

}  // namespace

void visit_vocabulary(
    const std::filesystem::path& index,
    std::string_view beginning,
    const std::function<void(const VocabularyEntry&)>& visit
) {
    const Range range = range_of(beginning);
    const Snapshot snapshot = open_snapshot(index);
    with_xapian(fmt::format("read the index '{}'", index.string()), [&] {
        const Xapian::Database& database = snapshot.database;
        auto term = database.allterms_begin(range.beginning);
        const auto end = database.allterms_end(range.beginning);
        while (term != end) {
            const std::string whole = *term;
            std::string_view shown = std::string_view(whole).substr(range.prefix.size());
            // Capitals begin the terms of other fields, whose prefixes may be longer than this one.
            if (!range.capitals_begin && !shown.empty() && is_capital(shown.front())) {
                term.skip_to(range.prefix + '[');
                continue;
            }
            if (!range.prefix.empty() && shown.starts_with(':')) shown.remove_prefix(1);
            const std::uint64_t occurrences =
                range.counted ? database.get_collection_freq(whole) : 0;
            visit({shown, term.get_termfreq(), occurrences});
            ++term;
        }
    });
}

std::string vocabulary_line(const VocabularyEntry& entry) {
    return fmt::format(
        "{}\t{}\t{}\n", cli::safe_for_terminal(entry.term), entry.articles, entry.occurrences
    );
}

}  // namespace broadsheet
