#include "common/cli/sanitize.h"
#include "searcher/printers/printer_table.h"

namespace broadsheet {

namespace {

class IdsPrinter : public Printer {
public:
    explicit IdsPrinter(const PrintSettings& settings)
        : interactive_(settings.terminal.interactive), topic_(settings.topic) {}

    void hit(const Hit& hit, std::string& out) override { line(hit.article.id, out); }

    void article(const MarkedArticle& marked, std::string& out) override {
        line(marked.article.id, out);
    }

private:
    // To a program ids go letter by letter, so that it can ask for the article.
    void line(const std::string& id, std::string& out) const {
        if (!topic_.empty()) out += cli::safe_for_terminal(topic_) + '\t';
        out += interactive_ ? cli::safe_for_terminal(id) : id;
        out += '\n';
    }

    bool interactive_;
    std::string topic_;
};

}  // namespace

std::unique_ptr<Printer> make_ids_printer(const PrintSettings& settings) {
    return std::make_unique<IdsPrinter>(settings);
}

}  // namespace broadsheet
