#include "searcher/snippet/sentence_list.h"

#include "common/text/sentences.h"
#include "common/utf8.h"

namespace broadsheet {

SentenceList::SentenceList(std::span<const std::string> paragraphs, std::string_view language)
    : paragraphs_(paragraphs), language_(language), known_(paragraphs.size()) {}

const std::vector<MeasuredSentence>& SentenceList::of_paragraph(std::uint32_t paragraph) {
    auto& known = known_[paragraph];
    if (known) return *known;
    known.emplace();
    const std::string_view text = paragraphs_[paragraph];
    for (const Sentence& sentence : find_sentences(text, language_)) {
        const std::string_view words = text.substr(sentence.begin, sentence.end - sentence.begin);
        const auto characters = static_cast<std::uint32_t>(utf8_length(words));
        known->push_back({sentence.begin, sentence.end, characters});
    }
    return *known;
}

std::optional<SentenceId> SentenceList::at_or_behind(SentenceId id) {
    while (id.paragraph < paragraphs_.size()) {
        if (id.number < of_paragraph(id.paragraph).size()) return id;
        id = {id.paragraph + 1, 0};
    }
    return std::nullopt;
}

std::optional<SentenceId> SentenceList::before(SentenceId id) {
    if (id.number > 0) return SentenceId{id.paragraph, id.number - 1};
    while (id.paragraph > 0) {
        --id.paragraph;
        const auto size = static_cast<std::uint32_t>(of_paragraph(id.paragraph).size());
        if (size > 0) return SentenceId{id.paragraph, size - 1};
    }
    return std::nullopt;
}

}  // namespace broadsheet
