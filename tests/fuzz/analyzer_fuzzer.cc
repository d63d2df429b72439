// Text analysis fed with anything: tokens stand in order on code point boundaries inside the text,
// terms are UTF-8 of a storable size, and a text is found by itself.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/analyzer.h"
#include "common/text/folding.h"
#include "common/text/language.h"
#include "common/text/sentences.h"
#include "common/utf8.h"

namespace {

constexpr std::string_view kLanguages[] = {
    "", "en", "fr", "de", "es", "tr", "ru", "ar", "zh", "fi", "ro", "hu", "it", "lt", "pt", "ta"};
constexpr std::size_t kTermBytesMax = 200;
constexpr std::size_t kMemoryBytesMax = 32'000'000;

void require(bool holds) {
    if (!holds) std::abort();
}

bool is_code_point_boundary(std::string_view text, std::size_t offset) {
    return offset == text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0U) != 0x80U;
}

void check_word(const broadsheet::Word& word, std::size_t word_count) {
    require(!word.term.empty() && word.term.size() <= kTermBytesMax);
    require(word.stem.size() <= kTermBytesMax);
    require(broadsheet::is_utf8(word.term) && broadsheet::is_utf8(word.stem));
    require(word.number < word_count);
}

void check_tokens(
    std::string_view text, const std::vector<broadsheet::Token>& tokens, std::size_t word_count
) {
    std::uint32_t begin = 0;
    std::uint32_t position = 0;
    std::uint32_t positions_end = 0;
    for (const auto& token : tokens) {
        require(token.begin >= begin && token.begin < token.end && token.end <= text.size());
        require(is_code_point_boundary(text, token.begin));
        require(token.position >= position && token.position <= positions_end);
        require(token.span >= 1);
        check_word(*token.word, word_count);
        begin = token.begin;
        position = token.position;
        positions_end = std::max(positions_end, token.position + token.span);
    }
}

void check_sentences(std::string_view text, std::string_view language) {
    std::uint32_t last = 0;
    for (const auto& sentence : broadsheet::find_sentences(text, language)) {
        require(sentence.begin >= last && sentence.begin < sentence.end);
        require(sentence.end <= text.size());
        last = sentence.end;
    }
}

void check_folding(std::string_view text) {
    const std::string folded = broadsheet::fold(text);
    require(broadsheet::is_utf8(folded));
    require(broadsheet::fold(folded) == folded);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view language = kLanguages[data[0] % std::size(kLanguages)];
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    // One analyzer for many inputs, as in an indexing run; now and then it forgets.
    static broadsheet::Analyzer analyzer;
    if (analyzer.memory_bytes() > kMemoryBytesMax) analyzer.forget_words();
    std::vector<broadsheet::Token> tokens;
    analyzer.analyze(text, language, tokens);
    check_tokens(text, tokens, analyzer.word_count());
    std::vector<broadsheet::Token> again;
    analyzer.analyze(text, language, again);
    require(tokens.size() == again.size());
    for (std::size_t i = 0; i < tokens.size(); ++i)
        require(tokens[i].word == again[i].word);
    check_sentences(text, language);
    check_folding(text);
    broadsheet::language_code(broadsheet::detect_language(text));
    broadsheet::language_code(text);
    return 0;
}
