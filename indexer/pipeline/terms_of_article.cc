#include "indexer/pipeline/terms_of_article.h"

#include <algorithm>
#include <charconv>

#include "common/fields.h"
#include "common/stored_article.h"
#include "common/text/article_texts.h"

namespace broadsheet {

namespace {

// How often a word of the headline counts in the ranking against a word of the body: the simple
// form of BM25F (Robertson, Zaragoza, Taylor, "Simple BM25 extension to multiple weighted fields",
// 2004).
constexpr std::uint8_t kHeadlineWeight = 3;

std::uint8_t field_number(std::string_view prefix) {
    const auto& prefixes = ArticleTerms::field_prefixes();
    return static_cast<std::uint8_t>(
        std::find(prefixes.begin(), prefixes.end(), prefix) - prefixes.begin()
    );
}

std::uint32_t slot_number(Slot slot) {
    return static_cast<std::uint32_t>(slot);
}

void add_exact_terms(const Article& article, std::vector<std::string>& terms) {
    for (const auto& field : fields()) {
        if (field.kind != FieldKind::exact) continue;
        field.values(article, [&](std::string_view value) {
            terms.push_back(exact_term(field, value));
        });
    }
    if (article.published) {
        for (auto& term : date_terms(*article.published))
            terms.push_back(std::move(term));
    }
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
}

void add_values(const Article& article, ArticleTerms& terms) {
    if (article.published)
        terms.values.emplace_back(
            slot_number(Slot::published), date_slot_value(*article.published)
        );
    terms.values.emplace_back(slot_number(Slot::id), article.id);
    terms.values.emplace_back(slot_number(Slot::digest), packed_digest(article.origin.digest));
}

}  // namespace

std::string packed_digest(std::string_view hex) {
    std::uint64_t value = 0;
    std::from_chars(hex.data(), hex.data() + hex.size(), value, 16);
    std::string bytes(8, '\0');
    for (int i = 7; i >= 0; --i, value >>= 8U)
        bytes[static_cast<std::size_t>(i)] = static_cast<char>(value & 0xFFU);
    return bytes;
}

void ArticleTermsMaker::add_words(const Article& article, ArticleTerms& terms) {
    std::uint32_t base = 1;
    for_each_text(article, [&](const ArticleText& text) {
        tokens_.clear();
        analyzer_.analyze(text.text, article.language, tokens_);
        const std::uint8_t field = field_number(text.field_prefix);
        const std::uint8_t weight = text.part == Part::headline ? kHeadlineWeight : 1;
        std::uint32_t end = 0;
        for (const Token& token : tokens_) {
            terms.occurrences.push_back(
                {{token.word, token.number}, base + token.position, field, weight}
            );
            end = std::max(end, token.position + token.span);
        }
        base += end + kTextGap;
    });
}

void ArticleTermsMaker::make(const Article& article, ArticleTerms& terms) {
    terms.clear();
    add_words(article, terms);
    add_exact_terms(article, terms.exact_terms);
    add_values(article, terms);
    append_article_json(terms.data, article);
}

}  // namespace broadsheet
