#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// One sentence of a paragraph, without blanks around it, and how long it is for a reader.
struct MeasuredSentence {
    std::uint32_t begin = 0;       ///< first byte in its paragraph
    std::uint32_t end = 0;         ///< one past the last byte
    std::uint32_t characters = 0;  ///< code points
};

/// Which sentence of which paragraph.
struct SentenceId {
    std::uint32_t paragraph = 0;
    std::uint32_t number = 0;  ///< in the paragraph, from 0

    friend auto operator<=>(const SentenceId&, const SentenceId&) = default;
};

/// The sentences of a text, found paragraph by paragraph when first asked for: most snippets need
/// those of two or three paragraphs only.
class SentenceList {
public:
    /// The paragraphs must outlive the list.
    SentenceList(std::span<const std::string> paragraphs, std::string_view language);

    const std::vector<MeasuredSentence>& of_paragraph(std::uint32_t paragraph);

    const MeasuredSentence& at(SentenceId id) { return of_paragraph(id.paragraph)[id.number]; }

    /// The first sentence at or behind `id`, which may be one past the last of a paragraph.
    std::optional<SentenceId> at_or_behind(SentenceId id);

    std::optional<SentenceId> following(SentenceId id) {
        return at_or_behind({id.paragraph, id.number + 1});
    }

    std::optional<SentenceId> before(SentenceId id);

private:
    std::span<const std::string> paragraphs_;
    std::string_view language_;
    std::vector<std::optional<std::vector<MeasuredSentence>>> known_;
};

}  // namespace broadsheet
