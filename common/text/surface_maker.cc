#include "common/text/surface_maker.h"

#include <unicode/uchar.h>

#include "common/text/folding.h"
#include "common/text/initials.h"
#include "common/text/stop_words.h"
#include "common/utf8.h"

namespace broadsheet {

namespace {

// Terms leave room for a prefix within Xapian's 245 bytes.
constexpr std::size_t kTermBytesHere = 200;

RunStyle style_of(Flavour flavour) {
    switch (flavour) {
        case Flavour::tag:
            return RunStyle::tag;
        case Flavour::shouted:
            return RunStyle::shouted;
        default:
            return RunStyle::plain;
    }
}

std::string without_blanks(std::string text) {
    // Some compatibility forms fold to letters and blanks.
    std::erase_if(text, [](char c) { return static_cast<unsigned char>(c) <= ' '; });
    return text;
}

std::string_view stem_of_term(std::string_view term) {
    const bool begins_with_digit = !term.empty() && term[0] >= '0' && term[0] <= '9';
    return begins_with_digit ? std::string_view{} : term;
}

std::string stem(std::string_view folded, const TextLanguage& language) {
    if (stem_of_term(folded).empty()) return {};
    // Its term says as much, and every article has dozens of them.
    if (is_stop_word(folded, language.rules.code)) return {};
    return without_blanks(language.stemmer.stem(folded));
}

bool begins_with_capital(std::string_view printed) {
    return u_isupper(static_cast<UChar32>(decode_utf8(printed, 0).value)) != 0;
}

bool wants_umlaut_spelling(std::string_view printed, const TextLanguage& language) {
    switch (language.rules.umlauts) {
        case UmlautSpelling::never:
            return false;
        case UmlautSpelling::always:
            return true;
        default:
            return begins_with_capital(printed);
    }
}

}  // namespace

const Surface& SurfaceMaker::make(
    std::string_view form, const TextLanguage& language, Flavour flavour, const FormKey& key
) {
    words_.clear();
    switch (flavour) {
        case Flavour::character:
        case Flavour::dense_word:
            make_dense_word(form, flavour);
            break;
        case Flavour::initials:
            make_initials(form);
            break;
        default:
            make_words(form, language, style_of(flavour));
    }
    return *store_.remember(form, key, words_);
}

void SurfaceMaker::make_words(std::string_view form, const TextLanguage& language, RunStyle style) {
    parse_run(form, style, language.rules, classes_, pieces_);
    for (const auto& piece : pieces_) {
        if (piece.kind == PieceKind::term) {
            add(piece, piece.text, stem_of_term(piece.text));
            continue;
        }
        const std::string folded = without_blanks(fold(piece.text));
        store_.fetch_word_soon(folded);
        add(piece, folded, stem(folded, language));
        if (piece.kind == PieceKind::word && wants_umlaut_spelling(piece.text, language)) {
            const std::string spelled = without_blanks(fold_umlauts(piece.text));
            add(piece, spelled, stem(spelled, language));
        }
    }
}

// A single character has no stem: its term says as much, and there are very many of them.
void SurfaceMaker::make_dense_word(std::string_view form, Flavour flavour) {
    const std::string folded = without_blanks(fold(form));
    RunPiece piece;
    piece.end = static_cast<std::uint32_t>(form.size());
    add(piece, folded, flavour == Flavour::character ? std::string_view{} : folded);
}

void SurfaceMaker::make_initials(std::string_view form) {
    RunPiece piece;
    piece.end = static_cast<std::uint32_t>(form.size());
    const std::string term = initials_term(form, classes_);
    add(piece, term, term);
}

void SurfaceMaker::add(const RunPiece& piece, std::string_view term, std::string_view stem) {
    if (term.empty()) return;
    words_.push_back(
        {store_.word(utf8_prefix(term, kTermBytesHere), utf8_prefix(stem, kTermBytesHere)),
         piece.begin,
         piece.end,
         piece.position,
         piece.span}
    );
}

}  // namespace broadsheet
