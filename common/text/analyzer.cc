#include "common/text/analyzer.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <deque>
#include <span>

#include <unicode/uchar.h>

#include "common/text/character_class.h"
#include "common/text/dense_script.h"
#include "common/text/folding.h"
#include "common/text/initials.h"
#include "common/text/language_rules.h"
#include "common/text/run_parser.h"
#include "common/text/run_scanner.h"
#include "common/text/stemmer.h"
#include "common/text/stop_words.h"
#include "common/text/word_store.h"
#include "common/utf8.h"

namespace broadsheet {

namespace {

// Terms leave room for a prefix within Xapian's 245 bytes.
constexpr std::size_t kTermBytesHere = 200;

// What tells surface forms apart whose bytes are the same; the low bits of a flavour.
enum class Flavour : std::uint16_t { plain, tag, shouted, initials, character, dense_word };
constexpr std::uint16_t kFlavourCount = 6;

// Longer words are neither initials nor an acronym to be told by the words around it.
constexpr std::size_t kInitialsBytesMax = 3;

bool is_ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// A run of ASCII letters.
struct LetterRun {
    std::size_t length = 0;
    std::uint64_t first_bytes = 0;  // WordStore::first_bytes() of it
};

constexpr std::uint64_t in_each_byte(unsigned char value) {
    return value * std::uint64_t{0x0101010101010101};
}

// The top bit of each byte that is no ASCII letter: letters in small are 'a' or more and not 'z' +
// 1 or more, sums that set the top bit of seven.
std::uint64_t not_letters(std::uint64_t bytes) {
    const std::uint64_t small = (bytes | in_each_byte(0x20)) & in_each_byte(0x7F);
    const std::uint64_t from_a = small + in_each_byte(0x80 - 'a');
    const std::uint64_t behind_z = small + in_each_byte(0x80 - 'z' - 1);
    return (~from_a | behind_z | bytes) & in_each_byte(0x80);
}

// The letters from `begin` on, where one is, up to `limit`. Eight bytes at a time: most words have
// no more.
LetterRun letters_at(std::string_view text, std::size_t begin, std::size_t limit) {
    std::size_t end = begin;
    if constexpr (std::endian::native == std::endian::little) {
        for (; end + 8 <= limit; end += 8) {
            std::uint64_t bytes = 0;
            std::memcpy(&bytes, text.data() + end, 8);
            const std::uint64_t others = not_letters(bytes);
            if (others == 0) continue;
            const auto letters = static_cast<unsigned>(std::countr_zero(others)) / 8;
            if (end == begin) return {letters, bytes & ((std::uint64_t{1} << 8 * letters) - 1)};
            end += letters;
            return {end - begin, WordStore::first_bytes(text.substr(begin, end - begin))};
        }
    }
    while (end < limit && is_ascii_letter(text[end]))
        ++end;
    return {end - begin, WordStore::first_bytes(text.substr(begin, end - begin))};
}

// Bytes behind which, after ASCII letters, no rule of run_scanner.cc goes on, whatever follows.
constexpr std::array<bool, 256> ending_bytes() {
    std::array<bool, 256> table{};
    for (const char c : std::string_view(" \t\r\n;:!?()[]{}<>/\\|*=~^%$")) {
        table[static_cast<unsigned char>(c)] = true;
    }
    return table;
}

constexpr std::array<bool, 256> kEndsWord = ending_bytes();

// True when the ASCII letters before `end` are a whole run.
bool is_plain_end(std::string_view text, std::size_t end) {
    if (end == text.size()) return true;
    const char c = text[end];
    if (kEndsWord[static_cast<unsigned char>(c)]) return true;
    if (c != '.' && c != ',' && c != '"') return false;
    return end + 1 == text.size() || text[end + 1] == ' ' || text[end + 1] == '\n';
}

bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

bool is_mark_among_words(char c) {
    return std::string_view(",;:.!?\"()").find(c) != std::string_view::npos;
}

// Two capitals or more, next to the word that ends at or begins at `edge`, with one blank between
// and perhaps a punctuation mark.
bool has_capitals_before(std::string_view text, std::size_t edge) {
    if (edge < 4 || text[edge - 1] != ' ') return false;
    const std::size_t end = is_mark_among_words(text[edge - 2]) ? edge - 2 : edge - 1;
    return end >= 2 && is_capital(text[end - 1]) && is_capital(text[end - 2]);
}

bool has_capitals_behind(std::string_view text, std::size_t edge) {
    std::string_view rest = text.substr(edge);
    if (!rest.empty() && is_mark_among_words(rest[0])) rest.remove_prefix(1);
    return rest.size() >= 3 && rest[0] == ' ' && is_capital(rest[1]) && is_capital(rest[2]);
}

bool is_in_capitals(std::string_view word) {
    for (const char c : word) {
        if (!is_capital(c)) return false;
    }
    return true;
}

// The http of a printed address, which is no word of the text.
bool is_scheme(std::string_view text, std::size_t begin, std::size_t end) {
    if (end >= text.size() || text[end] != ':' || end - begin < 4 || end - begin > 5) return false;
    const std::string word = fold(text.substr(begin, end - begin));
    return (word == "http" || word == "https") && text.substr(end).starts_with("://");
}

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

}  // namespace

struct Analyzer::Impl {
    struct Language {
        const LanguageRules& rules;
        Stemmer stemmer;
        std::uint16_t number;
    };

    /// Where the analysis of one text stands.
    struct Walk {
        std::string_view text;
        Language& language;
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

    static constexpr std::size_t kAwaitedMax = 16;

    CharacterClasses classes;
    DenseScript dense;
    std::array<Awaited, kAwaitedMax> awaited;
    std::size_t awaited_count = 0;
    WordStore store;
    std::deque<Language> languages;
    std::vector<RunPiece> pieces;
    std::vector<DenseWord> dense_words;
    std::vector<SurfaceWord> surface_words;

    Language& language(std::string_view code) {
        const LanguageRules& rules = language_rules(code);
        for (auto& known : languages) {
            if (&known.rules == &rules) return known;
        }
        const auto number = static_cast<std::uint16_t>(languages.size());
        languages.push_back({rules, Stemmer(rules.code), number});
        return languages.back();
    }

    void analyze(Walk& walk) {
        awaited_count = 0;
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
            const std::uint16_t flavour = key_of(walk.language, Flavour::plain);
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
        return length > kInitialsBytesMax || (length > 1 && !is_capital(walk.text[walk.offset]));
    }

    // The table of forms is too large for the cache. It is asked for the slots of several words
    // while these are gathered.
    void await(Walk& walk, std::size_t end, const FormKey& key, Flavour flavour) {
        if (awaited_count == kAwaitedMax) append_awaited(walk);
        store.fetch_soon(key);
        awaited[awaited_count++] = {
            static_cast<std::uint32_t>(walk.offset), static_cast<std::uint32_t>(end), key, flavour};
        walk.offset = end;
    }

    void append_awaited(Walk& walk) {
        for (const auto& word : std::span(awaited.data(), awaited_count)) {
            const std::string_view form = walk.text.substr(word.begin, word.end - word.begin);
            const Surface* known = store.find(form, word.key);
            const Surface& surface =
                known != nullptr ? *known : make(form, walk.language, word.flavour, word.key);
            append(walk, surface, word.begin, word.end);
        }
        awaited_count = 0;
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
            (length == kInitialsBytesMax && is_capital(walk.text[begin]))) {
            if (const std::size_t behind = initials_end(walk.text, begin, end, classes)) {
                end = behind;
                flavour = Flavour::initials;
            } else if (is_shouted(walk.text, begin, end)) {
                flavour = Flavour::shouted;
            }
        }
        const std::string_view form = walk.text.substr(begin, end - begin);
        await(walk, end, WordStore::key_of(form, key_of(walk.language, flavour)), flavour);
    }

    static bool is_shouted(std::string_view text, std::size_t begin, std::size_t end) {
        return is_in_capitals(text.substr(begin, end - begin)) &&
               (has_capitals_before(text, begin) || has_capitals_behind(text, end));
    }

    void append(Walk& walk, const Surface& surface, std::uint32_t begin, std::uint32_t end) const {
        if (surface.number != Surface::kSeveral) {
            walk.tokens.push_back({store.at(surface.number), begin, end, walk.position, 1});
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
                 word.span}
            );
        }
        walk.position += surface.positions;
    }

    static std::uint16_t key_of(const Language& language, Flavour flavour) {
        return static_cast<std::uint16_t>(
            language.number * kFlavourCount + static_cast<std::uint16_t>(flavour)
        );
    }

    const Surface& make(
        std::string_view form, Language& language, Flavour flavour, const FormKey& key
    ) {
        surface_words.clear();
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
        return *store.remember(form, key, surface_words);
    }

    void make_words(std::string_view form, Language& language, RunStyle style) {
        parse_run(form, style, language.rules, classes, pieces);
        for (const auto& piece : pieces) {
            if (piece.kind == PieceKind::term) {
                add(piece, piece.text, stem_of_term(piece.text));
                continue;
            }
            const std::string folded = without_blanks(fold(piece.text));
            add(piece, folded, stem(folded, language));
            if (piece.kind == PieceKind::word && wants_umlaut_spelling(piece.text, language)) {
                const std::string spelled = without_blanks(fold_umlauts(piece.text));
                add(piece, spelled, stem(spelled, language));
            }
        }
    }

    void add(const RunPiece& piece, std::string_view term, std::string_view stem) {
        if (term.empty()) return;
        surface_words.push_back(
            {store.word(utf8_prefix(term, kTermBytesHere), utf8_prefix(stem, kTermBytesHere)),
             piece.begin,
             piece.end,
             piece.position,
             piece.span}
        );
    }

    static std::string_view stem_of_term(std::string_view term) {
        const bool begins_with_digit = !term.empty() && term[0] >= '0' && term[0] <= '9';
        return begins_with_digit ? std::string_view{} : term;
    }

    static std::string stem(std::string_view folded, const Language& language) {
        if (stem_of_term(folded).empty()) return {};
        // Its term says as much, and every article has dozens of them.
        if (is_stop_word(folded, language.rules.code)) return {};
        return without_blanks(language.stemmer.stem(folded));
    }

    bool wants_umlaut_spelling(std::string_view printed, const Language& language) {
        switch (language.rules.umlauts) {
            case UmlautSpelling::never:
                return false;
            case UmlautSpelling::always:
                return true;
            default:
                return begins_with_capital(printed);
        }
    }

    static bool begins_with_capital(std::string_view printed) {
        return u_isupper(static_cast<UChar32>(decode_utf8(printed, 0).value)) != 0;
    }

    // --- scripts without spaces --------------------------------------------------------------

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
            const FormKey key = WordStore::key_of(form, key_of(walk.language, flavour));
            const Surface* known = store.find(form, key);
            const Surface& surface =
                known != nullptr ? *known : make(form, walk.language, flavour, key);
            if (surface.word_count == 0) continue;
            walk.tokens.push_back(
                {surface.words[0].word,
                 static_cast<std::uint32_t>(begin + word.begin),
                 static_cast<std::uint32_t>(begin + word.end),
                 first + word.position,
                 word.span}
            );
            walk.position = std::max(walk.position, first + word.position + word.span);
        }
        walk.offset = end;
    }

    // A single character has no stem: its term says as much, and there are very many of them.
    void make_dense_word(std::string_view form, Flavour flavour) {
        const std::string folded = without_blanks(fold(form));
        RunPiece piece;
        piece.end = static_cast<std::uint32_t>(form.size());
        add(piece, folded, flavour == Flavour::character ? std::string_view{} : folded);
    }

    void make_initials(std::string_view form) {
        RunPiece piece;
        piece.end = static_cast<std::uint32_t>(form.size());
        const std::string term = initials_term(form, classes);
        add(piece, term, term);
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
