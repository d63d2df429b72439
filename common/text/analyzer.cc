#include "common/text/analyzer.h"

#include <algorithm>
#include <array>
#include <deque>

#include "common/ascii.h"
#include "common/text/ascii_letters.h"
#include "common/text/capitals.h"
#include "common/text/character_class.h"
#include "common/text/dense_script.h"
#include "common/text/folding.h"
#include "common/text/initials.h"
#include "common/text/language_rules.h"
#include "common/text/run_scanner.h"
#include "common/text/stemmer.h"
#include "common/text/surface_maker.h"
#include "common/text/word_store.h"
#include "common/utf8.h"

namespace broadsheet {

namespace {

// Longer words are neither initials nor an acronym to be told by the words around it.
constexpr std::size_t kInitialsBytesMax = 3;

// The http of a printed address, which is no word of the text.
bool is_scheme(std::string_view text, std::size_t begin, std::size_t end) {
    if (end >= text.size() || text[end] != ':' || end - begin < 4 || end - begin > 5) return false;
    const std::string word = fold(text.substr(begin, end - begin));
    return (word == "http" || word == "https") && text.substr(end).starts_with("://");
}

}  // namespace

struct Analyzer::Impl {
    /// Where the analysis of one text stands.
    struct Walk {
        std::string_view text;
        const TextLanguage& language;
        std::vector<Token>& tokens;
        std::size_t offset = 0;
        std::uint32_t position = 0;
        std::size_t tag_at = std::string_view::npos;  // where a word behind # or @ would begin
    };

    /// A form that is looked up a little later, when its slot has arrived from memory.
    struct Awaited {
        std::uint32_t begin;
        std::uint32_t end;
        FormKey key;
        Flavour flavour;
    };

    static constexpr std::size_t kAwaitedMax = 32;

    CharacterClasses classes;
    DenseScript dense;
    std::array<Awaited, kAwaitedMax> awaited{};  // a ring
    std::size_t awaited_begin = 0;
    std::size_t awaited_end = 0;
    WordStore store;
    SurfaceMaker maker{store, classes};
    std::deque<TextLanguage> languages;
    std::vector<DenseWord> dense_words;

    const TextLanguage& language(std::string_view code) {
        const LanguageRules& rules = language_rules(code);
        for (auto& known : languages) {
            if (&known.rules == &rules) return known;
        }
        const auto number = static_cast<std::uint16_t>(languages.size());
        languages.push_back({rules, Stemmer(rules.code), number});
        return languages.back();
    }

    void analyze(Walk& walk) {
        awaited_begin = awaited_end;
        while (walk.offset < walk.text.size()) {
            const char c = walk.text[walk.offset];
            if (is_ascii_letter(c)) {
                ascii_word(walk);
            } else if (static_cast<unsigned char>(c) >= 0x80) {
                wide_character(walk);
            } else if (c >= '0' && c <= '9') {
                run(walk, scan_run(walk.text, walk.offset, classes));
            } else {
                ++walk.offset;
                if (c == '#' || c == '@') walk.tag_at = walk.offset;
            }
        }
        append_awaited(walk);
    }

    void ascii_word(Walk& walk) {
        const std::size_t limit = std::min(walk.text.size(), walk.offset + kRunBytesMax);
        const LetterRun letters = letters_at(walk.text, walk.offset, limit);
        std::size_t end = walk.offset + letters.length;
        if (!is_plain_end(walk.text, end)) {
            end = scan_run(walk.text, walk.offset, classes);
        } else if (is_ordinary(walk, end)) {
            const std::string_view form = walk.text.substr(walk.offset, letters.length);
            const std::uint16_t flavour = form_flavour(walk.language, Flavour::plain);
            await(walk, end, WordStore::key_of(form, letters.first_bytes, flavour), Flavour::plain);
            return;
        }
        if (is_scheme(walk.text, walk.offset, end)) {
            walk.offset = end;
        } else {
            run(walk, end);
        }
    }

    // True for letters up to `end` that depend on nothing around them: no tag, no scheme of an
    // address, neither initials nor an acronym to be told by the words around it.
    static bool is_ordinary(const Walk& walk, std::size_t end) {
        if (walk.tag_at == walk.offset) return false;
        if (end < walk.text.size() && walk.text[end] == ':') return false;
        const std::size_t length = end - walk.offset;
        return length > kInitialsBytesMax ||
               (length > 1 && !is_ascii_upper(walk.text[walk.offset]));
    }

    // The table of forms is too large for the cache. It is asked for the slots of several words
    // while these are gathered, and half way for the bytes of long ones.
    void await(Walk& walk, std::size_t end, const FormKey& key, Flavour flavour) {
        if (awaited_end - awaited_begin == kAwaitedMax) append_oldest(walk);
        store.fetch_soon(key);
        awaited[awaited_end % kAwaitedMax] = {
            static_cast<std::uint32_t>(walk.offset), static_cast<std::uint32_t>(end), key, flavour};
        walk.offset = end;
        const Awaited& earlier = awaited[(awaited_end - kAwaitedMax / 2) % kAwaitedMax];
        if (earlier.end - earlier.begin > sizeof key.bytes) store.fetch_form_soon(earlier.key);
        ++awaited_end;
    }

    void append_oldest(Walk& walk) {
        const Awaited& word = awaited[awaited_begin++ % kAwaitedMax];
        const std::string_view form = walk.text.substr(word.begin, word.end - word.begin);
        const Surface* known = store.find(form, word.key);
        const Surface& surface =
            known != nullptr ? *known : maker.make(form, walk.language, word.flavour, word.key);
        append(walk, surface, word.begin, word.end);
    }

    void append_awaited(Walk& walk) {
        while (awaited_begin != awaited_end)
            append_oldest(walk);
    }

    void wide_character(Walk& walk) {
        const CodePoint point = decode_utf8(walk.text, walk.offset);
        switch (point.valid ? classes.of(point.value) : CharacterClass::separator) {
            case CharacterClass::letter:
            case CharacterClass::digit:
                run(walk, scan_run(walk.text, walk.offset, classes));
                break;
            case CharacterClass::dense:
                dense_run(walk);
                break;
            default:
                walk.offset += point.length;
                if (point.value == 0xFF03 || point.value == 0xFF20) walk.tag_at = walk.offset;
        }
    }

    void run(Walk& walk, std::size_t end) {
        const std::size_t begin = walk.offset;
        Flavour flavour = walk.tag_at == begin ? Flavour::tag : Flavour::plain;
        const std::size_t length = end - begin;
        if (length < kInitialsBytesMax ||
            (length == kInitialsBytesMax && is_ascii_upper(walk.text[begin]))) {
            if (const std::size_t behind = initials_end(walk.text, begin, end, classes)) {
                end = behind;
                flavour = Flavour::initials;
            } else if (is_shouted(walk.text, begin, end)) {
                flavour = Flavour::shouted;
            }
        }
        const std::string_view form = walk.text.substr(begin, end - begin);
        await(walk, end, WordStore::key_of(form, form_flavour(walk.language, flavour)), flavour);
    }

    void append(Walk& walk, const Surface& surface, std::uint32_t begin, std::uint32_t end) const {
        if (surface.number != Surface::kSeveral) {
            walk.tokens.push_back(
                {store.at(surface.number), begin, end, walk.position, 1, surface.number}
            );
            ++walk.position;
            return;
        }
        for (std::size_t i = 0; i < surface.word_count; ++i) {
            const SurfaceWord& word = surface.words[i];
            walk.tokens.push_back(
                {word.word,
                 begin + word.begin,
                 begin + word.end,
                 walk.position + word.position,
                 word.span,
                 word.word->number}
            );
        }
        walk.position += surface.positions;
    }

    // --- scripts without spaces -------------------------------------------------------------

    void dense_run(Walk& walk) {
        append_awaited(walk);
        const std::size_t begin = walk.offset;
        const std::size_t end = DenseScript::scan(walk.text, begin, classes);
        const std::string_view run = walk.text.substr(begin, end - begin);
        dense.cut(run, classes, dense_words);
        const std::uint32_t first = walk.position;
        for (const auto& word : dense_words) {
            const Flavour flavour = word.span > 1 ? Flavour::dense_word : Flavour::character;
            const std::string_view form = run.substr(word.begin, word.end - word.begin);
            const FormKey key = WordStore::key_of(form, form_flavour(walk.language, flavour));
            const Surface* known = store.find(form, key);
            const Surface& surface =
                known != nullptr ? *known : maker.make(form, walk.language, flavour, key);
            if (surface.word_count == 0) continue;
            walk.tokens.push_back(
                {surface.words[0].word,
                 static_cast<std::uint32_t>(begin + word.begin),
                 static_cast<std::uint32_t>(begin + word.end),
                 first + word.position,
                 word.span,
                 surface.words[0].word->number}
            );
            walk.position = std::max(walk.position, first + word.position + word.span);
        }
        walk.offset = end;
    }
};

Analyzer::Analyzer() : impl_(std::make_unique<Impl>()) {}

Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

void Analyzer::analyze(
    std::string_view text, std::string_view language, std::vector<Token>& tokens
) {
    Impl::Walk walk{text, impl_->language(language), tokens};
    impl_->analyze(walk);
}

std::size_t Analyzer::memory_bytes() const {
    return impl_->store.memory_bytes();
}

std::size_t Analyzer::word_count() const {
    return impl_->store.word_count();
}

void Analyzer::forget_words() {
    impl_->store.clear();
}

}  // namespace broadsheet
