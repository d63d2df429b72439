#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include <xapian.h>

#include "common/stored_article.h"
#include "common/text/analyzer.h"
#include "searcher/query/parser.h"
#include "searcher/query/query_builder.h"

// Any text is a query: it is parsed, prints to text that parses to the same tree, and becomes a
// query of the engine that runs.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using broadsheet::parse_query;
    static const Xapian::WritableDatabase kIndex = [] {
        Xapian::WritableDatabase index("", Xapian::DB_BACKEND_INMEMORY);
        Xapian::Document document;
        Xapian::termpos position = 0;
        for (const char* word : {"harbour", "strike", "levant", "e", "email", "mail"})
            document.add_posting(word, ++position);
        document.add_term("Zharbour");
        document.add_boolean_term("Len");
        broadsheet::Article article;
        article.id = "a";
        article.language = "en";
        article.paragraphs = {"Harbour strike. Levant e-mail."};
        std::string stored;
        broadsheet::append_article_json(stored, article);
        document.set_data(stored);
        index.add_document(document);
        return index;
    }();
    constexpr std::chrono::year_month_day kToday =
        std::chrono::year(2024) / std::chrono::month(5) / std::chrono::day(15);

    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto parsed = parse_query(text, kToday);
    if (parse_query(to_text(parsed.root), kToday).root != parsed.root) std::abort();

    broadsheet::Analyzer analyzer;
    const auto built = broadsheet::build_query(
        parsed.root, kIndex, broadsheet::read_index_facts(kIndex), analyzer
    );
    Xapian::Enquire enquire(kIndex);
    enquire.set_query(built.query);
    (void)enquire.get_mset(0, 10);
    return 0;
}
