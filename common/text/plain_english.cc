#include "common/text/plain_english.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace broadsheet {

namespace {

constexpr std::size_t kLookAtBytes = 1024;
constexpr unsigned kEnglishWordsMin = 5;
constexpr unsigned kWordsPerFunctionWordMax = 6;
constexpr unsigned kEnglishPerForeignWordMin = 6;
constexpr unsigned kBytesPerWideByteMin = 20;  // of other alphabets, curly quotes and dashes

enum class Kind : std::uint8_t { unknown, english, shared, foreign };

// Words of up to eight letters. English: not also common in a language of Europe, in Indonesian,
// Malay, Tagalog or Swahili. Shared: English words that are. Foreign: seldom met in English, names
// and titles apart.
constexpr std::string_view kEnglish[] = {
    "the",  "of",   "and",   "that",  "for",   "with",  "by",    "from", "this",  "which",
    "it",   "its",  "they",  "their", "there", "have",  "has",   "had",  "been",  "be",
    "are",  "were", "would", "could", "not",   "but",   "what",  "when", "who",   "you",
    "your", "he",   "his",   "she",   "said",  "about", "after", "than", "other", "more",
    "if",   "my",   "some",  "any",   "only",  "out",   "into",  "our",  "these", "should",
    "did",  "does", "year",  "last",  "new",   "while", "just",  "one",  "over",  "because",
};
constexpr std::string_view kShared[] = {
    "to",
    "in",
    "is",
    "a",
    "on",
    "as",
    "at",
    "was",
    "an",
    "or",
    "we",
    "will",
    "i",
    "so",
    "all",
    "no",
};
constexpr std::string_view kForeign[] = {
    "le",   "la",  "les", "des", "du",  "et",   "est",   "que",  "une",   "un",    "dans",
    "pour", "qui", "sur", "el",  "los", "las",  "del",   "y",    "por",   "con",   "para",
    "una",  "der", "das", "und", "den", "dem",  "von",   "mit",  "ist",   "nicht", "ein",
    "eine", "auf", "het", "een", "van", "voor", "niet",  "og",   "och",   "att",   "som",
    "det",  "il",  "di",  "che", "per", "gli",  "della", "os",   "do",    "da",    "em",
    "uma",  "nie", "je",  "ang", "ng",  "yang", "dan",   "dari", "untuk", "ya",    "wa",
    "kwa",  "ke",  "se",  "te",  "ha",  "wey",  "dey",   "na",
};

constexpr std::uint64_t packed(std::string_view word) {
    std::uint64_t bytes = 0;
    for (const char c : word)
        bytes = bytes << 8U | static_cast<unsigned char>(c);
    return bytes;
}

constexpr std::size_t kSlots = 512;

constexpr std::size_t slot_of(std::uint64_t word) {
    return (word * 0x9E3779B97F4A7C15U) >> 55U;
}

static_assert(kSlots == std::size_t{1} << (64U - 55U));

class FunctionWords {
public:
    constexpr FunctionWords() {
        for (const auto word : kEnglish)
            put(packed(word), Kind::english);
        for (const auto word : kShared)
            put(packed(word), Kind::shared);
        for (const auto word : kForeign)
            put(packed(word), Kind::foreign);
    }

    [[nodiscard]] constexpr Kind kind_of(std::uint64_t word) const {
        for (std::size_t at = slot_of(word);; at = (at + 1) % kSlots) {
            if (words_[at] == word) return kinds_[at];
            if (words_[at] == 0) return Kind::unknown;
        }
    }

private:
    constexpr void put(std::uint64_t word, Kind kind) {
        std::size_t at = slot_of(word);
        while (words_[at] != 0 && words_[at] != word)
            at = (at + 1) % kSlots;
        words_[at] = word;
        kinds_[at] = kind;
    }

    std::array<std::uint64_t, kSlots> words_{};  // packed; 0: free
    std::array<Kind, kSlots> kinds_{};
};

constexpr FunctionWords kFunctionWords;

constexpr unsigned char kWide = 0xFF;

// The letter in small, or 0. All bytes of other alphabets count as one letter of no word.
constexpr std::array<unsigned char, 256> letters() {
    std::array<unsigned char, 256> table{};
    for (std::size_t c = 'a'; c <= 'z'; ++c) {
        table[c] = static_cast<unsigned char>(c);
        table[c - 'a' + 'A'] = static_cast<unsigned char>(c);
    }
    for (std::size_t c = 0x80; c < 256; ++c)
        table[c] = kWide;
    return table;
}

constexpr std::array<unsigned char, 256> kLetters = letters();

struct Counts {
    unsigned words = 0;
    unsigned english = 0;
    unsigned shared = 0;
    unsigned foreign = 0;
    unsigned wide_bytes = 0;

    void add(std::uint64_t word) {
        ++words;
        const Kind kind = kFunctionWords.kind_of(word);
        english += kind == Kind::english ? 1 : 0;
        shared += kind == Kind::shared ? 1 : 0;
        foreign += kind == Kind::foreign ? 1 : 0;
    }
};

// A word longer than eight letters is known by its last eight, which are no function word: all of
// those are shorter but for none.
Counts count_words(std::string_view text) {
    Counts counts;
    std::uint64_t word = 0;
    for (const char c : text) {
        if (const std::uint64_t letter = kLetters[static_cast<unsigned char>(c)]) {
            word = word << 8U | letter;
            counts.wide_bytes += letter == kWide ? 1 : 0;
        } else if (word != 0) {
            counts.add(word);
            word = 0;
        }
    }
    return counts;  // the last word may be cut off
}

}  // namespace

bool is_plain_english(std::string_view text) {
    const std::string_view beginning = text.substr(0, kLookAtBytes);
    const Counts counts = count_words(beginning);
    return counts.english >= kEnglishWordsMin &&
           (counts.english + counts.shared) * kWordsPerFunctionWordMax >= counts.words &&
           counts.english >= counts.foreign * kEnglishPerForeignWordMin &&
           std::size_t{counts.wide_bytes} * kBytesPerWideByteMin <= beginning.size();
}

}  // namespace broadsheet
