#include "common/text/stemmer.h"

#include <algorithm>
#include <iterator>
#include <span>

#include <xapian.h>

#include "common/text/folding.h"

namespace broadsheet {

namespace {

/// A plain ending and the one that the stemmer is to see in its place: with its accents, or that of
/// the singular where Snowball does not know the plural.
struct Ending {
    std::string_view plain;
    std::string_view seen;
};

/// What a stemmer is given.
enum class Input {
    plain,     ///< the folded word, its endings accented again by a table
    accented,  ///< the word with its accents: they carry the grammar
};

struct Language {
    std::string_view code;
    const char* stemmer;
    Input input;
    std::span<const Ending> endings;
};

// The tables hold endings whose accents are nearly certain; where both spellings are common
// (Spanish -ería and -eria) the plain one stays. An ending comes before those it ends with.
constexpr Ending kArabic[] = {
    {"ه", "ة"},  // folding makes one letter of them
};
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

constexpr Language kLanguages[] = {
    {"ar", "arabic", Input::plain, kArabic},
    {"ca", "catalan", Input::plain, kCatalan},
    {"da", "danish", Input::plain, {}},
    {"de", "german", Input::plain, {}},
    {"en", "english", Input::plain, {}},
    {"es", "spanish", Input::plain, kSpanish},
    {"eu", "basque", Input::plain, {}},
    {"fi", "finnish", Input::accented, {}},
    {"fr", "french", Input::plain, kFrench},
    {"ga", "irish", Input::accented, {}},
    {"hu", "hungarian", Input::accented, {}},
    {"hy", "armenian", Input::plain, {}},
    {"id", "indonesian", Input::plain, {}},
    {"it", "italian", Input::plain, kItalian},
    {"lt", "lithuanian", Input::accented, {}},
    {"nb", "norwegian", Input::plain, {}},
    {"ne", "nepali", Input::accented, {}},
    {"nl", "dutch", Input::plain, {}},
    {"nn", "norwegian", Input::plain, {}},
    {"no", "norwegian", Input::plain, {}},
    {"pt", "portuguese", Input::plain, kPortuguese},
    {"ro", "romanian", Input::accented, {}},
    {"ru", "russian", Input::plain, {}},
    {"sv", "swedish", Input::plain, {}},
    {"ta", "tamil", Input::accented, {}},
    {"tr", "turkish", Input::accented, {}},
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

// The Snowball stemmer for Romanian was written for the cedilla letters of its time.
std::string with_cedillas(std::string_view word) {
    std::string result(word);
    for (std::size_t i = 0; i + 1 < result.size(); ++i) {
        if (result[i] != '\xC8') continue;
        if (result[i + 1] == '\x99') result.replace(i, 2, "ş");
        if (result[i + 1] == '\x9B') result.replace(i, 2, "ţ");
    }
    return result;
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

std::string Stemmer::stem(std::string_view folded, std::string_view cased) const {
    if (!impl_) return std::string(folded);
    const Language& language = impl_->language;
    std::string input;
    if (language.input == Input::plain) {
        input = with_seen_ending(folded, language.endings);
    } else {
        input = language.code == "ro" ? with_cedillas(cased) : std::string(cased);
    }
    std::string stem = fold(impl_->stem(input));
    return stem.empty() ? std::string(folded) : stem;
}

bool has_stemmer(std::string_view language) {
    return find_language(language) != nullptr;
}

}  // namespace broadsheet
