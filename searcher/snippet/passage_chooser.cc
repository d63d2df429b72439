#include "searcher/snippet/passage_chooser.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

#include "common/utf8.h"
#include "searcher/snippet/passage_score.h"
#include "searcher/snippet/sentence_list.h"

namespace broadsheet {

namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// A run of whole sentences, or the matches first..last of one sentence that is too long.
struct Candidate {
    SentenceId first;
    SentenceId last;
    std::uint32_t first_match = 0;
    std::uint32_t last_match = 0;
    double score = -1;
};

// Chooses, widens and cuts; lives for one passage.
class PassageChooser {
public:
    PassageChooser(const MatchedText& text, const TargetMatcher& targets, std::size_t length)
        : text_(text),
          length_(std::max<std::size_t>(length, 1)),
          sentences_(text.paragraphs, text.language),
          score_(targets) {}

    // The best passage, filled up to the length, or the beginning.
    std::vector<Piece> choose() {
        find_best();
        if (best_.score >= 0) return is_long(best_.first) ? cut_out() : widened(best_);
        const auto first = sentences_.at_or_behind({0, 0});
        if (!first) return {};
        const Candidate beginning{.first = *first, .last = *first};
        return is_long(*first) ? std::vector<Piece>{head_of(*first, length_)} : widened(beginning);
    }

    // The best passage and no more; nothing where nothing matches.
    std::vector<Piece> choose_bare() {
        find_best();
        if (best_.score < 0) return {};
        return is_long(best_.first) ? cut_out() : whole(best_.first, best_.last);
    }

    // Up to `count` passages, none of which holds a sentence of another.
    std::vector<std::vector<Piece>> choose_several(std::size_t count) {
        std::vector<std::vector<Piece>> passages;
        while (passages.size() < count) {
            best_ = {};
            find_best();
            if (best_.score < 0) break;
            passages.push_back(is_long(best_.first) ? cut_out() : widened(best_));
            taken_.push_back(sentences_of(passages.back()));
        }
        return passages;
    }

private:
    struct SentenceRun {
        SentenceId first;
        SentenceId last;
    };

    // The sentences that some pieces of a passage, which follow each other, are made of.
    SentenceRun sentences_of(const std::vector<Piece>& pieces) {
        const auto sentence_at = [this](std::uint32_t paragraph, std::uint32_t byte) {
            SentenceId id{paragraph, 0};
            while (sentences_.at(id).end < byte)
                ++id.number;
            return id;
        };
        const Piece& first = pieces.front();
        const Piece& last = pieces.back();
        return {
            sentence_at(first.paragraph, first.begin + 1), sentence_at(last.paragraph, last.end)};
    }

    [[nodiscard]] bool is_taken(SentenceId id) const {
        return std::ranges::any_of(taken_, [id](const SentenceRun& run) {
            return run.first <= id && id <= run.last;
        });
    }

    // Only sentences of no passage before.
    std::optional<SentenceId> free(std::optional<SentenceId> id) const {
        return id && !is_taken(*id) ? id : std::nullopt;
    }

    void find_best() {
        for (std::uint32_t p = 0; p < text_.matches.size(); ++p) {
            if (!text_.matches[p].empty()) consider_paragraph(p);
        }
    }

    [[nodiscard]] bool is_long(SentenceId id) { return sentences_.at(id).characters > length_; }

    [[nodiscard]] std::span<const Match> matches_of(std::uint32_t paragraph) const {
        if (paragraph >= text_.matches.size()) return {};
        return text_.matches[paragraph];
    }

    void consider_paragraph(std::uint32_t paragraph) {
        const auto matches = matches_of(paragraph);
        std::uint32_t m = 0;
        const auto count = static_cast<std::uint32_t>(sentences_.of_paragraph(paragraph).size());
        for (std::uint32_t number = 0; number < count && m < matches.size(); ++number) {
            const SentenceId id{paragraph, number};
            const MeasuredSentence& sentence = sentences_.at(id);
            if (matches[m].begin >= sentence.end) continue;
            if (is_taken(id)) {
                // It is shown already.
            } else if (is_long(id)) {
                consider_parts(id, m);
            } else {
                consider_run(id, m);
            }
            while (m < matches.size() && matches[m].begin < sentence.end)
                ++m;
        }
    }

    // Runs of sentences that begin with `first`, whose first match is number `match`.
    void consider_run(SentenceId first, std::uint32_t match) {
        score_.begin(first.paragraph);
        std::size_t characters = 0;
        std::optional<SentenceId> id = first;
        while (id) {
            const MeasuredSentence& sentence = sentences_.at(*id);
            characters += sentence.characters + (*id == first ? 0 : 1);
            if (characters > length_) return;
            const auto matches = matches_of(id->paragraph);
            const std::uint32_t before = match;
            for (; match < matches.size() && matches[match].begin < sentence.end; ++match)
                score_.add(matches[match], id->paragraph);
            if (match > before) keep({first, *id, before, match - 1, score_.value()});
            const auto next = free(sentences_.following(*id));
            if (next && next->paragraph != id->paragraph) match = 0;
            id = next;
        }
    }

    // Parts of one long sentence that hold matches from number `match` on.
    void consider_parts(SentenceId id, std::uint32_t match) {
        const auto matches = matches_of(id.paragraph);
        const std::uint32_t end = sentences_.at(id).end;
        for (std::uint32_t i = match; i < matches.size() && matches[i].begin < end; ++i) {
            score_.begin(id.paragraph);
            for (std::uint32_t j = i; j < matches.size() && matches[j].begin < end; ++j) {
                if (matches[j].end - matches[i].begin > length_ * 4 / 5 && j > i) break;
                score_.add(matches[j], id.paragraph);
                keep({id, id, i, j, score_.value()});
            }
        }
    }

    void keep(const Candidate& candidate) {
        constexpr double kClearlyBetter = 1e-9;
        if (candidate.score > best_.score + kClearlyBetter) best_ = candidate;
    }

    // Fills the length up with whole sentences behind, then before; where that leaves more than
    // half of it empty, with the beginning of the next sentence.
    std::vector<Piece> widened(const Candidate& candidate) {
        SentenceId first = candidate.first;
        SentenceId last = candidate.last;
        std::size_t characters = characters_from(first, last);
        const auto fits = [&](SentenceId id) {
            return characters + 1 + sentences_.at(id).characters <= length_;
        };
        auto next = free(sentences_.following(last));
        for (; next && fits(*next); next = free(sentences_.following(last))) {
            last = *next;
            characters += 1 + sentences_.at(last).characters;
        }
        auto previous = free(sentences_.before(first));
        for (; previous && fits(*previous); previous = free(sentences_.before(first))) {
            first = *previous;
            characters += 1 + sentences_.at(first).characters;
        }
        std::vector<Piece> pieces = whole(first, last);
        if (next && characters < length_ / 2)
            append(pieces, head_of(*next, length_ - characters - 1));
        return pieces;
    }

    std::size_t characters_from(SentenceId first, SentenceId last) {
        std::size_t characters = sentences_.at(first).characters;
        for (SentenceId id = first; id < last;) {
            id = *sentences_.following(id);
            characters += 1 + sentences_.at(id).characters;
        }
        return characters;
    }

    std::vector<Piece> whole(SentenceId first, SentenceId last) {
        std::vector<Piece> pieces;
        for (std::optional<SentenceId> id = first; id && *id <= last;
             id = sentences_.following(*id))
            append(pieces, {id->paragraph, sentences_.at(*id).begin, sentences_.at(*id).end});
        return pieces;
    }

    static void append(std::vector<Piece>& pieces, const Piece& piece) {
        if (piece.begin == piece.end) return;
        if (pieces.empty() || pieces.back().paragraph != piece.paragraph) {
            pieces.push_back(piece);
            return;
        }
        pieces.back().end = piece.end;
        pieces.back().cut_after = piece.cut_after;
    }

    // The beginning of a sentence, cut between words.
    Piece head_of(SentenceId id, std::size_t characters) {
        const MeasuredSentence& sentence = sentences_.at(id);
        const std::uint32_t end = cut_before(id, sentence.begin, characters);
        return {id.paragraph, sentence.begin, end, false, end < sentence.end};
    }

    // The best part of a long sentence: from its beginning where that holds all, else a little
    // before the first match.
    std::vector<Piece> cut_out() {
        const SentenceId id = best_.first;
        const MeasuredSentence& sentence = sentences_.at(id);
        const auto matches = matches_of(id.paragraph);
        const std::uint32_t from = std::max(matches[best_.first_match].begin, sentence.begin);
        std::uint32_t to = from;
        for (std::uint32_t m = best_.first_match; m <= best_.last_match; ++m)
            to = std::max(to, std::min(matches[m].end, sentence.end));
        std::uint32_t begin = sentence.begin;
        if (characters_in(id.paragraph, begin, to) > length_) {
            const std::size_t needed = std::min(length_, characters_in(id.paragraph, from, to));
            begin = step_back(id, from, std::min(length_ / 4, (length_ - needed) / 2));
        }
        const std::uint32_t end = std::max(cut_before(id, begin, length_), to);
        return {{id.paragraph, begin, end, begin > sentence.begin, end < sentence.end}};
    }

    [[nodiscard]] std::string_view paragraph(std::uint32_t number) const {
        return text_.paragraphs[number];
    }

    [[nodiscard]] std::size_t characters_in(
        std::uint32_t number, std::uint32_t begin, std::uint32_t end
    ) const {
        return utf8_length(paragraph(number).substr(begin, end - begin));
    }

    // The end of the last word within so many characters from `begin`; where a single word is
    // longer, or words are not parted by blanks, the last whole character outside of matches.
    std::uint32_t cut_before(SentenceId id, std::uint32_t begin, std::size_t characters) {
        const std::string_view words = paragraph(id.paragraph);
        const std::uint32_t end = sentences_.at(id).end;
        std::uint32_t offset = begin;
        for (; characters > 0 && offset < end; --characters)
            offset += decode_utf8(words, offset).length;
        if (offset >= end) return end;
        std::uint32_t word_end = offset;
        while (word_end > begin && !is_blank(words[word_end]))
            --word_end;
        while (word_end > begin && is_blank(words[word_end - 1]))
            --word_end;
        while (word_end > begin && (words[word_end - 1] == ',' || words[word_end - 1] == ';'))
            --word_end;
        // Nothing is gained by a blank far back, as there are in Chinese.
        const bool near = word_end > begin && (offset - word_end) * 3 < offset - begin;
        return outside_matches(id, near ? word_end : offset, begin);
    }

    // The beginning of a word at most so many characters before `from`.
    std::uint32_t step_back(SentenceId id, std::uint32_t from, std::size_t characters) {
        const std::string_view words = paragraph(id.paragraph);
        const std::uint32_t least = sentences_.at(id).begin;
        std::uint32_t begin = from;
        std::uint32_t word_begin = from;
        while (characters-- > 0 && begin > least) {
            do {
                --begin;
            } while (begin > least && is_continuation(words[begin]));
            const bool is_first = begin == least || is_blank(words[begin - 1]);
            if (is_first && !is_blank(words[begin])) word_begin = begin;
        }
        return word_begin;
    }

    static bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

    // The first byte of the match that `offset` would cut in two, or `offset`.
    [[nodiscard]] std::uint32_t outside_matches(
        SentenceId id, std::uint32_t offset, std::uint32_t least
    ) const {
        for (const Match& match : matches_of(id.paragraph)) {
            if (match.begin >= offset) break;
            if (match.end > offset && match.begin > least) return match.begin;
        }
        return offset;
    }

    const MatchedText& text_;
    std::size_t length_;
    SentenceList sentences_;
    PassageScore score_;
    Candidate best_;
    std::vector<SentenceRun> taken_;
};

}  // namespace

std::vector<Piece> filled_passage(
    const MatchedText& text, const TargetMatcher& targets, std::size_t length
) {
    return PassageChooser(text, targets, length).choose();
}

std::vector<Piece> bare_passage(
    const MatchedText& text, const TargetMatcher& targets, std::size_t length
) {
    return PassageChooser(text, targets, length).choose_bare();
}

std::vector<std::vector<Piece>> best_passages(
    const MatchedText& text, const TargetMatcher& targets, std::size_t length, std::size_t count
) {
    return PassageChooser(text, targets, length).choose_several(count);
}

}  // namespace broadsheet
