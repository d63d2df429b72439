#include "indexer/formats/html/consent_text.h"

#include <array>
#include <cstddef>
#include <string>

#include "indexer/formats/html/words.h"

namespace broadsheet::html {

bool is_consent_text(std::string_view text) {
    constexpr std::size_t kSizeMin = 40;
    constexpr std::size_t kSizeMax = 1500;
    constexpr int kSignsMin = 2;
    static constexpr std::array<std::string_view, 44> kSigns{
        "we use cookies",
        "uses cookies",
        "use of cookies",
        "accept cookies",
        "all cookies",
        "cookie policy",
        "cookies policy",
        "cookie settings",
        "cookie preferences",
        "by continuing to use",
        "by continuing to browse",
        "browsing experience",
        "privacy policy",
        "privacy settings",
        "personalised ads",
        "personalized ads",
        "our partners",
        "our site",
        "our website",
        "consent to",
        "your consent",
        "legitimate interest",
        "verwenden cookies",
        "verwendet cookies",
        "nutzen cookies",
        "von cookies",
        "unsere website",
        "datenschutz",
        "einwilligung",
        "des cookies",
        "de cookies",
        "notre site",
        "nos partenaires",
        "votre consentement",
        "utilizamos cookies",
        "nuestros socios",
        "su consentimiento",
        "política de privacidad",
        "política de privacidade",
        "utilizza cookie",
        "i cookie",
        "gebruikt cookies",
        "gebruiken cookies",
        "plików cookie",
    };
    if (text.size() < kSizeMin || text.size() > kSizeMax) return false;
    const bool may_be = text.find("ookie") != std::string_view::npos ||
                        text.find("rivacy") != std::string_view::npos ||
                        text.find("atenschutz") != std::string_view::npos ||
                        text.find("onsent") != std::string_view::npos;
    if (!may_be) return false;  // of most paragraphs, at no cost
    const std::string lower = lower_case(text);
    int signs = 0;
    for (const std::string_view sign : kSigns) {
        if (lower.find(sign) != std::string::npos && ++signs == kSignsMin) return true;
    }
    return false;
}

}  // namespace broadsheet::html
