#include "searcher/open_index.h"

#include <utility>

#include <fmt/format.h>

#include "broadsheet/error.h"
#include "searcher/results/stored_articles.h"

namespace broadsheet {

namespace {

constexpr std::size_t kRememberedBytesMax = std::size_t{64} << 20;

}  // namespace

OpenIndex::OpenIndex(const std::filesystem::path& index_path) : path(index_path) {
    move_to_newest();
}

void OpenIndex::move_to_newest() {
    with_xapian(action(), [&] { take(open_snapshot(path)); });
}

bool OpenIndex::refresh() {
    Snapshot newest = open_snapshot(path);
    if (newest.segments == snapshot.segments && !snapshot.database.reopen()) return false;
    take(std::move(newest));
    return true;
}

void OpenIndex::take(Snapshot&& newest) {
    snapshot = std::move(newest);
    statistics = std::make_shared<IndexStatistics>();
    facts = read_index_facts(snapshot.database, snapshot.parts);
}

std::string OpenIndex::action() const {
    return fmt::format("search index '{}'", path.string());
}

std::vector<Xapian::docid> OpenIndex::documents(const std::vector<std::string>& ids) const {
    std::vector<Xapian::docid> found;
    for (const auto& id : ids) {
        const auto document = find_article(snapshot.database, id);
        if (!document) {
            throw Error(ErrorKind::invalid_argument, fmt::format("no article has the id '{}'", id));
        }
        found.push_back(*document);
    }
    return found;
}

IndexFacts OpenIndex::facts_in(const std::string& language) const {
    return language.empty() ? facts : facts.in_language(language);
}

bool OpenIndex::remembers_too_much() const {
    return analyzer.memory_bytes() > kRememberedBytesMax;
}

}  // namespace broadsheet
