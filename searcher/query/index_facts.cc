#include "searcher/query/index_facts.h"

#include <algorithm>
#include <utility>

#include "common/fields.h"
#include "common/text/language_rules.h"

namespace broadsheet {

IndexFacts read_index_facts(const Xapian::Database& index, std::vector<Xapian::Database> segments) {
    constexpr Xapian::doccount kMainShare = 5;
    constexpr std::size_t kCodeBytesMax = 8;

    const std::string prefix(find_field("language")->prefix);
    std::vector<std::pair<Xapian::doccount, std::string>> counted;
    const auto end = index.allterms_end(prefix);
    for (auto term = index.allterms_begin(prefix); term != end; ++term) {
        std::string code = (*term).substr(prefix.size());
        if (code.size() <= kCodeBytesMax)
            counted.emplace_back(term.get_termfreq(), std::move(code));
    }
    std::sort(counted.begin(), counted.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    IndexFacts facts;
    if (segments.empty()) segments = {index};
    facts.vocabulary = std::make_shared<Vocabulary>(std::move(segments));
    for (const auto& [articles, code] : counted) {
        // The others are analysed alike, as articles of unknown language are.
        if (!language_rules(code).code.empty() && facts.languages.size() < kQueryLanguagesMax)
            facts.languages.push_back(code);
        const bool is_main = articles >= (index.get_doccount() + kMainShare - 1) / kMainShare;
        (is_main ? facts.main_languages : facts.rare_languages).push_back(code);
    }
    facts.languages.emplace_back();
    return facts;
}

IndexFacts IndexFacts::in_language(std::string_view language) const {
    return {
        .languages = {std::string(language)},
        .main_languages = {std::string(language)},
        .rare_languages = {},
        .vocabulary = vocabulary};
}

}  // namespace broadsheet
