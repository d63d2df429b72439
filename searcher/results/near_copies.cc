#include "searcher/results/near_copies.h"

#include <algorithm>
#include <utility>

#include "common/digest.h"

namespace broadsheet {

namespace {

constexpr std::size_t kRunWords = 5;

constexpr std::size_t kSampleMax = 128;

// Share of runs two texts have in common that makes them copies.
constexpr double kResemblance = 0.5;

// A hash of the words so far and one more; what is more than kRunWords back has no part in it.
std::uint64_t mixed(std::uint64_t hash) {
    // The finalizer of MurmurHash3 (Austin Appleby, in the public domain).
    hash ^= hash >> 33U;
    hash *= 0xff51afd7ed558ccdULL;
    hash ^= hash >> 33U;
    hash *= 0xc4ceb9fe1a85ec53ULL;
    return hash ^ (hash >> 33U);
}

// The resemblance of two texts as their samples show it: of the smallest hashes of both together,
// the share that both have.
double resemblance(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
    std::size_t both = 0;
    std::size_t all = 0;
    for (std::size_t i = 0, j = 0; all < kSampleMax && (i < a.size() || j < b.size()); ++all) {
        if (j == b.size() || (i < a.size() && a[i] < b[j])) {
            ++i;
        } else if (i == a.size() || b[j] < a[i]) {
            ++j;
        } else {
            ++both;
            ++i;
            ++j;
        }
    }
    return all == 0 ? 0 : static_cast<double>(both) / static_cast<double>(all);
}

}  // namespace

NearCopies::Sample NearCopies::sample_of(
    std::span<const std::string> paragraphs, std::string_view language
) {
    std::vector<std::uint64_t> words;
    for (const std::string& paragraph : paragraphs) {
        tokens_.clear();
        analyzer_.analyze(paragraph, language, tokens_);
        for (const Token& token : tokens_) {
            if (token.span == 1) words.push_back(hash64(token.word->term));
        }
    }
    const std::size_t run = std::clamp<std::size_t>(words.size(), 1, kRunWords);
    Sample sample;
    for (std::size_t i = 0; i + run <= words.size(); ++i) {
        std::uint64_t hash = 0;
        for (std::size_t k = i; k < i + run; ++k)
            hash = mixed(hash * 31 + words[k]);
        sample.push_back(hash);
    }
    std::ranges::sort(sample);
    sample.erase(std::unique(sample.begin(), sample.end()), sample.end());
    if (sample.size() > kSampleMax) sample.resize(kSampleMax);
    return sample;
}

void NearCopies::keep(Sample sample) {
    const auto number = static_cast<std::uint32_t>(samples_.size());
    for (const std::uint64_t hash : sample)
        with_hash_[hash].push_back(number);
    samples_.push_back(std::move(sample));
}

void NearCopies::keep(const Article& article) {
    keep(sample_of(article.paragraphs, article.language));
}

void NearCopies::keep(std::string_view text, std::string_view language) {
    const std::string whole(text);
    keep(sample_of({&whole, 1}, language));
}

bool NearCopies::has_copy_of(const Article& article) {
    const Sample sample = sample_of(article.paragraphs, article.language);
    std::vector<std::uint32_t> candidates;
    for (const std::uint64_t hash : sample) {
        const auto found = with_hash_.find(hash);
        if (found == with_hash_.end()) continue;
        candidates.insert(candidates.end(), found->second.begin(), found->second.end());
    }
    std::ranges::sort(candidates);
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    return std::ranges::any_of(candidates, [&](std::uint32_t number) {
        return resemblance(sample, samples_[number]) >= kResemblance;
    });
}

}  // namespace broadsheet
