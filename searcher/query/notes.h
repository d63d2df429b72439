#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace broadsheet {

/// Sentences about what was not understood as it may have been meant: each once, and not more than
/// a person would read.
class Notes {
public:
    void add(std::string sentence) {
        if (sentences_.size() >= kNotesMax) return;
        if (std::find(sentences_.begin(), sentences_.end(), sentence) != sentences_.end()) return;
        sentences_.push_back(std::move(sentence));
    }

    [[nodiscard]] std::vector<std::string> take() { return std::move(sentences_); }

private:
    static constexpr std::size_t kNotesMax = 20;
    std::vector<std::string> sentences_;
};

}  // namespace broadsheet
