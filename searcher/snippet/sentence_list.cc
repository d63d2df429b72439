#include "searcher/snippet/sentence_list.h"

#include "common/utf8.h"

namespace broadsheet {

namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool closes(std::string_view text, std::size_t offset) {
    return text[offset] == '"' || text[offset] == '\'' || text[offset] == ')' ||
           text.substr(offset).starts_with("\u201d") || text.substr(offset).starts_with("\u2019");
}

// Ends of sentences: a full stop, question or exclamation mark before a blank and no small letter.
std::vector<std::size_t> sentence_ends(std::string_view text) {
    std::vector<std::size_t> ends;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '.' && text[i] != '!' && text[i] != '?') continue;
        std::size_t end = i + 1;
        while (end < text.size() && closes(text, end))
            end += decode_utf8(text, end).length;
        std::size_t next = end;
        while (next < text.size() && is_blank(text[next]))
            ++next;
        const bool small = next < text.size() && text[next] >= 'a' && text[next] <= 'z';
        if (next > end && !small) ends.push_back(end);
    }
    ends.push_back(text.size());
    return ends;
}

std::optional<Sentence> trimmed(std::string_view text, std::size_t begin, std::size_t end) {
    while (begin < end && is_blank(text[begin]))
        ++begin;
    while (end > begin && is_blank(text[end - 1]))
        --end;
    if (begin == end) return std::nullopt;
    return Sentence{
        static_cast<std::uint32_t>(begin),
        static_cast<std::uint32_t>(end),
        static_cast<std::uint32_t>(utf8_length(text.substr(begin, end - begin)))};
}

}  // namespace

SentenceList::SentenceList(std::span<const std::string> paragraphs, std::string_view language)
    : paragraphs_(paragraphs), language_(language), known_(paragraphs.size()) {}

const std::vector<Sentence>& SentenceList::of_paragraph(std::uint32_t paragraph) {
    auto& known = known_[paragraph];
    if (known) return *known;
    known.emplace();
    const std::string_view text = paragraphs_[paragraph];
    std::size_t begin = 0;
    for (const std::size_t end : sentence_ends(text)) {
        if (const auto sentence = trimmed(text, begin, end)) known->push_back(*sentence);
        begin = end;
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
