#include "indexer/segment/segment_merge.h"

#include <algorithm>
#include <limits>
#include <utility>

#include <fmt/format.h>
#include <xapian.h>

#include "indexer/segment/segment_directory.h"

namespace broadsheet {

namespace {

using Paths = std::vector<std::filesystem::path>;

// Each source takes up to six file descriptors, of which a process commonly has 1024.
constexpr std::size_t kSourcesAtOnce = 128;

void compact(std::span<const std::filesystem::path> sources, const std::filesystem::path& to) {
    writing_segment(to, [&] {
        Xapian::Database all;
        for (const auto& source : sources) {
            all.add_database(Xapian::Database(source.string(), Xapian::DB_BACKEND_GLASS));
        }
        all.compact(to.string(), Xapian::Compactor::FULL);
        sync_segment(to);
    });
}

// Merged segments on their way to the destination, beside it; they go away with their owner.
class Parts {
public:
    explicit Parts(std::filesystem::path destination) : destination_(std::move(destination)) {}

    ~Parts() {
        for (const auto& part : all_)
            discard_segment(part);
    }

    Parts(const Parts&) = delete;
    Parts& operator=(const Parts&) = delete;

    const std::filesystem::path& add() {
        std::filesystem::path part = destination_;
        part += fmt::format(".part{}", all_.size() + 1);
        return all_.emplace_back(part);
    }

private:
    std::filesystem::path destination_;
    Paths all_;
};

std::size_t tier_of(std::uint64_t size, const MergePolicy& policy) {
    std::size_t tier = 0;
    std::uint64_t limit = policy.first_tier_bytes;
    while (size > limit) {
        ++tier;
        if (limit > UINT64_MAX / policy.fan_in) break;
        limit *= policy.fan_in;
    }
    return tier;
}

// At least `count` of the segments, if there are as many, the smallest first. Those that do not
// weigh more than what is merged already come along: else a run of small segments would be merged
// into the next larger one again and again.
std::vector<std::size_t> smallest(
    std::vector<std::size_t> segments, std::span<const std::uint64_t> sizes, std::size_t count
) {
    std::stable_sort(segments.begin(), segments.end(), [&](std::size_t left, std::size_t right) {
        return sizes[left] < sizes[right];
    });
    std::size_t taken = 0;
    std::uint64_t bytes = 0;
    while (taken < segments.size() && (taken < count || sizes[segments[taken]] <= bytes)) {
        const std::uint64_t size = sizes[segments[taken++]];
        bytes += std::min(size, UINT64_MAX - bytes);
    }
    segments.resize(taken);
    return segments;
}

void copy_segment(const std::filesystem::path& from, const std::filesystem::path& to) {
    std::filesystem::create_directory(to);
    for (const auto& entry : std::filesystem::directory_iterator(from)) {
        if (entry.path().filename() == "flintlock") continue;
        std::filesystem::copy_file(entry.path(), to / entry.path().filename());
    }
}

std::vector<Xapian::docid> articles_with(
    const Xapian::Database& database, const std::vector<std::string>& terms
) {
    std::vector<Xapian::docid> articles;
    for (const auto& term : terms) {
        if (term.empty()) continue;  // the engine would take it for all articles
        articles.insert(articles.end(), database.postlist_begin(term), database.postlist_end(term));
    }
    std::sort(articles.begin(), articles.end());
    articles.erase(std::unique(articles.begin(), articles.end()), articles.end());
    return articles;
}

}  // namespace

void merge_segments(const Paths& sources, const std::filesystem::path& destination) {
    require_absent(destination);
    Parts parts(destination);
    Paths left = sources;
    while (left.size() > kSourcesAtOnce) {
        Paths merged;
        for (std::size_t begin = 0; begin < left.size(); begin += kSourcesAtOnce) {
            const std::size_t count = std::min(kSourcesAtOnce, left.size() - begin);
            merged.push_back(parts.add());
            compact(std::span(left).subspan(begin, count), merged.back());
        }
        left = std::move(merged);
    }
    compact(left, destination);
}

bool fit_one_segment(const Paths& sources) {
    std::uint64_t length = 0;
    std::uint64_t articles = 0;
    for (const auto& source : sources) {
        with_xapian(fmt::format("read segment '{}'", source.string()), [&] {
            const Xapian::Database segment(source.string(), Xapian::DB_BACKEND_GLASS);
            length += segment.get_total_length();
            articles += segment.get_lastdocid();
        });
    }
    return std::max(length, articles) <= std::numeric_limits<std::uint32_t>::max();
}

std::size_t remove_articles(
    const std::filesystem::path& segment,
    const std::filesystem::path& destination,
    const std::vector<std::string>& id_terms
) {
    require_absent(destination);
    const auto doomed = with_xapian(fmt::format("read segment '{}'", segment.string()), [&] {
        return articles_with(
            Xapian::Database(segment.string(), Xapian::DB_BACKEND_GLASS), id_terms
        );
    });
    if (doomed.empty()) return 0;
    writing_segment(destination, [&] {
        copy_segment(segment, destination);
        Xapian::WritableDatabase copy(
            destination.string(), Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS
        );
        for (const auto article : doomed)
            copy.delete_document(article);
        copy.commit();
        copy.close();
        std::filesystem::remove(destination / "flintlock");
        sync_segment(destination);
    });
    return doomed.size();
}

std::vector<std::vector<std::size_t>> choose_merges(
    std::span<const std::uint64_t> sizes, const MergePolicy& policy
) {
    std::vector<std::vector<std::size_t>> tiers;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        const std::size_t tier = tier_of(sizes[i], policy);
        if (tiers.size() <= tier) tiers.resize(tier + 1);
        tiers[tier].push_back(i);
    }
    std::vector<std::vector<std::size_t>> groups;
    std::vector<std::size_t> others;
    for (auto& tier : tiers) {
        if (tier.size() >= policy.fan_in) {
            groups.push_back(std::move(tier));
        } else {
            others.insert(others.end(), tier.begin(), tier.end());
        }
    }
    const std::size_t after = groups.size() + others.size();
    if (after <= policy.segments_max || others.size() < 2) return groups;

    groups.push_back(smallest(std::move(others), sizes, after - policy.segments_max + 1));
    return groups;
}

}  // namespace broadsheet
