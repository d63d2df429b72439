#include "indexer/pipeline/publication.h"

#include <algorithm>
#include <chrono>
#include <memory>

#include <fmt/format.h>
#include <unistd.h>
#include <xapian.h>

#include "broadsheet/error.h"
#include "common/durable_file.h"
#include "common/fields.h"
#include "common/index/layout.h"
#include "common/index/snapshot.h"
#include "common/index/stub.h"
#include "common/xapian_errors.h"
#include "indexer/segment/segment_builder.h"
#include "indexer/segment/segment_merge.h"

namespace broadsheet {

namespace {

namespace fs = std::filesystem;

std::string id_term(const std::string& id) {
    return exact_term(*find_field("id"), id);
}

Xapian::WritableDatabase open_for_change(const fs::path& segment) {
    return Xapian::WritableDatabase(segment.string(), Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS);
}

std::uint64_t bytes_on_disk(const fs::path& segment) {
    std::uint64_t bytes = 0;
    for (const auto& file : fs::directory_iterator(segment))
        bytes += file.file_size();
    return bytes;
}

// Builds the list of segments that the next publication will show.
class NextPublication {
public:
    NextPublication(const fs::path& index, SegmentNames& names)
        : index_(index),
          names_(names),
          segments_(is_index(index) ? read_stub(index) : std::vector<std::string>()) {}

    // Copies of the published segments without these articles take their place.
    void delete_published(const std::vector<std::string>& ids) {
        if (ids.empty()) return;
        std::vector<std::string> terms(ids.size());
        std::transform(ids.begin(), ids.end(), terms.begin(), id_term);
        for (auto& segment : segments_) {
            const std::string copy = names_.next();
            if (remove_articles(path(segment), path(copy), terms) > 0) segment = copy;
        }
    }

    // Nobody has opened a new segment yet, so that it may be changed in place.
    void add(const NewSegment& segment, const Superseded& superseded) {
        delete_superseded(segment, superseded);
        segments_.push_back(segment.name);
        carrier_ = segment.name;
    }

    void write_ledger(const std::vector<LedgerRow>& rows) {
        if (rows.empty() && !segments_.empty()) return;
        if (carrier_.empty()) {
            carrier_ = names_.next();
            make_bulk_builder()->finish(path(carrier_), version_metadata());
            segments_.push_back(carrier_);
        }
        if (rows.empty()) return;
        with_xapian("write the ledger", [&] {
            Xapian::WritableDatabase segment = open_for_change(path(carrier_));
            for (const auto& row : rows)
                segment.set_metadata(ledger_key(row, carrier_), to_json(row));
            segment.commit();
        });
    }

    void merge_small_ones() {
        while (merge_once()) {
        }
    }

    void show() const {
        sync_to_disk(segments_path(index_));
        write_stub(index_, segments_);
    }

private:
    [[nodiscard]] fs::path path(const std::string& segment) const {
        return segment_path(index_, segment);
    }

    void delete_superseded(const NewSegment& segment, const Superseded& superseded) const {
        if (superseded.unpublished_ids.empty()) return;
        with_xapian("replace articles", [&] {
            Xapian::WritableDatabase database = open_for_change(path(segment.name));
            for (const auto& [id, last_sequence] : superseded.unpublished_ids) {
                const std::string term = id_term(id);
                std::vector<Xapian::docid> earlier;
                for (auto at = database.postlist_begin(term); at != database.postlist_end(term);
                     ++at) {
                    if (segment.sequences.at(*at - 1) < last_sequence) earlier.push_back(*at);
                }
                for (const Xapian::docid document : earlier)
                    database.delete_document(document);
            }
            database.commit();
        });
    }

    // False when there is nothing to merge, or no room to do it.
    bool merge_once() {
        std::vector<std::uint64_t> sizes;
        sizes.reserve(segments_.size());
        for (const auto& segment : segments_)
            sizes.push_back(bytes_on_disk(path(segment)));
        const auto groups = choose_merges(sizes);
        std::vector<std::string> merged;
        std::vector<std::string> merged_away;
        for (const auto& group : groups) {
            std::vector<fs::path> sources;
            sources.reserve(group.size());
            for (const std::size_t i : group)
                sources.push_back(path(segments_[i]));
            if (!fit_one_segment(sources)) continue;
            const std::string name = names_.next();
            if (!try_merge(sources, path(name))) return false;
            for (const std::size_t i : group)
                merged_away.push_back(segments_[i]);
            merged.push_back(name);
        }
        std::erase_if(segments_, [&](const std::string& name) {
            return std::find(merged_away.begin(), merged_away.end(), name) != merged_away.end();
        });
        segments_.insert(segments_.end(), merged.begin(), merged.end());
        return !merged.empty();
    }

    // Merging only makes the index faster: on a disk too full for it the publication goes on.
    static bool try_merge(const std::vector<fs::path>& sources, const fs::path& destination) {
        try {
            merge_segments(sources, destination);
            return true;
        } catch (const Error& error) {
            if (error.kind() != ErrorKind::unwritable) throw;
            return false;
        }
    }

    const fs::path& index_;
    SegmentNames& names_;
    std::vector<std::string> segments_;
    std::string carrier_;  // the new segment that carries the ledger rows
};

}  // namespace

SegmentNames::SegmentNames() {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    run_ = fmt::format(
        "{:x}-{:x}", std::chrono::duration_cast<std::chrono::microseconds>(now).count(), getpid()
    );
}

std::string SegmentNames::next() {
    return fmt::format("{}-{:04}", run_, ++count_);
}

void publish(
    const fs::path& index,
    std::vector<NewSegment> segments,
    const Superseded& superseded,
    const std::vector<LedgerRow>& rows,
    SegmentNames& names
) {
    if (segments.empty() && rows.empty() && is_index(index)) return;
    std::sort(segments.begin(), segments.end(), [](const NewSegment& a, const NewSegment& b) {
        return a.name < b.name;
    });
    NextPublication next(index, names);
    next.delete_published(superseded.published_ids);
    for (const auto& segment : segments)
        next.add(segment, superseded);
    next.write_ledger(rows);
    next.merge_small_ones();
    next.show();
    remove_garbage(index);
}

void remove_garbage(const fs::path& index) {
    std::vector<std::string> live;
    if (is_index(index)) live = read_stub(index);
    std::error_code error;
    for (const auto& found : fs::directory_iterator(segments_path(index), error)) {
        const bool is_live =
            std::find(live.begin(), live.end(), found.path().filename().string()) != live.end();
        if (!is_live) fs::remove_all(found.path(), error);
    }
    fs::remove(fs::path(stub_path(index).string() + ".new"), error);
}

}  // namespace broadsheet
