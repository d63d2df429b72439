#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "broadsheet/article.h"
#include "common/text/analyzer.h"

namespace broadsheet {

/// Knows articles that are nearly the same as one before: one report in several papers, or with a
/// new first sentence. Compares runs of five words (Broder: On the resemblance and containment of
/// documents, 1997), of which it keeps the same sample of each text.
class NearCopies {
public:
    explicit NearCopies(Analyzer& analyzer) : analyzer_(analyzer) {}

    /// True when more than half of what this text and one of those kept have to say is the same.
    /// Texts too short to judge are copies when they are equal.
    [[nodiscard]] bool has_copy_of(const Article& article);

    /// Keeps the text for comparing others to it.
    void keep(const Article& article);

    /// As keep(), for a text in one piece.
    void keep(std::string_view text, std::string_view language);

private:
    // The smallest hashes of the runs of a text, ascending.
    using Sample = std::vector<std::uint64_t>;

    Sample sample_of(std::span<const std::string> paragraphs, std::string_view language);
    void keep(Sample sample);

    Analyzer& analyzer_;
    std::vector<Token> tokens_;
    std::vector<Sample> samples_;
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> with_hash_;  // numbers of samples
};

}  // namespace broadsheet
