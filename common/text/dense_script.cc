#include "common/text/dense_script.h"

#include <algorithm>

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include "common/utf8.h"

namespace broadsheet {

namespace {

// ICU's dictionary for Chinese and Japanese keeps a table per stretch: a novel without a full stop
// is cut here.
constexpr std::size_t kStretchBytesMax = 3072;

// Whether two characters are one to the reader though neither is a mark: a consonant stacked by
// Khmer coeng or Burmese virama, and Thai and Lao am, which some keyboards write in two parts.
bool are_one(char32_t first, char32_t second) {
    switch (first) {
        case 0x17D2:
        case 0x1039:
            return true;
        case 0x0E4D:
            return second == 0x0E32;
        case 0x0ECD:
            return second == 0x0EB2;
        default:
            return false;
    }
}

// The characters of a stretch; each takes its marks and stacked consonants along.
std::vector<DenseWord> characters_of(std::string_view run, CharacterClasses& classes) {
    std::vector<DenseWord> characters;
    char32_t last = 0;
    for (std::uint32_t i = 0; i < run.size();) {
        const CodePoint point = decode_utf8(run, i);
        const bool begins =
            classes.of(point.value) == CharacterClass::dense && !are_one(last, point.value);
        const std::uint32_t end = i + point.length;
        if (begins || characters.empty()) {
            characters.push_back({i, end, static_cast<std::uint16_t>(characters.size()), 1});
        } else {
            characters.back().end = end;
        }
        last = point.value;
        i = end;
    }
    return characters;
}

}  // namespace

struct DenseScript::Impl {
    std::unique_ptr<icu::BreakIterator> words;
};

DenseScript::DenseScript() : impl_(std::make_unique<Impl>()) {}

DenseScript::~DenseScript() = default;
DenseScript::DenseScript(DenseScript&&) noexcept = default;
DenseScript& DenseScript::operator=(DenseScript&&) noexcept = default;

std::size_t DenseScript::scan(std::string_view text, std::size_t begin, CharacterClasses& classes) {
    std::size_t end = begin;
    while (end < text.size() && end - begin < kStretchBytesMax) {
        const CodePoint point = decode_utf8(text, end);
        if (!point.valid) break;
        const CharacterClass kind = classes.of(point.value);
        const bool continues = kind == CharacterClass::dense || kind == CharacterClass::mark ||
                               kind == CharacterClass::ignorable;
        if (!continues) break;
        end += point.length;
    }
    return end;
}

void DenseScript::cut(
    std::string_view run, CharacterClasses& classes, std::vector<DenseWord>& words
) {
    words.clear();
    const std::vector<DenseWord> characters = characters_of(run, classes);
    UErrorCode status = U_ZERO_ERROR;
    if (!impl_->words) {
        impl_->words.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    }
    UText view = UTEXT_INITIALIZER;
    utext_openUTF8(&view, run.data(), static_cast<std::int64_t>(run.size()), &status);
    if (U_SUCCESS(status)) impl_->words->setText(&view, status);
    if (U_FAILURE(status)) {
        words = characters;
        utext_close(&view);
        return;
    }
    std::int32_t word_end = impl_->words->first();
    for (std::size_t i = 0; i < characters.size(); ++i) {
        words.push_back(characters[i]);
        if (static_cast<std::int64_t>(characters[i].begin) < word_end) continue;
        word_end = impl_->words->following(static_cast<std::int32_t>(characters[i].begin));
        if (word_end == icu::BreakIterator::DONE) word_end = static_cast<std::int32_t>(run.size());
        std::size_t last = i;
        while (last < characters.size() &&
               static_cast<std::int64_t>(characters[last].end) < word_end) {
            ++last;
        }
        last = std::min(last, characters.size() - 1);
        if (last == i) continue;
        DenseWord word = characters[i];
        word.end = characters[last].end;
        word.span = static_cast<std::uint16_t>(last - i + 1);
        words.push_back(word);
    }
    utext_close(&view);
}

}  // namespace broadsheet
