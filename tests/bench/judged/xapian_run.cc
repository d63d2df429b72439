// Answers topics with Xapian as its TermGenerator, QueryParser and BM25 are by default, with the
// English stemmer: xapian_run DOCS TOPICS

#include <cstdio>

#include <fmt/format.h>
#include <xapian.h>

#include "tests/bench/judged/topics.h"

namespace {

Xapian::WritableDatabase index_of(const char* path) {
    Xapian::WritableDatabase index("", Xapian::DB_BACKEND_INMEMORY);
    Xapian::TermGenerator terms;
    terms.set_stemmer(Xapian::Stem("en"));
    for (const auto& [id, text] : broadsheet::bench::tabbed_lines(path)) {
        Xapian::Document document;
        document.set_data(id);
        terms.set_document(document);
        terms.index_text(text);
        index.add_document(document);
    }
    return index;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) return 2;
    const auto index = index_of(argv[1]);
    Xapian::QueryParser parser;
    parser.set_stemmer(Xapian::Stem("en"));
    parser.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
    Xapian::Enquire enquire(index);
    std::vector<double> times;
    for (const auto& [topic, text] : broadsheet::bench::tabbed_lines(argv[2])) {
        Xapian::MSet matches;
        times.push_back(broadsheet::bench::milliseconds([&, &words = text] {
            enquire.set_query(parser.parse_query(words, 0));
            matches = enquire.get_mset(0, broadsheet::bench::kHitsWanted);
        }));
        for (auto match = matches.begin(); match != matches.end(); ++match) {
            fmt::print(
                "{} Q0 {} {} {} xapian\n",
                topic,
                match.get_document().get_data(),
                match.get_rank() + 1,
                match.get_weight()
            );
        }
    }
    fmt::print(stderr, "{}\n", broadsheet::bench::median(std::move(times)));
    return 0;
}
