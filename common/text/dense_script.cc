#include "common/text/dense_script.h"

#include <string>

#include <unicode/brkiter.h>
#include <unicode/utext.h>
#include <unicode/utf16.h>

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

// Whole or in pieces.
bool is_korean(char32_t point) {
    return (point >= 0xAC00 && point <= 0xD7A3) || (point >= 0x1100 && point <= 0x11FF);
}

}  // namespace

struct DenseScript::Impl {
    std::unique_ptr<icu::BreakIterator> breaks;
    UText view = UTEXT_INITIALIZER;

    // The run being cut: its characters, and its text as ICU's dictionaries read it. They would
    // copy text in UTF-8 piece by piece.
    std::vector<DenseWord> characters;
    std::vector<std::int32_t> starts;  // of the characters in `units`
    std::u16string units;

    Impl() = default;
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    ~Impl() { utext_close(&view); }

    bool read(std::string_view run, CharacterClasses& classes);
    bool find_breaks();
    void take_words(std::vector<DenseWord>& words);
    void add_word(std::size_t first, std::size_t next, std::vector<DenseWord>& words) const;
};

// Takes the characters of a run apart; each takes its marks and stacked consonants along. False
// when no dictionary is needed, because all are Korean syllables: these make one word.
bool DenseScript::Impl::read(std::string_view run, CharacterClasses& classes) {
    characters.clear();
    starts.clear();
    units.clear();
    char32_t last = 0;
    bool has_others = false;
    for (std::uint32_t i = 0; i < run.size();) {
        const CodePoint point = decode_utf8(run, i);
        const bool begins =
            classes.of(point.value) == CharacterClass::dense && !are_one(last, point.value);
        const std::uint32_t end = i + point.length;
        if (begins || characters.empty()) {
            characters.push_back({i, end, static_cast<std::uint16_t>(characters.size()), 1});
            starts.push_back(static_cast<std::int32_t>(units.size()));
        } else {
            characters.back().end = end;
        }
        if (point.value > 0xFFFF) {
            units += static_cast<char16_t>(U16_LEAD(point.value));
            units += static_cast<char16_t>(U16_TRAIL(point.value));
        } else {
            units += static_cast<char16_t>(point.value);
        }
        has_others = has_others || !is_korean(point.value);
        last = point.value;
        i = end;
    }
    return has_others;
}

// Sets ICU onto the run; false when it will not.
bool DenseScript::Impl::find_breaks() {
    UErrorCode status = U_ZERO_ERROR;
    if (!breaks) {
        breaks.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    }
    utext_openUChars(&view, units.data(), static_cast<std::int64_t>(units.size()), &status);
    if (U_SUCCESS(status)) breaks->setText(&view, status);
    return U_SUCCESS(status);
}

// Adds the characters from `first` up to `next` as a word, unless it is only one of them.
void DenseScript::Impl::add_word(std::size_t first, std::size_t next, std::vector<DenseWord>& words)
    const {
    if (next - first < 2) return;
    DenseWord word = characters[first];
    word.end = characters[next - 1].end;
    word.span = static_cast<std::uint16_t>(next - first);
    words.push_back(word);
}

// Each character, and at the first of each word of several the word.
void DenseScript::Impl::take_words(std::vector<DenseWord>& words) {
    std::int32_t word_end = breaks->first();
    for (std::size_t i = 0; i < characters.size(); ++i) {
        words.push_back(characters[i]);
        if (starts[i] < word_end) continue;
        while (word_end != icu::BreakIterator::DONE && word_end <= starts[i])
            word_end = breaks->next();
        if (word_end == icu::BreakIterator::DONE)
            word_end = static_cast<std::int32_t>(units.size());
        // A break within a character falls behind it.
        std::size_t next = i + 1;
        while (next < characters.size() && starts[next] < word_end)
            ++next;
        add_word(i, next, words);
    }
}

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
    const bool needs_dictionary = impl_->read(run, classes);
    const std::vector<DenseWord>& characters = impl_->characters;
    if (characters.size() > 1 && needs_dictionary && impl_->find_breaks()) {
        impl_->take_words(words);
        return;
    }
    words = characters;
    if (needs_dictionary || characters.size() < 2) return;
    DenseWord whole = characters.front();
    whole.end = characters.back().end;
    whole.span = static_cast<std::uint16_t>(characters.size());
    words.insert(words.begin() + 1, whole);
}

}  // namespace broadsheet
