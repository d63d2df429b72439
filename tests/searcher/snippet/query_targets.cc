#include "tests/searcher/snippet/query_targets.h"

#include <algorithm>
#include <string>
#include <vector>

namespace broadsheet::testing {

namespace {

void add_once(std::vector<std::string>& list, const std::string& text) {
    if (!text.empty() && std::ranges::find(list, text) == list.end()) list.push_back(text);
}

// The tokens of a text by their positions: slots of a phrase. Joined forms stand apart.
struct Slots {
    std::vector<std::vector<std::string>> terms;
    MatchTargets::Word word;
};

Slots slots_of(Analyzer& analyzer, std::string_view text, std::string_view language) {
    std::vector<Token> tokens;
    analyzer.analyze(text, language, tokens);
    Slots slots;
    for (const Token& token : tokens) {
        if (slots.terms.size() <= token.position) slots.terms.resize(token.position + 1);
        if (token.span == 1) add_once(slots.terms[token.position], token.word->term);
    }
    for (const Token& token : tokens) {
        if (token.span != slots.terms.size()) continue;
        add_once(slots.word.terms, token.word->term);
        add_once(slots.word.stems, token.word->stem);
    }
    return slots;
}

}  // namespace

MatchTargets query_targets(Analyzer& analyzer, std::string_view query, std::string_view language) {
    MatchTargets targets;
    while (!query.empty()) {
        std::string field;
        const std::size_t colon = query.find(':');
        if (colon < query.find_first_of(" \"")) {
            field = query.substr(0, colon);
            query.remove_prefix(colon + 1);
        }
        const bool quoted = query.starts_with('"');
        if (quoted) query.remove_prefix(1);
        const std::size_t end = std::min(query.find(quoted ? '"' : ' '), query.size());
        const std::string_view text = query.substr(0, end);
        query.remove_prefix(std::min(end + 1, query.size()));
        if (text.empty()) continue;
        const Slots slots = slots_of(analyzer, text, language);
        if (text.ends_with('*')) {
            targets.prefixes.push_back({slots.terms.at(0).at(0), field});
            continue;
        }
        if (slots.terms.size() > 1) targets.phrases.push_back({slots.terms, field});
        MatchTargets::Word word = slots.word;
        word.field_prefix = field;
        if (quoted) word.stems.clear();
        if (!word.terms.empty()) targets.words.push_back(word);
    }
    return targets;
}

}  // namespace broadsheet::testing
