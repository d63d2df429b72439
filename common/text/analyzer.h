#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// The terms a word is found by. Forms with the same terms (Coup, coup, coup's) share one Word.
/// Owned by an Analyzer.
struct Word {
    /// Exact form: normalised, case and diacritics folded. Phrases and exact words find it.
    std::string term;
    /// The folded stem, without the "Z" it is stored with; empty for a word that is not stemmed:
    /// it begins with no letter, is a single character of a script written without spaces, or a
    /// stop word of the language. In an unknown language it equals the term.
    std::string stem;
    /// Number of this word in its analyzer: 0, 1, 2, ... Lets a consumer keep its own table of
    /// words.
    std::uint32_t number = 0;
};

/// One occurrence of a word in a text. Offsets are bytes of the text as it was given, so that a
/// token can be marked where it stands; analysis never changes them.
struct Token {
    const Word* word = nullptr;
    std::uint32_t begin = 0;     ///< first byte of the printed form
    std::uint32_t end = 0;       ///< one past its last byte
    std::uint32_t position = 0;  ///< counts words of the text from 0; the parts of a compound have
                                 ///< their own, its joined form shares that of the first part
    std::uint32_t span = 1;      ///< how many positions it covers: 2 for the `email` in e-mail
    std::uint32_t number = 0;    ///< word->number, to be had without looking at the word
};

/// Version of tokens, folding and stems as written into an index. Raise it when terms change.
inline constexpr int kAnalysisVersion = 4;

/// Cuts text into words and names the terms of each, by the rules of common/text/README.md. The
/// indexer, the query and the snippet use this class and no other, so they cannot disagree.
///
/// Words are remembered: a form seen before costs a look-up. They stay valid until forget_words().
/// An Analyzer belongs to one thread.
class Analyzer {
public:
    Analyzer();
    ~Analyzer();
    Analyzer(Analyzer&&) noexcept;
    Analyzer& operator=(Analyzer&&) noexcept;

    /// Appends the tokens of `text` in order of their first byte. Ill-formed UTF-8 separates words.
    /// `language` is an ISO 639 code whose stemmer is applied; empty or unknown: no stemming.
    /// Texts are at most 4 GiB.
    void analyze(std::string_view text, std::string_view language, std::vector<Token>& tokens);

    /// Bytes held by the remembered words.
    [[nodiscard]] std::size_t memory_bytes() const;

    /// How many words are remembered; every Word::number is smaller.
    [[nodiscard]] std::size_t word_count() const;

    /// Drops all words; every Word pointer given out becomes invalid and numbers start anew.
    void forget_words();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace broadsheet
