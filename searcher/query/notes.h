#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "broadsheet/query_tree.h"

namespace broadsheet {

/// Sentences about what was not understood as it may have been meant: each once, and not more than
/// a person would read. Beside them the mistakes: what is surely syntax and wrong.
class Notes {
public:
    void add(std::string sentence) {
        if (sentences_.size() >= kNotesMax) return;
        if (std::find(sentences_.begin(), sentences_.end(), sentence) != sentences_.end()) return;
        sentences_.push_back(std::move(sentence));
    }

    void add(QueryMistake mistake) {
        if (mistakes_.size() < kNotesMax) mistakes_.push_back(std::move(mistake));
    }

    [[nodiscard]] std::vector<std::string> take() { return std::move(sentences_); }

    [[nodiscard]] std::vector<QueryMistake> take_mistakes() { return std::move(mistakes_); }

private:
    static constexpr std::size_t kNotesMax = 20;
    std::vector<std::string> sentences_;
    std::vector<QueryMistake> mistakes_;
};

}  // namespace broadsheet
