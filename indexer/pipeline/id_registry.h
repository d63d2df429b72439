#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "broadsheet/article.h"
#include "common/index/snapshot.h"

namespace broadsheet {

/// What becomes of an article that asks for its id.
enum class Claim {
    added,      ///< nobody has the id
    replaced,   ///< an earlier bundle brought it; that article goes
    unchanged,  ///< it is in the index already with the same content; nothing to do
    outdated,   ///< a later version of its item is here already; nothing to do
};

/// Who asks for an id.
struct Claimant {
    std::uint32_t bundle_number = 0;
    std::uint64_t sequence = 0;      ///< of its batch
    std::uint64_t entry_number = 0;  ///< in its bundle
    std::size_t index = 0;           ///< in its batch
    bool withdrawn = false;  ///< it says that its item is not to be published: it takes the id of
                             ///< earlier versions and of its own, so that none of them stays
};

/// An article of the same bundle that was claimed for and has to go, as a later version came.
struct Overtaken {
    Claimant claimant = {};
    Claim claim = Claim::added;  ///< what it was told
    std::uint32_t version = 0;
    std::string id = {};
    std::string entry = {};
    std::uint64_t position = 0;
};

/// What a claim comes to.
struct Settled {
    Claim claim = Claim::added;
    std::vector<Overtaken> overtaken = {};
};

/// What must be deleted when the articles of some batches are published.
struct Superseded {
    /// Ids that published segments hold in an earlier version.
    std::vector<std::string> published_ids;
    /// Ids that unpublished segments hold in several versions, with the sequence of the batch that
    /// brought the last one.
    std::map<std::string, std::uint64_t> unpublished_ids;
};

/// Settles who owns an id. Batches are settled in their order, whichever worker has them, so that
/// the outcome does not depend on the number of workers.
///
/// Within one bundle every article is kept: the second with the id X becomes X~2. Across bundles
/// the later one replaces the earlier. But of an item whose versions the publisher numbers, the
/// highest one is kept, whatever the order and the bundle; equal numbers are as good as none.
class IdRegistry {
public:
    /// Waits until all batches before `sequence` are settled, then runs `settle`, which may call
    /// claim() for the articles of this batch.
    /// @return false when the run was abandoned meanwhile; nothing was settled then.
    bool in_turn(std::uint64_t sequence, const std::function<void()>& settle);

    /// Only inside in_turn(). Gives the article its final id.
    Settled claim(Article& article, const Claimant& by);

    /// Wakes all that wait: a worker has failed.
    void abandon();

    /// From here on ids are looked up in this publication too; those of earlier bundles need not be
    /// remembered any longer. No batch may be under way.
    void publication(std::optional<Snapshot> snapshot);

    /// The ids that the published part of this bundle has, before it is gone on with.
    void resume(std::uint32_t bundle_number, const std::string& bundle);

    /// What the batches since the last call supersede. No batch may be under way.
    Superseded take_superseded();

    /// Bytes held.
    [[nodiscard]] std::size_t memory_bytes() const;

private:
    void begin_bundle(std::uint32_t bundle_number);
    std::string free_id(const std::string& id);
    Claim against_earlier(const Article& article, const Claimant& by);

    // The one of an item's versions that has its id.
    struct Holder {
        Claimant claimant = {};
        Claim claim = Claim::added;
        std::uint32_t version = 0;
        std::string entry = {};
        std::uint64_t position = 0;

        [[nodiscard]] std::uint64_t rank() const;
    };

    std::optional<Settled> against_versions(const Article& article, const Claimant& by);
    Settled take_over(const Article& article, const Claimant& by);
    void take_copies(const Article& article, const Claimant& by, Settled& settled);
    void take_id(const std::string& id, const Claimant& by, Settled& settled);
    [[nodiscard]] std::uint64_t known_rank(const std::string& id) const;
    [[nodiscard]] bool is_known(const std::string& id) const;
    void hold(const Article& article, const Claimant& by, Claim claim);

    mutable std::mutex mutex_;
    std::condition_variable turn_changed_;
    std::uint64_t turn_ = 0;
    bool abandoned_ = false;

    std::uint32_t bundle_number_ = 0;
    std::unordered_set<std::uint64_t> bundle_ids_;             // hashes of the current bundle's ids
    std::unordered_set<std::uint64_t> earlier_ids_;            // of bundles before it, unpublished
    std::unordered_map<std::uint64_t, std::uint64_t> copies_;  // of ids that a bundle repeats
    std::unordered_map<std::uint64_t, Holder> holders_;        // of versioned items, by id
    std::optional<Snapshot> published_;
    Superseded superseded_;
};

}  // namespace broadsheet
