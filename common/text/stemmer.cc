#include "common/text/stemmer.h"

#include <algorithm>
#include <iterator>
#include <span>

#include <xapian.h>

#include "common/text/english_forms.h"
#include "common/text/english_spelling.h"
#include "common/text/english_stems.h"
#include "common/text/folding.h"
#include "common/text/light_stems.h"
#include "common/text/turkish_letters.h"

namespace broadsheet {

namespace {

/// A plain ending and the one that the stemmer is to see in its place: with its accents, or that of
/// the singular where Snowball does not know the plural.
struct Ending {
    std::string_view plain;
    std::string_view seen;
};

struct Language {
    std::string_view code;
    const char* stemmer;
    std::span<const Ending> endings;
};

// The tables hold endings whose accents are nearly certain; where both spellings are common
// (Spanish -ería and -eria) the plain one stays. An ending comes before those it ends with.
constexpr Ending kSpanish[] = {
    {"cion", "ción"},
    {"sion", "sión"},
    {"xion", "xión"},
    {"logia", "logía"},
    {"logias", "logías"},
    {"nomia", "nomía"},
    {"nomias", "nomías"},
    {"grafia", "grafía"},
    {"grafias", "grafías"},
    {"quia", "quía"},
    {"quias", "quías"},
};
constexpr Ending kPortuguese[] = {
    {"coes", "ção"},        {"cao", "ção"},         {"soes", "são"},        {"sao", "são"},
    {"lhoes", "lhão"},      {"lhao", "lhão"},       {"encia", "ência"},     {"encias", "ência"},
    {"ancia", "ância"},     {"ancias", "ância"},    {"avel", "ável"},       {"aveis", "ável"},
    {"ivel", "ível"},       {"iveis", "ível"},      {"onais", "onal"},      {"inais", "inal"},
    {"orais", "oral"},      {"erais", "eral"},      {"urais", "ural"},      {"ciais", "cial"},
    {"itais", "ital"},      {"otais", "otal"},      {"entais", "ental"},    {"arao", "arão"},
    {"erao", "erão"},       {"irao", "irão"},       {"avamos", "ávamos"},   {"aramos", "áramos"},
    {"eramos", "éramos"},   {"iramos", "íramos"},   {"assemos", "ássemos"}, {"essemos", "êssemos"},
    {"issemos", "íssemos"}, {"ariamos", "aríamos"}, {"eriamos", "eríamos"}, {"iriamos", "iríamos"},
    {"iamos", "íamos"},
};
constexpr Ending kFrench[] = {
    {"fferent", "fferent"},
    {"herent", "herent"},
    {"erent", "èrent"},
    {"ites", "ités"},
    {"ite", "ité"},
    {"ees", "ées"},
    {"ee", "ée"},
    {"iere", "ière"},
    {"ieres", "ières"},
    {"ieme", "ième"},
    {"iemes", "ièmes"},
};
constexpr Ending kItalian[] = {
    {"ita", "ità"},
};
constexpr Ending kCatalan[] = {
    {"cio", "ció"},
    {"sio", "sió"},
};

// Back or front vowel does not matter to the stemmer here, long or short does.
constexpr Ending kHungarian[] = {
    {"bol", "ból"},
    {"rol", "ról"},
    {"tol", "tól"},
    {"ert", "ért"},
    {"kent", "ként"},
};
// The stemmer was written for the cedilla letters of its time.
constexpr Ending kRomanian[] = {
    {"tiune", "ţiune"},
    {"tiuni", "ţiuni"},
    {"tiunea", "ţiunea"},
    {"tiunii", "ţiunii"},
    {"tiei", "ţiei"},
    {"tia", "ţia"},
    {"tii", "ţii"},
    {"easca", "ească"},
    {"esti", "eşti"},
};
constexpr Ending kIrish[] = {
    {"aiocht", "aíocht"},
    {"iocht", "íocht"},
    {"oireacht", "óireacht"},
    {"eoir", "eoir"},
    {"oir", "óir"},
};
constexpr Ending kLithuanian[] = {
    {"u", "ų"},
};

constexpr Language kLanguages[] = {
    {"ca", "catalan", kCatalan},   {"da", "danish", {}},
    {"de", "german", {}},          {"en", "english", {}},
    {"es", "spanish", kSpanish},   {"eu", "basque", {}},
    {"fi", "finnish", {}},         {"fr", "french", kFrench},
    {"ga", "irish", kIrish},       {"hu", "hungarian", kHungarian},
    {"hy", "armenian", {}},        {"id", "indonesian", {}},
    {"it", "italian", kItalian},   {"lt", "lithuanian", kLithuanian},
    {"nb", "norwegian", {}},       {"ne", "nepali", {}},
    {"nl", "dutch", {}},           {"nn", "norwegian", {}},
    {"no", "norwegian", {}},       {"pt", "portuguese", kPortuguese},
    {"ro", "romanian", kRomanian}, {"ru", "russian", {}},
    {"sv", "swedish", {}},         {"ta", "tamil", {}},
    {"tr", "turkish", {}},
};

const Language* find_language(std::string_view code) {
    const auto* row =
        std::find_if(std::begin(kLanguages), std::end(kLanguages), [&](const Language& language) {
            return language.code == code;
        });
    return row == std::end(kLanguages) ? nullptr : row;
}

std::string with_seen_ending(std::string_view word, std::span<const Ending> endings) {
    for (const auto& ending : endings) {
        if (word.ends_with(ending.plain)) {
            std::string seen(word.substr(0, word.size() - ending.plain.size()));
            return seen.append(ending.seen);
        }
    }
    return std::string(word);
}

// What the stemmer is to see of a folded word.
std::string as_seen(std::string_view folded, const Language& language) {
    if (language.code == "tr") return with_turkish_letters(folded);
    if (language.code == "en") return american_spelling(regular_english_form(folded));
    return with_seen_ending(folded, language.endings);
}

}  // namespace

struct Stemmer::Impl {
    const Language& language;
    Xapian::Stem stem;
};

Stemmer::Stemmer(std::string_view language) : language_(language) {
    if (const Language* row = find_language(language)) {
        impl_ = std::make_unique<Impl>(Impl{*row, Xapian::Stem(row->stemmer)});
    }
}

Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

std::string Stemmer::stem(std::string_view folded) const {
    if (!impl_) return light_stem(folded, language_);
    const std::string seen = as_seen(folded, impl_->language);
    if (impl_->language.code == "en") {
        if (const auto own = own_english_stem(seen); !own.empty()) return std::string(own);
    }
    std::string stem = fold(impl_->stem(seen));
    return stem.empty() ? std::string(folded) : stem;
}

bool has_stemmer(std::string_view language) {
    return find_language(language) != nullptr || has_light_stems(language);
}

}  // namespace broadsheet
