#include "searcher/query/text_check.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "broadsheet/error.h"
#include "common/stored_article.h"
#include "common/text/article_texts.h"
#include "common/text/sentences.h"
#include "common/utf8.h"
#include "searcher/query/no_match.h"
#include "searcher/query/printed_form.h"
#include "searcher/snippet/target_matcher.h"

namespace broadsheet {

namespace {

/// A check as a part of a query. It knows nothing of terms and is asked about single articles.
class CheckedArticles : public Xapian::PostingSource {
public:
    explicit CheckedArticles(std::shared_ptr<TextCheck> check) : check_(std::move(check)) {}

    void init(const Xapian::Database& segment) override {
        segment_ = segment;
        at_ = 0;
        last_ = segment.get_lastdocid();
    }

    [[nodiscard]] Xapian::PostingSource* clone() const override {
        return new CheckedArticles(check_);
    }

    [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return 0; }

    // As many as can be, so that the engine asks everything else first.
    [[nodiscard]] Xapian::doccount get_termfreq_est() const override {
        return segment_.get_doccount();
    }

    [[nodiscard]] Xapian::doccount get_termfreq_max() const override {
        return segment_.get_doccount();
    }

    void next(double) override {
        do {
            ++at_;
        } while (at_ <= last_ && !passes());
    }

    void skip_to(Xapian::docid document, double) override {
        if (document <= at_) return;
        at_ = document - 1;
        next(0);
    }

    bool check(Xapian::docid document, double) override {
        if (document <= at_) return document == at_;
        at_ = document;
        return passes();
    }

    [[nodiscard]] bool at_end() const override { return at_ > last_; }

    [[nodiscard]] Xapian::docid get_docid() const override { return at_; }

    [[nodiscard]] std::string get_description() const override { return "CheckedArticles"; }

private:
    bool passes() {
        std::string stored;
        try {
            stored = segment_.get_document(at_).get_data();
        } catch (const Xapian::DocNotFoundError&) {
            return false;  // its number is free
        }
        return check_->holds(parse_article_json(stored));
    }

    std::shared_ptr<TextCheck> check_;
    Xapian::Database segment_;
    Xapian::docid at_ = 0;
    Xapian::docid last_ = 0;
};

/// A condition that holds where it holds in any of the texts of an article.
class TextByText : public TextCheck {
public:
    bool holds(const Article& article) final {
        bool found = false;
        for_each_text(article, [&](const ArticleText& text) {
            found = found || holds_in(text, article.language);
        });
        return found;
    }

private:
    virtual bool holds_in(const ArticleText& text, std::string_view language) = 0;
};

class SameUnit : public TextByText {
public:
    SameUnit(TextUnit unit, std::vector<MatchTargets> operands, Analyzer& analyzer)
        : unit_(unit), operands_(std::move(operands)), analyzer_(analyzer) {
        for (const auto& operand : operands_)
            matchers_.emplace_back(operand);
        matches_.resize(operands_.size());
    }

private:
    bool holds_in(const ArticleText& text, std::string_view language) override {
        tokens_.clear();
        analyzer_.analyze(text.text, language, tokens_);
        for (std::size_t i = 0; i < matchers_.size(); ++i) {
            matches_[i].clear();
            matchers_[i].find(tokens_, text.field_prefix, matches_[i]);
            if (matches_[i].empty()) return false;
        }
        return unit_ == TextUnit::paragraph || in_one_sentence(text.text, language);
    }

    bool in_one_sentence(std::string_view text, std::string_view language) {
        const auto sentences = find_sentences(text, language);
        return std::any_of(sentences.begin(), sentences.end(), [this](const Sentence& sentence) {
            return std::all_of(matches_.begin(), matches_.end(), [&](const auto& matches) {
                const auto first = std::lower_bound(
                    matches.begin(),
                    matches.end(),
                    sentence.begin,
                    [](const Match& match, std::uint32_t begin) { return match.begin < begin; }
                );
                return first != matches.end() && first->begin < sentence.end;
            });
        });
    }

    TextUnit unit_;
    std::vector<MatchTargets> operands_;  // before the matchers, which look into them
    Analyzer& analyzer_;
    std::vector<TargetMatcher> matchers_;
    std::vector<std::vector<Match>> matches_;
    std::vector<Token> tokens_;
};

bool is_ascii(char c) {
    return static_cast<unsigned char>(c) < 0x80;
}

// The longest stretch that stands so in every text that is printed so.
std::string longest_plain_part(std::string_view printed) {
    const auto is_plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    };
    std::string_view longest;
    for (std::size_t begin = 0; begin < printed.size();) {
        std::size_t end = begin;
        // A letter before an accent may be stored together with it.
        while (end < printed.size() && is_plain(printed[end]))
            ++end;
        const bool accent_follows = end < printed.size() && !is_ascii(printed[end]);
        const std::size_t size = end - begin - (accent_follows && end > begin ? 1 : 0);
        if (size > longest.size()) longest = printed.substr(begin, size);
        begin = end + 1;
    }
    return std::string(longest);
}

// Soft hyphens and zero-width characters may stand inside any word.
bool holds_hidden_characters(std::string_view text) {
    return text.find("\xC2\xAD") != text.npos || text.find("\xE2\x80") != text.npos ||
           text.find("\xEF\xBB\xBF") != text.npos;
}

class Printed : public TextByText {
public:
    Printed(std::string_view text, MatchTargets matches, Analyzer& analyzer)
        : targets_(std::move(matches)), analyzer_(analyzer), matcher_(targets_) {
        wanted_ = printed_words(text, analyzer_);
        plain_part_ = longest_plain_part(wanted_);
    }

private:
    bool holds_in(const ArticleText& text, std::string_view language) override {
        if (!may_hold(text.text)) return false;
        tokens_.clear();
        matches_.clear();
        analyzer_.analyze(text.text, language, tokens_);
        matcher_.find(tokens_, text.field_prefix, matches_);
        return std::any_of(matches_.begin(), matches_.end(), [&](const Match& match) {
            return printed_form(text.text.substr(match.begin, match.end - match.begin)) == wanted_;
        });
    }

    // Most texts are ruled out by their bytes, without analysis.
    [[nodiscard]] bool may_hold(std::string_view text) const {
        return text.find(plain_part_) != std::string_view::npos || holds_hidden_characters(text);
    }

    MatchTargets targets_;
    Analyzer& analyzer_;
    TargetMatcher matcher_;
    std::string wanted_;
    std::string plain_part_;
    std::vector<Token> tokens_;
    std::vector<Match> matches_;
};

}  // namespace

std::unique_ptr<TextCheck> check_same_unit(
    TextUnit unit, std::vector<MatchTargets> operands, Analyzer& analyzer
) {
    return std::make_unique<SameUnit>(unit, std::move(operands), analyzer);
}

std::string printed_words(std::string_view text, Analyzer& analyzer) {
    std::vector<Token> tokens;
    analyzer.analyze(text, {}, tokens);
    if (tokens.empty()) return {};
    std::uint32_t end = 0;
    for (const auto& token : tokens)
        end = std::max(end, token.end);
    return printed_form(text.substr(tokens.front().begin, end - tokens.front().begin));
}

std::unique_ptr<TextCheck> check_printed(
    std::string_view text, MatchTargets matches, Analyzer& analyzer
) {
    return std::make_unique<Printed>(text, std::move(matches), analyzer);
}

Xapian::Query candidates_within(
    const Xapian::Query& candidates, std::shared_ptr<const ArticleScope> scope
) {
    using Xapian::Query;
    // Beside a term the engine would look at the positions of a phrase only after asking everything
    // else. As one side of OR it decides the phrase first.
    const Query decided(Query::OP_OR, candidates, no_match());
    return {Query::OP_FILTER, decided, within(std::move(scope))};
}

Xapian::Query passing(
    const Xapian::Query& candidates,
    std::shared_ptr<TextCheck> check,
    std::shared_ptr<const ArticleScope> scope
) {
    using Xapian::Query;
    const Query checked((new CheckedArticles(std::move(check)))->release());
    return {Query::OP_FILTER, candidates_within(candidates, std::move(scope)), checked};
}

}  // namespace broadsheet
