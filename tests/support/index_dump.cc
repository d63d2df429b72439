#include "tests/support/index_dump.h"

#include <iterator>

#include <fmt/format.h>

#include "common/fields.h"
#include "common/index/snapshot.h"
#include "common/stored_article.h"

namespace broadsheet::testing {

namespace {

void add_terms(
    std::string& out, const Xapian::Database& database, Xapian::docid document, bool with_origin
) {
    const std::string_view bundle_prefix = find_field("bundle")->prefix;
    for (auto term = database.termlist_begin(document); term != database.termlist_end(document);
         ++term) {
        const std::string name = *term;
        if (!with_origin && name.starts_with(bundle_prefix)) continue;
        fmt::format_to(std::back_inserter(out), "{} {}", name, term.get_wdf());
        for (auto at = database.positionlist_begin(document, name);
             at != database.positionlist_end(document, name);
             ++at) {
            fmt::format_to(std::back_inserter(out), " @{}", *at);
        }
        out += '\n';
    }
}

std::string stored_form(const Xapian::Document& document, bool with_origin) {
    if (with_origin) return document.get_data();
    Article article = parse_article_json(document.get_data());
    article.origin = {};
    std::string out;
    append_article_json(out, article);
    return out;
}

}  // namespace

std::map<std::string, std::string> dump_index(
    const std::filesystem::path& index, bool with_origin
) {
    const Snapshot snapshot = open_snapshot(index);
    const Xapian::Database& database = snapshot.database;
    std::map<std::string, std::string> articles;
    for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
        const Xapian::Document document = database.get_document(*at);
        const std::string id = document.get_value(static_cast<Xapian::valueno>(Slot::id));
        std::string out = fmt::format("length {}\n", database.get_doclength(*at));
        add_terms(out, database, *at, with_origin);
        for (auto value = document.values_begin(); value != document.values_end(); ++value) {
            // When an article came in says nothing of the article.
            if (value.get_valueno() == static_cast<Xapian::valueno>(Slot::arrival)) continue;
            fmt::format_to(std::back_inserter(out), "slot {} {}\n", value.get_valueno(), *value);
        }
        out += stored_form(document, with_origin);
        if (!articles.emplace(id, out).second) articles[id + " is in the index twice"] = out;
    }
    return articles;
}

std::string difference(
    const std::map<std::string, std::string>& actual,
    const std::map<std::string, std::string>& expected
) {
    constexpr int kShown = 5;
    int differences = 0;
    std::string out;
    const auto note = [&](const std::string& line) {
        if (++differences <= kShown) out += line + '\n';
    };
    for (const auto& [id, content] : expected) {
        const auto found = actual.find(id);
        if (found == actual.end()) {
            note(id + " is missing");
        } else if (found->second != content) {
            note(id + " is\n" + found->second + "\nand should be\n" + content);
        }
    }
    for (const auto& [id, content] : actual) {
        if (!expected.contains(id)) note(id + " should not be there");
    }
    if (differences > kShown) out += fmt::format("and {} more differences\n", differences - kShown);
    return out;
}

}  // namespace broadsheet::testing
