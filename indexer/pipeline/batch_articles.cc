#include "indexer/pipeline/batch_articles.h"

#include <utility>

#include "indexer/pipeline/complete_article.h"

namespace broadsheet {

namespace {

// Collects what a format finds in one piece.
class PieceSink : public ArticleSink {
public:
    PieceSink(
        const Batch& batch,
        const BatchPiece& piece,
        const ArticleRules& rules,
        ProblemLog& problems,
        std::vector<ParsedArticle>& out
    )
        : batch_(batch), entry_(*piece.entry), rules_(rules), problems_(problems), out_(out) {
        if (!entry_.facts.fetched.empty()) fetched_ = parse_iso_date(entry_.facts.fetched);
    }

    void article(Article&& article) override {
        // A publisher's id makes even an article without words worth finding by its tags and date.
        if (!has_text(article) && article.id.empty()) {
            return problem(
                ProblemKind::not_article, article.origin.position, "there is no text in it"
            );
        }
        article.origin.bundle = *batch_.bundle;
        article.origin.entry = entry_.name;
        const Date& now = fetched_ ? *fetched_ : rules_.now;
        if (std::string wrong = drop_unbelievable_dates(article, now); !wrong.empty())
            problem(ProblemKind::malformed, article.origin.position, std::move(wrong));
        complete_article(article, entry_.facts, rules_.language);
        out_.push_back({std::move(article), entry_.number});
    }

    void withdrawn(Article&& item, std::string reason) override {
        item.id = clean_id(item.id);
        if (item.id.empty() || item.version == 0)
            return problem(ProblemKind::not_article, item.origin.position, std::move(reason));
        item.origin.bundle = *batch_.bundle;
        item.origin.entry = entry_.name;
        out_.push_back({std::move(item), entry_.number, std::move(reason)});
    }

    void problem(ProblemKind kind, std::uint64_t position, std::string reason) override {
        problems_.add(
            batch_.bundle_number,
            entry_.number,
            {kind, *batch_.bundle, entry_.name, position, std::move(reason)}
        );
    }

private:
    const Batch& batch_;
    const EntrySource& entry_;
    const ArticleRules& rules_;
    ProblemLog& problems_;
    std::vector<ParsedArticle>& out_;
    std::optional<Date> fetched_;
};

}  // namespace

std::vector<ParsedArticle> read_articles(
    const Batch& batch, const ArticleRules& rules, ProblemLog& problems
) {
    std::vector<ParsedArticle> articles;
    for (const auto& piece : batch.pieces) {
        PieceSink sink(batch, piece, rules, problems, articles);
        piece.format->read(batch.piece(piece), sink);
    }
    return articles;
}

}  // namespace broadsheet
