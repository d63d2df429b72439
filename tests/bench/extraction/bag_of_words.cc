#include "tests/bench/extraction/bag_of_words.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include <unicode/uchar.h>

#include "common/utf8.h"

namespace broadsheet::bench {

namespace {

using Bag = std::unordered_map<std::string, int>;

bool stands_alone(char32_t c) {
    return (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) ||
           (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || c >= 0x20000;
}

Bag bag_of(std::string_view text, int& size) {
    Bag bag;
    std::string word;
    const auto finish = [&] {
        if (word.empty()) return;
        ++bag[word];
        ++size;
        word.clear();
    };
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint point = decode_utf8(text, i);
        i += point.length;
        const auto c = static_cast<UChar32>(point.value);
        const bool alone = stands_alone(point.value);
        if (alone || u_isalnum(c) == 0) finish();
        if (u_isalnum(c) != 0) append_utf8(word, static_cast<char32_t>(u_tolower(c)));
        if (alone) finish();
    }
    finish();
    return bag;
}

}  // namespace

Overlap compare_words(std::string_view found, std::string_view expected) {
    int found_size = 0;
    int expected_size = 0;
    const Bag found_bag = bag_of(found, found_size);
    const Bag expected_bag = bag_of(expected, expected_size);
    if (found_size == 0 && expected_size == 0) return {1, 1, 1};
    int common = 0;
    for (const auto& [word, count] : found_bag) {
        const auto other = expected_bag.find(word);
        if (other != expected_bag.end()) common += std::min(count, other->second);
    }
    if (common == 0) return {};
    const double precision = static_cast<double>(common) / found_size;
    const double recall = static_cast<double>(common) / expected_size;
    return {precision, recall, 2 * precision * recall / (precision + recall)};
}

}  // namespace broadsheet::bench
