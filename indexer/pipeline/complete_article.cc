#include "indexer/pipeline/complete_article.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/article.h"
#include "common/dates/date_parser.h"
#include "common/text/language.h"
#include "common/utf8.h"
#include "indexer/formats/dateline.h"

namespace broadsheet {

namespace {

constexpr std::size_t kLanguageSampleBytes = 1024;
constexpr std::size_t kIdBytesMax = 1000;

// Formats without a field for it leave the dateline where it was printed.
void take_printed_dateline(Article& article) {
    if (!article.dateline.empty() || article.paragraphs.empty()) return;
    article.dateline = take_dateline(article.paragraphs.front());
    if (article.paragraphs.front().empty()) article.paragraphs.erase(article.paragraphs.begin());
}

// The beginning of the body tells the language better than a headline does.
std::string language_sample(const Article& article) {
    std::string sample;
    const auto add = [&sample](std::string_view text) {
        if (sample.size() >= kLanguageSampleBytes) return;
        sample += utf8_prefix(text, kLanguageSampleBytes - sample.size());
        sample += '\n';
    };
    for (const auto& paragraph : article.paragraphs)
        add(paragraph);
    add(article.headline);
    add(article.deck);
    for (const auto& caption : article.captions)
        add(caption.text);
    return sample;
}

}  // namespace

std::string clean_id(std::string_view id) {
    std::string out(utf8_prefix(id, kIdBytesMax));
    std::replace_if(
        out.begin(), out.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; }, ' '
    );
    const auto first = out.find_first_not_of(' ');
    if (first == std::string::npos) return {};
    return out.substr(first, out.find_last_not_of(' ') - first + 1);
}

void complete_article(Article& article, const EntryFacts& facts, const std::string& language) {
    if (!facts.url.empty()) {
        article.origin.position = facts.position;
        if (article.url.empty()) article.url = facts.url;
    }
    take_printed_dateline(article);
    article.language = language_code(article.language);
    if (article.language.empty()) {
        article.language = language.empty() ? detect_language(language_sample(article)) : language;
    }
    article.id = clean_id(article.id);
    article.origin.digest = content_digest(article);
    if (article.id.empty()) article.id = derived_id(article);
}

std::string drop_unbelievable_dates(Article& article, const Date& now) {
    std::string sentence;
    for (auto* const date : {&article.published, &article.updated}) {
        if (!*date || is_believable(**date, now)) continue;
        const bool ahead = (*date)->begin_ms > now.begin_ms;
        sentence += fmt::format(
            "{}the date {} {}",
            sentence.empty() ? "" : ", ",
            to_iso(**date),
            ahead ? "lies in the future" : "is older than newspapers are"
        );
        date->reset();
    }
    if (!sentence.empty()) sentence += ": it is left out, the article is kept";
    return sentence;
}

bool has_text(const Article& article) {
    const auto has_letters = [](const std::string& text) {
        return text.find_first_not_of(" \t\r\n") != std::string::npos;
    };
    return has_letters(article.headline) || has_letters(article.deck) ||
           std::any_of(article.paragraphs.begin(), article.paragraphs.end(), has_letters) ||
           std::any_of(
               article.captions.begin(),
               article.captions.end(),
               [&](const Caption& caption) { return has_letters(caption.text); }
           );
}

std::uint64_t text_bytes(const Article& article) {
    std::uint64_t bytes = article.headline.size() + article.deck.size();
    for (const auto& paragraph : article.paragraphs)
        bytes += paragraph.size();
    for (const auto& caption : article.captions)
        bytes += caption.text.size() + caption.credit.size();
    return bytes;
}

}  // namespace broadsheet
