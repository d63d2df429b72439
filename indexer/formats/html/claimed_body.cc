#include "indexer/formats/html/claimed_body.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <unordered_map>

#include "indexer/formats/html/words.h"

namespace broadsheet::html {

namespace {

/// How often each word occurs, by its hash.
using Counts = std::unordered_map<std::size_t, int>;

int count_words(const std::vector<std::string>& paragraphs, Counts& counts) {
    int total = 0;
    for (const std::string& paragraph : paragraphs) {
        for (const std::string& word : split_list(paragraph, " \t\r\n")) {
            const std::string bare = comparable(word);
            if (bare.empty()) continue;
            ++counts[std::hash<std::string>()(bare)];
            ++total;
        }
    }
    return total;
}

std::size_t size_of(const std::vector<std::string>& paragraphs) {
    std::size_t size = 0;
    for (const std::string& paragraph : paragraphs)
        size += paragraph.size();
    return size;
}

}  // namespace

bool is_better_body(
    const std::vector<std::string>& claimed, const std::vector<std::string>& found
) {
    constexpr std::size_t kSizeMin = 500;
    constexpr std::size_t kNothing = 80;  // not one sentence
    const std::size_t size = size_of(claimed);
    const std::size_t found_size = size_of(found);
    if (found_size < kNothing) return size > 2 * found_size;
    if (size < kSizeMin) return false;
    Counts claimed_counts;
    Counts found_counts;
    const int claimed_words = count_words(claimed, claimed_counts);
    const int found_words = count_words(found, found_counts);
    int shared = 0;
    for (const auto& [word, count] : claimed_counts) {
        const auto other = found_counts.find(word);
        if (other != found_counts.end()) shared += std::min(count, other->second);
    }
    const bool found_too_little = shared * 10 < claimed_words * 6;
    const bool found_other = shared * 10 < found_words * 4;
    // A teaser of the text is contained in what was found, and is no better.
    const bool is_teaser = claimed_words * 4 < found_words;
    return found_too_little || (found_other && !is_teaser);
}

}  // namespace broadsheet::html
