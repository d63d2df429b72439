// How many megabytes of text a second go through the analysis, with words already seen (the steady
// state of indexing) and with every word new.
//
// With BROADSHEET_BENCH_TEXT=FILE the file is the text, BROADSHEET_BENCH_LANGUAGE its language.
// Otherwise the text is made of invented words whose lengths and repetitions are those of
// newspapers.

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "common/text/analyzer.h"
#include "common/text/language.h"
#include "common/text/sentences.h"

namespace {

using broadsheet::Analyzer;
using broadsheet::Token;

// Texts of articles are short; the analyzer is called once for each.
constexpr std::size_t kParagraphBytes = 600;

std::string made_up_word(std::mt19937& random) {
    static constexpr const char* kSyllables[] = {
        "ka", "ro", "ti", "men", "sa", "lo", "ve", "du", "pri", "an", "es", "tor"};
    std::string word;
    const auto syllables = 1 + random() % 4;
    for (unsigned i = 0; i < syllables; ++i)
        word += kSyllables[random() % std::size(kSyllables)];
    return word;
}

std::string made_up_text(std::size_t size_bytes) {
    std::mt19937 random(20190430);
    std::vector<std::string> words;
    for (int i = 0; i < 50000; ++i)
        words.push_back(made_up_word(random));
    std::string text;
    int in_sentence = 0;
    while (text.size() < size_bytes) {
        // Zipf: the n-th word comes up about 1/n times as often as the first.
        const double draw = static_cast<double>(random()) / static_cast<double>(random.max());
        const auto rank =
            static_cast<std::size_t>(std::pow(static_cast<double>(words.size()), draw));
        std::string word = words[std::min(rank, words.size() - 1)];
        if (in_sentence == 0) word[0] = static_cast<char>(word[0] - 'a' + 'A');
        text += word;
        const bool ends = ++in_sentence == 18;
        if (ends) in_sentence = 0;
        text += ends ? ". " : (random() % 12 == 0 ? ", " : " ");
    }
    return text;
}

const std::string& text() {
    static const std::string kText = [] {
        const char* path = std::getenv("BROADSHEET_BENCH_TEXT");
        if (path == nullptr) return made_up_text(16'000'000);
        std::ifstream file(path, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(file), {});
    }();
    return kText;
}

std::string language() {
    const char* given = std::getenv("BROADSHEET_BENCH_LANGUAGE");
    return given != nullptr ? given : "en";
}

std::vector<std::string_view> paragraphs() {
    std::vector<std::string_view> result;
    std::string_view rest = text();
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n', kParagraphBytes), rest.size());
        const bool is_one_line = end == rest.size() && rest.size() > 2 * kParagraphBytes;
        const std::size_t size = is_one_line ? std::min(rest.find(' ', kParagraphBytes), end) : end;
        result.push_back(rest.substr(0, size));
        rest.remove_prefix(std::min(size + 1, rest.size()));
    }
    return result;
}

void analyze_all(
    Analyzer& analyzer,
    const std::vector<std::string_view>& texts,
    const std::string& code,
    std::vector<Token>& tokens,
    std::size_t& token_count
) {
    for (const auto paragraph : texts) {
        tokens.clear();
        analyzer.analyze(paragraph, code, tokens);
        benchmark::DoNotOptimize(tokens.data());
        token_count += tokens.size();
    }
}

void report(benchmark::State& state, std::size_t token_count) {
    state.SetBytesProcessed(
        static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(text().size())
    );
    state.counters["tokens"] =
        benchmark::Counter(static_cast<double>(token_count), benchmark::Counter::kIsRate);
}

void analyze_words_seen(benchmark::State& state) {
    const auto texts = paragraphs();
    const std::string code = language();
    Analyzer analyzer;
    std::vector<Token> tokens;
    std::size_t token_count = 0;
    analyze_all(analyzer, texts, code, tokens, token_count);
    token_count = 0;
    for (auto _ : state)
        analyze_all(analyzer, texts, code, tokens, token_count);
    report(state, token_count);
    state.counters["words"] = static_cast<double>(analyzer.word_count());
    state.counters["word_bytes"] = static_cast<double>(analyzer.memory_bytes());
}

void analyze_words_new(benchmark::State& state) {
    const auto texts = paragraphs();
    const std::string code = language();
    std::vector<Token> tokens;
    std::size_t token_count = 0;
    for (auto _ : state) {
        Analyzer analyzer;
        analyze_all(analyzer, texts, code, tokens, token_count);
    }
    report(state, token_count);
}

void sentences(benchmark::State& state) {
    const auto texts = paragraphs();
    const std::string code = language();
    for (auto _ : state) {
        for (const auto paragraph : texts) {
            benchmark::DoNotOptimize(broadsheet::find_sentences(paragraph, code));
        }
    }
    report(state, 0);
}

void detect_language_of_paragraphs(benchmark::State& state) {
    const auto texts = paragraphs();
    std::size_t i = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(broadsheet::detect_language(texts[i++ % texts.size()]));
    }
}

BENCHMARK(analyze_words_seen)->Unit(benchmark::kMillisecond);
BENCHMARK(analyze_words_new)->Unit(benchmark::kMillisecond);
BENCHMARK(sentences)->Unit(benchmark::kMillisecond);
BENCHMARK(detect_language_of_paragraphs)->Unit(benchmark::kMicrosecond);

}  // namespace

BENCHMARK_MAIN();
