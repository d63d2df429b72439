#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// The distance (edit_distance.h) of many words to one. What neighbouring words have in common at
/// their beginning is computed once, so it is meant for words in sorted order.
class NearSpelling {
public:
    NearSpelling(std::string_view word, std::uint32_t max);

    struct Verdict {
        bool near = false;
        /// When not 0: no word that begins with so many bytes of the asked one is near.
        std::size_t hopeless_bytes = 0;
    };

    Verdict ask(std::string_view word);

private:
    // One letter of the word asked last.
    struct Row {
        std::size_t end = 0;  // of the letter, in bytes
        char32_t letter = 0;
        bool hopeless = false;
    };

    [[nodiscard]] std::uint32_t* cells(std::size_t row) {
        return cells_.data() + row * (wanted_.size() + 1);
    }

    void add_row(char32_t letter, std::size_t end);

    std::u32string wanted_;
    std::uint32_t max_;
    std::string last_;
    std::vector<Row> rows_;  // the first is before any letter
    std::vector<std::uint32_t> cells_;
};

}  // namespace broadsheet
