// How fast a segment is built from analysed articles, and what each table takes.
//
// Without further ado on invented text whose words are as common as those of a language are; with
// BROADSHEET_BENCH_TEXT=FILE on real text, the articles of the file separated by zero bytes.

#include <cctype>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <deque>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <benchmark/benchmark.h>
#include <xapian.h>

#include "indexer/segment/segment_builder.h"

namespace broadsheet {
namespace {

struct Collection {
    std::deque<Word> words;
    std::vector<ArticleTerms> articles;
    std::size_t text_bytes = 0;
};

// A plain tokenizer: the real one is measured elsewhere.
class Tokenizer {
public:
    explicit Tokenizer(Collection& collection) : collection_(collection) {}

    void add_article(std::string_view text) {
        ArticleTerms& article = collection_.articles.emplace_back();
        article.data = text;
        collection_.text_bytes += text.size();
        std::uint32_t position = 0;
        std::string word;
        for (const char byte : text) {
            if (std::isalnum(static_cast<unsigned char>(byte)) != 0) {
                word.push_back(byte);
            } else if (!word.empty()) {
                add_occurrence(article, word, ++position);
                word.clear();
            }
        }
        const std::string number = std::to_string(collection_.articles.size());
        article.exact_terms = {"Qarticle-" + number, "Len", "D19870226", "M198702", "Y1987"};
        article.values = {{0, "19870226150101"}, {1, "article-" + number}, {2, "8 bytes."}};
    }

private:
    void add_occurrence(ArticleTerms& article, const std::string& word, std::uint32_t position) {
        constexpr std::uint32_t kHeadlineWords = 8;
        const bool headline = position <= kHeadlineWords;
        article.occurrences.push_back(
            {.word = &word_of(word),
             .position = position,
             .field = static_cast<std::uint8_t>(headline ? 1 : 0),
             .weight = static_cast<std::uint8_t>(headline ? 2 : 1)}
        );
    }

    const Word& word_of(const std::string& form) {
        const auto [found, is_new] = known_.try_emplace(form, nullptr);
        if (is_new) {
            std::string term;
            for (const char byte : form) {
                term.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(byte))));
            }
            std::string stem =
                std::isalpha(static_cast<unsigned char>(form[0])) != 0 ? stem_(term) : "";
            const auto number = static_cast<std::uint32_t>(collection_.words.size());
            found->second = &collection_.words.emplace_back(Word{term, stem, number});
        }
        return *found->second;
    }

    Collection& collection_;
    std::unordered_map<std::string, const Word*> known_;
    Xapian::Stem stem_{"english"};
};

Collection read_collection(const char* path) {
    std::ifstream file(path, std::ios::binary);
    const std::string text(std::istreambuf_iterator<char>(file), {});
    Collection collection;
    Tokenizer tokenizer(collection);
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\0', begin), text.size());
        tokenizer.add_article(std::string_view(text).substr(begin, end - begin));
        begin = end + 1;
    }
    return collection;
}

std::string invented_word(std::mt19937& random) {
    constexpr std::string_view kConsonants = "bcdfghklmnprstvw";
    constexpr std::string_view kVowels = "aeiou";
    std::string word;
    for (auto syllables = 1 + random() % 4; syllables > 0; --syllables) {
        word.push_back(kConsonants[random() % kConsonants.size()]);
        word.push_back(kVowels[random() % kVowels.size()]);
        if (random() % 3 == 0) word.push_back('n');
    }
    return word;
}

// Word number n of a language is about 1/n as common as the first.
Collection invent_collection() {
    constexpr std::size_t kWords = 100'000;
    constexpr std::size_t kArticles = 10'000;
    constexpr std::size_t kWordsPerArticle = 400;
    std::mt19937 random(7);
    std::vector<std::string> words;
    while (words.size() < kWords)
        words.push_back(invented_word(random));
    Collection collection;
    Tokenizer tokenizer(collection);
    std::string text;
    for (std::size_t article = 0; article < kArticles; ++article) {
        text.clear();
        for (std::size_t i = 0; i < kWordsPerArticle; ++i) {
            const double even = static_cast<double>(random()) / static_cast<double>(random.max());
            const auto rank = static_cast<std::size_t>(std::pow(kWords, even)) - 1;
            text.append(words[rank]).append(i % 12 == 11 ? ".\n" : " ");
        }
        tokenizer.add_article(text);
    }
    return collection;
}

const Collection& collection() {
    static const Collection kCollection = [] {
        const char* path = std::getenv("BROADSHEET_BENCH_TEXT");
        return path != nullptr ? read_collection(path) : invent_collection();
    }();
    return kCollection;
}

std::filesystem::path scratch_directory() {
    return std::filesystem::temp_directory_path() / "broadsheet_segment_bench";
}

void report_tables(benchmark::State& state, const std::filesystem::path& directory) {
    const auto text = static_cast<double>(collection().text_bytes);
    double all = 0;
    for (const auto& entry : std::filesystem::directory_iterator(directory)) {
        const double share = static_cast<double>(entry.file_size()) / text;
        all += share;
        if (entry.path().extension() == ".glass") state.counters[entry.path().stem()] = share;
    }
    state.counters["index/text"] = all;
}

void build_segment(benchmark::State& state, std::unique_ptr<SegmentBuilder> (*make)()) {
    const auto directory = scratch_directory();
    std::size_t memory = 0;
    collection();  // made outside the time measured
    for (auto _ : state) {
        state.PauseTiming();
        std::filesystem::remove_all(directory);
        state.ResumeTiming();
        const auto builder = make();
        for (const auto& article : collection().articles)
            builder->add(article);
        memory = builder->memory_bytes();
        builder->finish(directory, {});
    }
    report_tables(state, directory);
    std::filesystem::remove_all(directory);
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * collection().text_bytes)
    );
    const auto text = static_cast<double>(collection().text_bytes);
    state.counters["memory/text"] = static_cast<double>(memory) / text;
}

// What adding alone takes: the rest is finish().
void add_articles(benchmark::State& state) {
    collection();  // made outside the time measured
    for (auto _ : state) {
        const auto builder = make_bulk_builder();
        for (const auto& article : collection().articles)
            builder->add(article);
        benchmark::DoNotOptimize(builder->memory_bytes());
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * collection().text_bytes)
    );
}

BENCHMARK(add_articles)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(build_segment, bulk, make_bulk_builder)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(build_segment, reference, make_reference_builder)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace broadsheet

BENCHMARK_MAIN();
