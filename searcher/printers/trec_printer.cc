#include <fmt/format.h>

#include "common/cli/sanitize.h"
#include "searcher/printers/printer_table.h"

namespace broadsheet {

namespace {

// Columns of a run file are parted by blanks, so ids hold none.
std::string one_word(std::string_view id) {
    std::string word = cli::safe_for_terminal(id);
    for (char& c : word) {
        if (c == ' ') c = '_';
    }
    return word;
}

// topic Q0 id rank score run, as trec_eval reads them.
class TrecPrinter : public Printer {
public:
    explicit TrecPrinter(const PrintSettings& settings)
        : topic_(settings.topic.empty() ? "1" : one_word(settings.topic)) {}

    void hit(const Hit& hit, std::string& out) override {
        out += fmt::format(
            "{} Q0 {} {} {} broadsheet\n", topic_, one_word(hit.article.id), hit.rank, hit.score
        );
    }

    void article(const MarkedArticle& marked, std::string& out) override {
        out += fmt::format("{} Q0 {} 1 1 broadsheet\n", topic_, one_word(marked.article.id));
    }

private:
    std::string topic_;
};

}  // namespace

std::unique_ptr<Printer> make_trec_printer(const PrintSettings& settings) {
    return std::make_unique<TrecPrinter>(settings);
}

}  // namespace broadsheet
