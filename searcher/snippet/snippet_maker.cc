#include "searcher/snippet/snippet_maker.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <utility>

#include "common/fields.h"
#include "common/text/analyzer.h"
#include "searcher/query/match_terms.h"
#include "searcher/query/printed_form.h"
#include "searcher/snippet/passage.h"
#include "searcher/snippet/passage_chooser.h"
#include "searcher/snippet/target_matcher.h"

namespace broadsheet {

namespace {

constexpr std::string_view kEllipsis = "\u2026";
constexpr std::string_view kGap = "\u2026 ";  // between two passages

// Once something was found, the snippet of an article is looked for in its first part only: the
// rest of a book would cost more than it could be better.
constexpr std::size_t kSearchedBytes = 64 * std::size_t{1024};

// Instead of the length of a passage: look on, whatever was found.
constexpr std::size_t kNoLength = 0;

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

// Texts of an article in which a snippet is looked for.
struct Texts {
    std::string_view member;  // of Article
    std::string_view prefix;  // of the field that searches them
    MatchedText matched;
};

// Puts the pieces of a passage together, with its highlights.
Snippet assemble(const Texts& texts, std::span<const Piece> pieces) {
    const MatchedText& text = texts.matched;
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
        snippet.quotes.push_back(
            {texts.member, piece.paragraph, {piece.begin, piece.end - piece.begin}, base}
        );
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

Texts body_of(const Article& article) {
    return {"paragraphs", {}, {article.paragraphs, {}, article.language}};
}

std::vector<std::string> deck_texts(const Article& article) {
    return std::vector<std::string>(article.deck.empty() ? 0 : 1, article.deck);
}

Texts deck_of(const Article& article, const std::vector<std::string>& decks) {
    return {"deck", field_prefix("deck"), {decks, {}, article.language}};
}

std::vector<std::string> caption_texts(const Article& article) {
    std::vector<std::string> texts;
    for (const Caption& caption : article.captions)
        texts.push_back(caption.text);
    return texts;
}

Texts captions_of(const Article& article, const std::vector<std::string>& texts) {
    return {"captions", field_prefix("caption"), {texts, {}, article.language}};
}

Texts tags_of(const Article& article) {
    return {"tags", {}, {article.tags, {}, article.language}};
}

// The targets of articles in one language, and what finds them.
struct TargetsInLanguage {
    TargetsInLanguage(const MatchTargets& asked, std::string_view language)
        : targets(asked.in_language(language)), matcher(targets) {}

    TargetsInLanguage(const TargetsInLanguage&) = delete;
    TargetsInLanguage& operator=(const TargetsInLanguage&) = delete;
    ~TargetsInLanguage() = default;

    MatchTargets targets;
    TargetMatcher matcher;
};

}  // namespace

struct SnippetMaker::Impl {
    Impl(Analyzer& used, const MatchTargets& asked)
        : analyzer(used), targets(asked), matcher(asked) {}

    TargetMatcher& matcher_for(std::string_view language) {
        if (!by_language) return matcher;
        const auto known = in_languages.find(language);
        if (known != in_languages.end()) return known->second.matcher;
        const auto [made, is_new] =
            in_languages.try_emplace(std::string(language), targets, language);
        return made->second.matcher;
    }

    std::vector<Match> find(
        std::string_view text, std::string_view prefix, std::string_view language
    ) {
        std::vector<Match> matches;
        if (text.empty() || matcher.target_count() == 0) return matches;
        tokens.clear();
        analyzer.analyze(text, language, tokens);
        matcher_for(language).find(tokens, prefix, matches);
        if (matcher.checks_print()) {
            std::erase_if(matches, [&](const Match& match) {
                const std::string_view wanted = matcher.printed(match.target);
                const auto found = text.substr(match.begin, match.end - match.begin);
                return !wanted.empty() && printed_form(found) != wanted;
            });
        }
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

    // Looks through paragraphs in order, no farther than needed for one passage of `length`, or far
    // enough for several (kNoLength). True when something matched.
    bool look_through(Texts& texts, std::size_t length) {
        MatchedText& text = texts.matched;
        bool found = false;
        std::size_t seen_bytes = 0;
        if (matcher.target_count() == 0) return false;
        for (const std::string& paragraph : text.paragraphs) {
            text.matches.push_back(find(paragraph, texts.prefix, text.language));
            const auto& matches = text.matches.back();
            found = found || !matches.empty();
            seen_bytes += paragraph.size();
            if (found && seen_bytes > kSearchedBytes) break;
            const bool may_end = length != kNoLength && !matches.empty();
            if (may_end && answers_all(matches, length)) break;
        }
        return found;
    }

    // A passage may be filled up with paragraphs that were not looked at: they are now.
    Snippet made_of(Texts& texts, std::span<const Piece> pieces) {
        MatchedText& text = texts.matched;
        for (const Piece& piece : pieces) {
            while (text.matches.size() <= piece.paragraph)
                text.matches.push_back(
                    find(text.paragraphs[text.matches.size()], texts.prefix, text.language)
                );
        }
        return assemble(texts, pieces);
    }

    Snippet passage_of(Texts& texts, std::size_t length) {
        return made_of(texts, best_passage(texts.matched, matcher, length));
    }

    void add_passages(
        Texts texts, std::size_t length, std::size_t count, std::vector<Snippet>& snippets
    ) {
        if (snippets.size() >= count || !look_through(texts, kNoLength)) return;
        const std::size_t wanted = count - snippets.size();
        for (const auto& pieces : best_passages(texts.matched, matcher, length, wanted))
            snippets.push_back(made_of(texts, pieces));
    }

    Analyzer& analyzer;
    const MatchTargets& targets;
    TargetMatcher matcher;  // where the language of an article makes no difference
    const bool by_language = targets.depends_on_language();
    std::map<std::string, TargetsInLanguage, std::less<>> in_languages;
    std::vector<Token> tokens;
    std::vector<std::uint32_t> occurrences;  // for answers_all()
};

SnippetMaker::SnippetMaker(Analyzer& analyzer, const MatchTargets& targets)
    : impl_(std::make_unique<Impl>(analyzer, targets)) {}

SnippetMaker::~SnippetMaker() = default;
SnippetMaker::SnippetMaker(SnippetMaker&&) noexcept = default;
SnippetMaker& SnippetMaker::operator=(SnippetMaker&&) noexcept = default;

Snippet SnippetMaker::snippet(const Article& article, std::size_t length) {
    Texts body = body_of(article);
    if (impl_->look_through(body, length)) return impl_->passage_of(body, length);

    const std::vector<std::string> decks = deck_texts(article);
    Texts deck = deck_of(article, decks);
    const bool deck_matches = impl_->look_through(deck, length);
    if (deck_matches || article.paragraphs.empty()) {
        Snippet snippet = impl_->passage_of(deck, length);
        if (!snippet.text.empty()) return snippet;
    }
    // Beside a headline that says why it was found, the beginning says what it is about.
    const bool has_body = !article.paragraphs.empty();
    if (has_body && !headline_highlights(article).empty()) return impl_->passage_of(body, length);

    const std::vector<std::string> captions = caption_texts(article);
    Texts below = captions_of(article, captions);
    if (impl_->look_through(below, length) || !has_body) return impl_->passage_of(below, length);

    Texts tags = tags_of(article);
    if (!impl_->look_through(tags, kNoLength)) return impl_->passage_of(body, length);
    const auto first = std::ranges::find_if_not(tags.matched.matches, &std::vector<Match>::empty);
    const auto number = first - tags.matched.matches.begin();
    return impl_->passage_of(tags, article.tags[static_cast<std::size_t>(number)].size());
}

std::vector<Snippet> SnippetMaker::snippets(
    const Article& article, std::size_t length, std::size_t count
) {
    std::vector<Snippet> snippets;
    const std::vector<std::string> decks = deck_texts(article);
    const std::vector<std::string> captions = caption_texts(article);
    impl_->add_passages(body_of(article), length, count, snippets);
    impl_->add_passages(deck_of(article, decks), length, count, snippets);
    impl_->add_passages(captions_of(article, captions), length, count, snippets);
    if (!snippets.empty() || count == 0) return snippets;
    Snippet beginning = snippet(article, length);
    if (!beginning.text.empty()) snippets.push_back(std::move(beginning));
    return snippets;
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
