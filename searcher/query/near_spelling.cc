#include "searcher/query/near_spelling.h"

#include <algorithm>

#include "common/utf8.h"

namespace broadsheet {

NearSpelling::NearSpelling(std::string_view word, std::uint32_t max) : max_(max) {
    for (std::size_t at = 0; at < word.size();) {
        const CodePoint point = decode_utf8(word, at);
        wanted_.push_back(point.value);
        at += point.length;
    }
    // A row more than this is hopeless whatever its letter.
    const std::size_t rows = wanted_.size() + max_ + 2;
    cells_.resize(rows * (wanted_.size() + 1));
    rows_.push_back({});
    for (std::size_t j = 0; j <= wanted_.size(); ++j)
        cells_[j] = static_cast<std::uint32_t>(j);
}

void NearSpelling::add_row(char32_t letter, std::size_t end) {
    const std::size_t i = rows_.size();
    const std::uint32_t* above = cells(i - 1);
    const std::uint32_t* before = i > 1 ? cells(i - 2) : nullptr;
    std::uint32_t* row = cells(i);
    row[0] = static_cast<std::uint32_t>(i);
    std::uint32_t least = row[0];
    for (std::size_t j = 1; j <= wanted_.size(); ++j) {
        const std::uint32_t change = wanted_[j - 1] == letter ? 0 : 1;
        row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + change});
        const bool swapped = before != nullptr && j > 1 && wanted_[j - 2] == letter &&
                             wanted_[j - 1] == rows_.back().letter;
        if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
        least = std::min(least, row[j]);
    }
    rows_.push_back({.end = end, .letter = letter, .hopeless = least > max_});
}

NearSpelling::Verdict NearSpelling::ask(std::string_view word) {
    const auto differ = std::mismatch(word.begin(), word.end(), last_.begin(), last_.end()).first;
    const auto common = static_cast<std::size_t>(differ - word.begin());
    while (rows_.back().end > common)
        rows_.pop_back();
    last_ = word;
    while (!rows_.back().hopeless && rows_.back().end < word.size()) {
        const std::size_t at = rows_.back().end;
        const CodePoint point = decode_utf8(word, at);
        add_row(point.value, at + point.length);
    }
    if (rows_.back().hopeless) return {.near = false, .hopeless_bytes = rows_.back().end};
    return {.near = cells(rows_.size() - 1)[wanted_.size()] <= max_};
}

}  // namespace broadsheet
