#include "indexer/formats/html/stock_phrases.h"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/formats/ascii.h"

namespace broadsheet::html {

bool is_stock_phrase(std::string_view text) {
    constexpr std::size_t kSizeMax = 120;
    static constexpr std::array<std::string_view, 62> kPhrases{
        "advertisement",
        "advertising",
        "ad",
        "publicidad",
        "publicité",
        "anzeige",
        "werbung",
        "pubblicità",
        "publicidade",
        "реклама",
        "reklama",
        "advertentie",
        "annonce",
        "annons",
        "story continues below",
        "article continues",
        "continue reading",
        "scroll to continue",
        "read more",
        "read also",
        "also read",
        "read next",
        "related:",
        "related article",
        "see also",
        "más información",
        "leia também",
        "leia mais",
        "lire aussi",
        "à lire aussi",
        "lesen sie auch",
        "mehr zum thema",
        "leggi anche",
        "lees ook",
        "читайте также",
        "czytaj także",
        "lee también",
        "share this",
        "share on",
        "share article",
        "share via",
        "tweet",
        "email this",
        "print this",
        "click here to",
        "sign up for",
        "subscribe to",
        "follow us",
        "follow @",
        "like us on",
        "copyright ©",
        "©",
        "(c) ",
        "all rights reserved",
        "alle rechte vorbehalten",
        "todos los derechos",
        "tous droits réservés",
        "leave a comment",
        "post a comment",
        "comments",
        "view comments",
        "download our app",
    };
    if (text.size() > kSizeMax) return false;
    const std::string lower = ascii_lower(text);
    return std::any_of(kPhrases.begin(), kPhrases.end(), [&lower](std::string_view phrase) {
        if (!lower.starts_with(phrase)) return false;
        // A phrase of one word must be the whole text, or any sentence could start with it.
        const bool one_word = phrase.find_first_of(" :@") == std::string_view::npos;
        return !one_word || lower.size() <= phrase.size() + 2 || phrase == "©";
    });
}

}  // namespace broadsheet::html
