#include "indexer/pipeline/id_registry.h"

#include <charconv>
#include <utility>

#include <fmt/format.h>

#include "common/digest.h"
#include "common/fields.h"
#include "common/xapian_errors.h"
#include "indexer/pipeline/terms_of_article.h"

namespace broadsheet {

namespace {

constexpr std::size_t kBytesPerId = 32;  // a node and its bucket in the standard library's hash set

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

Claim IdRegistry::claim(Article& article, std::uint32_t bundle_number, std::uint64_t sequence) {
    begin_bundle(bundle_number);
    article.id = free_id(article.id);
    bundle_ids_.insert(hash64(article.id));
    return against_earlier(article, sequence);
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

Claim IdRegistry::against_earlier(const Article& article, std::uint64_t sequence) {
    const bool in_this_run = earlier_ids_.contains(hash64(article.id));
    if (in_this_run) superseded_.unpublished_ids[article.id] = sequence;
    const auto digest =
        published_ ? published_digest(published_->database, article.id) : std::nullopt;
    if (!digest) return in_this_run ? Claim::replaced : Claim::added;
    if (!in_this_run && *digest == packed_digest(article.origin.digest)) return Claim::unchanged;
    superseded_.published_ids.push_back(article.id);
    return Claim::replaced;
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
    return (bundle_ids_.size() + earlier_ids_.size() + copies_.size()) * kBytesPerId;
}

}  // namespace broadsheet
