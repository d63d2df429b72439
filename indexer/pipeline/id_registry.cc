#include "indexer/pipeline/id_registry.h"

#include <charconv>
#include <utility>

#include <fmt/format.h>

#include "common/digest.h"
#include "common/fields.h"
#include "common/stored_article.h"
#include "common/xapian_errors.h"
#include "indexer/pipeline/terms_of_article.h"

namespace broadsheet {

namespace {

constexpr std::size_t kBytesPerId = 32;  // a node and its bucket in the standard library's hash set
constexpr std::size_t kBytesPerHolder = 192;  // with the name of its entry

std::string id_term(const std::string& id) {
    return exact_term(*find_field("id"), id);
}

// The content digest of the article in the index with this id, or nothing when there is none.
std::optional<std::string> published_digest(
    const Xapian::Database& database, const std::string& id
) {
    return with_xapian("look up an article id", [&]() -> std::optional<std::string> {
        const auto found = database.postlist_begin(id_term(id));
        if (found == database.postlist_end(id_term(id))) return std::nullopt;
        return database.get_document(*found).get_value(static_cast<Xapian::valueno>(Slot::digest));
    });
}

// The version of the article in the index with this id; 0 when there is none.
std::uint32_t published_version(const Xapian::Database& database, const std::string& id) {
    return with_xapian("look up an article's version", [&]() -> std::uint32_t {
        const auto found = database.postlist_begin(id_term(id));
        if (found == database.postlist_end(id_term(id))) return 0;
        const std::string stored = database.get_document(*found).get_data();
        return stored.empty() ? 0 : parse_article_json(stored).version;
    });
}

}  // namespace

bool IdRegistry::in_turn(std::uint64_t sequence, const std::function<void()>& settle) {
    std::unique_lock lock(mutex_);
    turn_changed_.wait(lock, [&] { return abandoned_ || turn_ == sequence; });
    if (abandoned_) return false;
    settle();
    ++turn_;
    turn_changed_.notify_all();
    return true;
}

Settled IdRegistry::claim(Article& article, const Claimant& by) {
    begin_bundle(by.bundle_number);
    if (article.version > 0) {
        if (auto settled = against_versions(article, by)) return *std::move(settled);
    }
    article.id = free_id(article.id);
    bundle_ids_.insert(hash64(article.id));
    const Claim claim = against_earlier(article, by);
    if (article.version > 0) hold(article, by, claim);
    return {claim};
}

void IdRegistry::begin_bundle(std::uint32_t bundle_number) {
    if (bundle_number == bundle_number_) return;
    bundle_number_ = bundle_number;
    earlier_ids_.merge(bundle_ids_);
    bundle_ids_.clear();
    copies_.clear();
}

std::string IdRegistry::free_id(const std::string& id) {
    const std::uint64_t hash = hash64(id);
    if (!bundle_ids_.contains(hash)) return id;
    // The count goes on where it stood, so that a bundle of one id costs no more than any other.
    std::uint64_t& copies = copies_.try_emplace(hash, 1).first->second;
    std::string copy;
    do {
        copy = fmt::format("{}~{}", id, ++copies);
    } while (bundle_ids_.contains(hash64(copy)));
    return copy;
}

Claim IdRegistry::against_earlier(const Article& article, const Claimant& by) {
    const bool in_this_run = earlier_ids_.contains(hash64(article.id));
    if (in_this_run) superseded_.unpublished_ids[article.id] = by.sequence;
    const auto digest =
        published_ ? published_digest(published_->database, article.id) : std::nullopt;
    if (!digest) return in_this_run ? Claim::replaced : Claim::added;
    const bool same = *digest == packed_digest(article.origin.digest) && !by.withdrawn;
    if (!in_this_run && same) return Claim::unchanged;
    superseded_.published_ids.push_back(article.id);
    return Claim::replaced;
}

// A withdrawal outranks the version it withdraws. Nothing has rank 0.
std::uint64_t IdRegistry::Holder::rank() const {
    return std::uint64_t{version} * 2 + (claimant.withdrawn ? 1 : 0);
}

// What the numbers of the versions decide, if anything.
std::optional<Settled> IdRegistry::against_versions(const Article& article, const Claimant& by) {
    const std::uint64_t known = known_rank(article.id);
    if (known == 0) return std::nullopt;
    const std::uint64_t rank = Holder{.claimant = by, .version = article.version}.rank();
    if (known > rank || (known == rank && by.withdrawn)) return Settled{Claim::outdated};
    if (known == rank) return std::nullopt;
    return take_over(article, by);
}

Settled IdRegistry::take_over(const Article& article, const Claimant& by) {
    const std::uint64_t hash = hash64(article.id);
    const auto holder = holders_.find(hash);
    Settled settled{Claim::replaced};
    if (holder != holders_.end()) {
        // The count of what it overtakes in its own bundle passes on to it, so that the order of
        // the versions does not show in the report.
        const bool same_bundle = holder->second.claimant.bundle_number == by.bundle_number;
        const bool was_new = holder->second.claim == Claim::added;
        if (same_bundle ? was_new : holder->second.claimant.withdrawn) settled.claim = Claim::added;
    }
    take_id(article.id, by, settled);
    take_copies(article, by, settled);
    bundle_ids_.insert(hash);
    copies_.erase(hash);
    hold(article, by, settled.claim);
    return settled;
}

// X~2 and so on are earlier versions too, where several articles called themselves the same one.
void IdRegistry::take_copies(const Article& article, const Claimant& by, Settled& settled) {
    const std::uint64_t rank = Holder{.claimant = by, .version = article.version}.rank();
    for (std::uint64_t copy = 2;; ++copy) {
        const std::string id = fmt::format("{}~{}", article.id, copy);
        if (!is_known(id)) return;
        const std::uint64_t known = known_rank(id);
        if (known > 0 && known < rank) take_id(id, by, settled);
    }
}

void IdRegistry::take_id(const std::string& id, const Claimant& by, Settled& settled) {
    const std::uint64_t hash = hash64(id);
    if (bundle_ids_.contains(hash) || earlier_ids_.contains(hash))
        superseded_.unpublished_ids[id] = by.sequence;
    if (published_ && published_digest(published_->database, id))
        superseded_.published_ids.push_back(id);
    bundle_ids_.erase(hash);
    earlier_ids_.erase(hash);
    const auto found = holders_.find(hash);
    if (found == holders_.end()) return;
    Holder& holder = found->second;
    if (holder.claimant.bundle_number == by.bundle_number && !holder.claimant.withdrawn) {
        settled.overtaken.push_back(
            {holder.claimant,
             holder.claim,
             holder.version,
             id,
             std::move(holder.entry),
             holder.position}
        );
    }
    holders_.erase(found);
}

std::uint64_t IdRegistry::known_rank(const std::string& id) const {
    const auto holder = holders_.find(hash64(id));
    if (holder != holders_.end()) return holder->second.rank();
    if (!published_) return 0;
    return Holder{.version = published_version(published_->database, id)}.rank();
}

bool IdRegistry::is_known(const std::string& id) const {
    const std::uint64_t hash = hash64(id);
    return bundle_ids_.contains(hash) || earlier_ids_.contains(hash) ||
           (published_ && published_digest(published_->database, id));
}

void IdRegistry::hold(const Article& article, const Claimant& by, Claim claim) {
    holders_[hash64(article.id)] = {
        by, claim, article.version, article.origin.entry, article.origin.position};
}

void IdRegistry::abandon() {
    const std::lock_guard lock(mutex_);
    abandoned_ = true;
    turn_changed_.notify_all();
}

void IdRegistry::publication(std::optional<Snapshot> snapshot) {
    const std::lock_guard lock(mutex_);
    published_ = std::move(snapshot);
    earlier_ids_.clear();
    // Those of the bundle being read may still be overtaken; withdrawals are in no index.
    std::erase_if(holders_, [&](const auto& item) {
        const Claimant& claimant = item.second.claimant;
        return claimant.bundle_number != bundle_number_ && !claimant.withdrawn;
    });
}

void IdRegistry::resume(std::uint32_t bundle_number, const std::string& bundle) {
    const std::lock_guard lock(mutex_);
    begin_bundle(bundle_number);
    if (!published_) return;
    const Xapian::Database& database = published_->database;
    const std::string term = exact_term(*find_field("bundle"), bundle);
    with_xapian("list the articles of a bundle", [&] {
        for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at) {
            bundle_ids_.insert(
                hash64(database.get_document(*at).get_value(static_cast<Xapian::valueno>(Slot::id)))
            );
        }
    });
}

Superseded IdRegistry::take_superseded() {
    const std::lock_guard lock(mutex_);
    return std::exchange(superseded_, {});
}

std::size_t IdRegistry::memory_bytes() const {
    const std::lock_guard lock(mutex_);
    return (bundle_ids_.size() + earlier_ids_.size() + copies_.size()) * kBytesPerId +
           holders_.size() * kBytesPerHolder;
}

}  // namespace broadsheet
