#include "tests/common/text/found_by.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include <fmt/format.h>

#include "common/text/acronyms.h"
#include "common/text/analyzer.h"

namespace broadsheet::testing {

namespace {

using Tokens = std::vector<Token>;

enum class Match { stems, exact };

/// An analysed text with a table of its positions.
class Printed {
public:
    Printed(Analyzer& analyzer, std::string_view text, std::string_view language) {
        analyzer.analyze(text, language, tokens_);
        for (const auto& token : tokens_)
            at_[token.position].push_back(&token);
        for (auto& [position, tokens] : at_) {
            std::stable_sort(tokens.begin(), tokens.end(), [](const Token* a, const Token* b) {
                return a->span > b->span;  // so that a compound is marked as a whole
            });
        }
    }

    [[nodiscard]] const std::vector<const Token*>& at(std::uint32_t position) const {
        static const std::vector<const Token*> kNone;
        const auto found = at_.find(position);
        return found == at_.end() ? kNone : found->second;
    }

    [[nodiscard]] const Tokens& tokens() const { return tokens_; }

    [[nodiscard]] std::uint32_t end() const { return at_.empty() ? 0 : at_.rbegin()->first + 1; }

private:
    Tokens tokens_;
    std::map<std::uint32_t, std::vector<const Token*>> at_;
};

bool is_same_word(const Token& wanted, const Token& printed, Match match) {
    if (wanted.word->term == printed.word->term) return true;
    if (acronym_reading(wanted.word->term) == printed.word->term) return true;
    return match == Match::stems && !wanted.word->stem.empty() &&
           wanted.word->stem == printed.word->stem;
}

/// Follows every way through query positions [from, to) along the text from `position`; adds what
/// it matched to `marks`.
struct Follow {
    const Printed& query;
    const Printed& text;
    Match match;

    bool operator()(
        std::uint32_t from,
        std::uint32_t to,
        std::uint32_t position,
        std::vector<const Token*>& marks
    ) const {
        if (from >= to) return from == to;
        for (const Token* wanted : query.at(from)) {
            for (const Token* printed : text.at(position)) {
                if (!is_same_word(*wanted, *printed, match)) continue;
                marks.push_back(printed);
                if ((*this)(from + wanted->span, to, position + 1, marks)) return true;
                marks.pop_back();
            }
        }
        return false;
    }
};

/// Runs `visit` over the query's units: a word, or a compound with all its parts.
std::vector<std::pair<std::uint32_t, std::uint32_t>> units_of(const Printed& query) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> units;
    for (const auto& token : query.tokens()) {
        const std::uint32_t end = token.position + token.span;
        if (units.empty() || token.position >= units.back().second) {
            units.emplace_back(token.position, end);
        } else {
            units.back().second = std::max(units.back().second, end);
        }
    }
    return units;
}

/// The tokens of the text that answer the query; empty when one of its units is not there.
std::vector<const Token*> answers(const Printed& text, const Printed& query, bool is_phrase) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> units = units_of(query);
    if (is_phrase && !units.empty()) units = {{units.front().first, units.back().second}};
    std::vector<const Token*> all;
    for (const auto& [from, to] : units) {
        const bool is_word = !is_phrase && to - from == 1;
        const Follow follow{query, text, is_word ? Match::stems : Match::exact};
        bool found = false;
        for (std::uint32_t position = 0; position < text.end(); ++position) {
            std::vector<const Token*> marks;
            if (!follow(from, to, position, marks)) continue;
            found = true;
            all.insert(all.end(), marks.begin(), marks.end());
        }
        if (!found) return {};
    }
    return all;
}

std::vector<const Token*> analyse_and_match(
    Analyzer& analyzer, Printed& text, std::string_view query, std::string_view language
) {
    const bool is_phrase = query.size() > 2 && query.starts_with('"') && query.ends_with('"');
    const Printed wanted(analyzer, query, language);
    return answers(text, wanted, is_phrase);
}

}  // namespace

bool is_found_by(std::string_view text, std::string_view query, std::string_view language) {
    Analyzer analyzer;
    Printed printed(analyzer, text, language);
    return !analyse_and_match(analyzer, printed, query, language).empty();
}

std::string marked_by(std::string_view text, std::string_view query, std::string_view language) {
    Analyzer analyzer;
    Printed printed(analyzer, text, language);
    std::set<std::pair<std::uint32_t, std::uint32_t>> ranges;
    for (const Token* token : analyse_and_match(analyzer, printed, query, language)) {
        ranges.emplace(token->begin, token->end);
    }
    std::string marked;
    for (const auto& [begin, end] : ranges) {
        if (!marked.empty()) marked += ' ';
        marked.append("[").append(text.substr(begin, end - begin)).append("]");
    }
    return marked;
}

std::string describe_tokens(std::string_view text, std::string_view language) {
    Analyzer analyzer;
    Tokens tokens;
    analyzer.analyze(text, language, tokens);
    std::string described;
    for (const auto& token : tokens) {
        described += fmt::format(
            "{}{}-{}@{}{} {}/{}",
            described.empty() ? "" : ", ",
            token.begin,
            token.end,
            token.position,
            token.span > 1 ? fmt::format("+{}", token.span) : "",
            token.word->term,
            token.word->stem
        );
    }
    return described;
}

}  // namespace broadsheet::testing
