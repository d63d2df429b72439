#include "searcher/snippet/snippet_maker.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <utility>

#include "common/fields.h"
#include "common/text/analyzer.h"
#include "searcher/query/match_terms.h"
#include "searcher/snippet/passage.h"
#include "searcher/snippet/target_matcher.h"

namespace broadsheet {

namespace {

constexpr std::string_view kEllipsis = "\u2026";
constexpr std::string_view kGap = "\u2026 ";  // between two passages

// Once something was found, the snippet of an article is looked for in its first part only: the
// rest of a book would cost more than it could be better.
constexpr std::size_t kSearchedBytes = 64 * std::size_t{1024};

// What matched as stretches: ascending, those that overlap or touch made one.
std::vector<Span> spans_of(std::span<const Match> matches) {
    std::vector<Span> spans;
    for (const Match& match : matches) {
        const std::size_t end = match.end;
        if (!spans.empty() && match.begin <= spans.back().offset + spans.back().length) {
            Span& last = spans.back();
            last.length = std::max(last.length, end - last.offset);
        } else {
            spans.push_back({match.begin, end - match.begin});
        }
    }
    return spans;
}

std::string_view field_prefix(std::string_view field) {
    return find_field(field)->prefix;
}

// Puts the pieces of a passage together, with its highlights.
Snippet assemble(const MatchedText& text, std::span<const Piece> pieces) {
    Snippet snippet;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const Piece& piece = pieces[i];
        const bool gap_behind = i + 1 < pieces.size() && pieces[i + 1].gap_before;
        if (i > 0) snippet.text += ' ';
        if (piece.gap_before) snippet.text += kGap;
        if (piece.cut_before && !piece.gap_before) snippet.text += kEllipsis;
        const std::size_t base = snippet.text.size();
        const std::string_view paragraph = text.paragraphs[piece.paragraph];
        snippet.text += paragraph.substr(piece.begin, piece.end - piece.begin);
        if (piece.cut_after && !gap_behind) snippet.text += kEllipsis;
        for (const Span& span : spans_of(text.matches[piece.paragraph])) {
            const std::size_t begin = std::max<std::size_t>(span.offset, piece.begin);
            const std::size_t end = std::min<std::size_t>(span.offset + span.length, piece.end);
            if (begin < end)
                snippet.highlights.push_back({base + begin - piece.begin, end - begin});
        }
    }
    return snippet;
}

}  // namespace

struct SnippetMaker::Impl {
    Impl(Analyzer& used, const MatchTargets& targets) : analyzer(used), matcher(targets) {}

    std::vector<Match> find(
        std::string_view text, std::string_view prefix, std::string_view language
    ) {
        std::vector<Match> matches;
        if (text.empty() || matcher.target_count() == 0) return matches;
        tokens.clear();
        analyzer.analyze(text, language, tokens);
        matcher.find(tokens, prefix, matches);
        return matches;
    }

    std::vector<Span> highlights(
        std::string_view text, std::string_view prefix, std::string_view language
    ) {
        return spans_of(find(text, prefix, language));
    }

    // True when every target the body can answer occurs within `length` bytes of one paragraph:
    // nothing better can follow.
    bool answers_all(std::span<const Match> matches, std::size_t length) {
        occurrences.assign(matcher.target_count(), 0);
        std::size_t distinct = 0;
        std::size_t first = 0;
        for (const Match& match : matches) {
            if (occurrences[match.target]++ == 0) ++distinct;
            for (; match.end - matches[first].begin > length && matches[first] < match; ++first) {
                if (--occurrences[matches[first].target] == 0) --distinct;
            }
            if (distinct == matcher.fieldless_targets()) return true;
        }
        return false;
    }

    // Looks through paragraphs in order, no farther than needed. True when something matched.
    bool look_through(MatchedText& text, std::string_view prefix, std::size_t length) {
        bool found = false;
        std::size_t seen_bytes = 0;
        if (matcher.target_count() == 0) return false;
        for (const std::string& paragraph : text.paragraphs) {
            text.matches.push_back(find(paragraph, prefix, text.language));
            const auto& matches = text.matches.back();
            found = found || !matches.empty();
            seen_bytes += paragraph.size();
            if (found && seen_bytes > kSearchedBytes) break;
            if (!matches.empty() && answers_all(matches, length)) break;
        }
        return found;
    }

    // The passage may be filled up with paragraphs that were not looked at: they are now.
    Snippet passage_of(MatchedText& text, std::string_view prefix, std::size_t length) {
        const std::vector<Piece> pieces = best_passage(text, matcher, length);
        for (const Piece& piece : pieces) {
            while (text.matches.size() <= piece.paragraph)
                text.matches.push_back(
                    find(text.paragraphs[text.matches.size()], prefix, text.language)
                );
        }
        return assemble(text, pieces);
    }

    Analyzer& analyzer;
    TargetMatcher matcher;
    std::vector<Token> tokens;
    std::vector<std::uint32_t> occurrences;  // for answers_all()
};

SnippetMaker::SnippetMaker(Analyzer& analyzer, const MatchTargets& targets)
    : impl_(std::make_unique<Impl>(analyzer, targets)) {}

SnippetMaker::~SnippetMaker() = default;
SnippetMaker::SnippetMaker(SnippetMaker&&) noexcept = default;
SnippetMaker& SnippetMaker::operator=(SnippetMaker&&) noexcept = default;

Snippet SnippetMaker::snippet(const Article& article, std::size_t length) {
    MatchedText body{article.paragraphs, {}, article.language};
    if (impl_->look_through(body, {}, length)) return impl_->passage_of(body, {}, length);

    const std::vector<std::string> decks(article.deck.empty() ? 0 : 1, article.deck);
    MatchedText deck{decks, {}, article.language};
    const std::string_view deck_field = field_prefix("deck");
    const bool deck_matches = impl_->look_through(deck, deck_field, length);
    if (deck_matches || article.paragraphs.empty()) {
        Snippet snippet = impl_->passage_of(deck, deck_field, length);
        if (!snippet.text.empty()) return snippet;
    }
    if (!article.paragraphs.empty()) return impl_->passage_of(body, {}, length);

    std::vector<std::string> captions;
    for (const Caption& caption : article.captions)
        captions.push_back(caption.text);
    MatchedText below{captions, {}, article.language};
    const std::string_view caption_field = field_prefix("caption");
    impl_->look_through(below, caption_field, length);
    return impl_->passage_of(below, caption_field, length);
}

std::vector<Span> SnippetMaker::headline_highlights(const Article& article) {
    return impl_->highlights(article.headline, field_prefix("headline"), article.language);
}

MarkedArticle SnippetMaker::mark(Article article) {
    MarkedArticle marked;
    marked.article = std::move(article);
    const Article& a = marked.article;
    marked.headline = headline_highlights(a);
    marked.deck = impl_->highlights(a.deck, field_prefix("deck"), a.language);
    marked.byline = impl_->highlights(a.byline, field_prefix("byline"), a.language);
    for (const std::string& paragraph : a.paragraphs)
        marked.paragraphs.push_back(impl_->highlights(paragraph, {}, a.language));
    for (const Caption& caption : a.captions)
        marked.captions.push_back(
            impl_->highlights(caption.text, field_prefix("caption"), a.language)
        );
    return marked;
}

}  // namespace broadsheet
