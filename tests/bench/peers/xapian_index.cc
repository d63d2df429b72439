// Xapian as its guide for beginners shows it: TermGenerator with English stems and positions, the
// title also as a field, the text as document data, flushes left to the library.
//
//   xapian_index ARTICLES.tsv FOLDER

#include <cstdio>
#include <exception>
#include <fstream>
#include <string>

#include <xapian.h>

namespace {

void index_articles(const char* path, const std::string& folder) {
    Xapian::WritableDatabase database(folder, Xapian::DB_CREATE);
    Xapian::TermGenerator generator;
    generator.set_stemmer(Xapian::Stem("en"));
    generator.set_stemming_strategy(Xapian::TermGenerator::STEM_SOME);
    std::ifstream articles(path);
    std::string id;
    std::string title;
    std::string text;
    while (std::getline(articles, id, '\t') && std::getline(articles, title, '\t') &&
           std::getline(articles, text)) {
        Xapian::Document document;
        generator.set_document(document);
        generator.index_text(title, 1, "S");
        generator.index_text(title);
        generator.increase_termpos();
        generator.index_text(text);
        document.set_data(id + '\n' + title + '\n' + text);
        document.add_boolean_term("Q" + id.substr(0, 200));
        database.replace_document("Q" + id.substr(0, 200), document);
    }
    database.commit();
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 3) return 2;
    try {
        index_articles(arguments[1], arguments[2]);
    } catch (const Xapian::Error& error) {
        std::fprintf(stderr, "%s\n", error.get_description().c_str());
        return 1;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
