#include "indexer/pipeline/settle_batch.h"

#include <utility>

#include <fmt/format.h>

namespace broadsheet {

namespace {

// Settles one article of a batch after the other.
class BatchSettler {
public:
    BatchSettler(
        const Batch& batch,
        std::vector<ParsedArticle>& articles,
        IdRegistry& ids,
        ProblemLog& problems
    )
        : batch_(batch),
          articles_(articles),
          ids_(ids),
          problems_(problems),
          stays_(articles.size(), true) {}

    BatchOutcome run() {
        for (std::size_t i = 0; i < articles_.size(); ++i)
            settle(i);
        std::size_t at = 0;
        std::erase_if(articles_, [&](const ParsedArticle&) { return !stays_[at++]; });
        return std::move(outcome_);
    }

private:
    void settle(std::size_t index) {
        ParsedArticle& parsed = articles_[index];
        const bool withdrawn = !parsed.withdrawn.empty();
        const Settled settled = ids_.claim(
            parsed.article,
            {batch_.bundle_number, batch_.sequence, parsed.entry_number, index, withdrawn}
        );
        for (const Overtaken& overtaken : settled.overtaken)
            let_go(overtaken);
        stays_[index] =
            !withdrawn && settled.claim != Claim::unchanged && settled.claim != Claim::outdated;
        if (withdrawn) {
            report(ProblemKind::not_article, parsed, parsed.withdrawn);
        } else if (settled.claim == Claim::outdated) {
            const Article& article = parsed.article;
            report(ProblemKind::superseded, parsed, reason(article.version, article.id));
        } else {
            count(settled.claim, 1);
        }
    }

    void let_go(const Overtaken& overtaken) {
        count(overtaken.claim, -1);
        if (overtaken.claimant.sequence == batch_.sequence) {
            stays_[overtaken.claimant.index] = false;
        } else if (overtaken.claim != Claim::unchanged) {
            outcome_.overtaken_ids.push_back(overtaken.id);
        }
        problems_.add(
            batch_.bundle_number,
            overtaken.claimant.entry_number,
            {ProblemKind::superseded,
             *batch_.bundle,
             overtaken.entry,
             overtaken.position,
             reason(overtaken.version, overtaken.id)}
        );
    }

    // It does not name the later version: which one is known by now depends on the order.
    static std::string reason(std::uint32_t version, const std::string& id) {
        return fmt::format("it is version {} of {}, of which a later one is here too", version, id);
    }

    void report(ProblemKind kind, const ParsedArticle& parsed, std::string reason) {
        const Origin& origin = parsed.article.origin;
        problems_.add(
            batch_.bundle_number,
            parsed.entry_number,
            {kind, origin.bundle, origin.entry, origin.position, std::move(reason)}
        );
    }

    void count(Claim claim, int by) {
        if (claim == Claim::added) outcome_.added += by;
        if (claim == Claim::replaced) outcome_.replaced += by;
        if (claim == Claim::unchanged) outcome_.unchanged += by;
    }

    const Batch& batch_;
    std::vector<ParsedArticle>& articles_;
    IdRegistry& ids_;
    ProblemLog& problems_;
    std::vector<bool> stays_;
    BatchOutcome outcome_;
};

}  // namespace

BatchOutcome settle_batch(
    const Batch& batch, std::vector<ParsedArticle>& articles, IdRegistry& ids, ProblemLog& problems
) {
    return BatchSettler(batch, articles, ids, problems).run();
}

}  // namespace broadsheet
