// How long queries of every kind take: `query_latency INDEX [QUERIES [KIND]]`. The words come from
// the headlines of the index, drawn with a fixed seed. Each query is asked once, with snippets, of
// a searcher that has answered others before; times are CPU time of the process.

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <ctime>
#include <random>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "broadsheet/searcher.h"

namespace {

using broadsheet::Query;
using broadsheet::Searcher;

/// A form of query; `a`, `b` and `c` in it are drawn words, `A` a whole headline.
struct Kind {
    std::string_view name;
    std::string_view pattern;
};

constexpr Kind kKinds[] = {
    {"one word", "a"},
    {"two words", "a b"},
    {"headline", "A"},
    {"stop words", "the of and"},
    {"all", "a AND b"},
    {"either", "a OR b OR c"},
    {"excluded", "a -b"},
    {"only excluded", "-a"},
    {"phrase", "\"a b\""},
    {"phrase of stop words", "\"of the a\""},
    {"loose phrase", "\"a b\"~5"},
    {"printed", "=\"a\""},
    {"printed, or a word", "a OR =\"b\""},
    {"printed, excluded", "a -=\"b\""},
    {"printed, frequent, or", "trade OR =\"U.S.\""},
    {"printed, frequent, no", "trade -=\"U.S.\""},
    {"field", "title:a"},
    {"field group", "title:(a OR b) c"},
    {"near", "a NEAR/5 b"},
    {"near a pattern", "a* NEAR/3 b"},
    {"near, two letters", "^* NEAR/3 ^*"},
    {"near, frequent letters", "s* NEAR/3 t*"},
    {"same sentence, or a word", "a OR (said SAME/s b)"},
    {"same sentence", "a SAME/s b"},
    {"same sentence, frequent", "said SAME/s a"},
    {"same paragraph", "a SAME/p b"},
    {"prefix of one letter", "^*"},
    {"prefix of two letters", "^^*"},
    {"prefix of four letters", "^^^^*"},
    {"suffix", "*$$$"},
    {"letter left open", "~"},
    {"one letter wrong", "a~"},
    {"two letters wrong", "a~2"},
    {"misspelt first letter", "x#~"},
    {"date", "a date:1987"},
    {"date range", "a date:1987-03..1993"},
    {"source", "a source:reuters"},
    {"weight", "a^3 b"},
};

/// Words and headlines to make queries of.
class Draw {
public:
    explicit Draw(Searcher& searcher) {
        std::set<std::string> words;
        Query every = {.limit = 20'000, .snippets = false};
        searcher.stream(every, [&](const broadsheet::Hit& hit) {
            if (!hit.article.headline.empty()) headlines_.push_back(hit.article.headline);
        });
        for (const auto& headline : headlines_)
            add_words(headline, words);
        words_.assign(words.begin(), words.end());
        if (words_.empty()) throw std::runtime_error("the index has no headlines");
    }

    std::string query(std::string_view pattern) {
        std::string out;
        std::size_t cut = 0;
        const std::string cut_word = word();
        for (const char& c : pattern) {
            switch (c) {
                case 'a':
                case 'b':
                case 'c':
                    // Letters of operators and fields are not meant.
                    out += is_part_of_word(pattern, &c) ? std::string(1, c) : word();
                    break;
                case 'A':
                    out += pattern.size() == 1 ? one_of(headlines_) : std::string(1, c);
                    break;
                case '^':
                    if (pattern.ends_with('*')) {
                        out += cut_word[cut++ % cut_word.size()];
                    } else {
                        out += c;
                    }
                    break;
                case '$':
                    out += cut_word[cut_word.size() - 3 + cut++ % 3];
                    break;
                case '~':
                    out += pattern.size() == 1 ? with_gap(cut_word) : std::string(1, c);
                    break;
                case '#':
                    out += cut_word.substr(1);
                    break;
                default:
                    out += c;
            }
        }
        return out;
    }

private:
    static bool is_part_of_word(std::string_view pattern, const char* at) {
        const auto is_letter = [](char c) { return std::isalpha(static_cast<unsigned char>(c)); };
        const char* begin = pattern.data();
        const char* end = begin + pattern.size();
        return (at > begin && is_letter(at[-1])) || (at + 1 < end && is_letter(at[1]));
    }

    static std::string with_gap(std::string word) {
        word[word.size() / 2] = '?';
        return word;
    }

    static void add_words(const std::string& headline, std::set<std::string>& words) {
        std::string word;
        for (const char c : headline + ' ') {
            if (std::isalpha(static_cast<unsigned char>(c)) != 0) {
                word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
                continue;
            }
            if (word.size() >= 4) words.insert(word);
            word.clear();
        }
    }

    const std::string& one_of(const std::vector<std::string>& list) {
        return list[std::uniform_int_distribution<std::size_t>(0, list.size() - 1)(random_)];
    }

    const std::string& word() { return one_of(words_); }

    std::mt19937 random_{20190430};
    std::vector<std::string> headlines_;
    std::vector<std::string> words_;
};

double cpu_ms() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        fmt::print(stderr, "usage: query_latency INDEX [QUERIES [KIND]]\n");
        return 2;
    }
    const std::size_t queries = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 200;
    try {
        Searcher searcher(argv[1]);
        Draw draw(searcher);
        fmt::print("{:26} {:>8} {:>8} {:>8}  slowest\n", "CPU ms a query", "median", "p99", "max");
        for (const Kind& kind : kKinds) {
            if (argc > 3 && kind.name != argv[3]) continue;
            std::vector<std::pair<double, std::string>> times;
            for (std::size_t i = 0; i < queries; ++i) {
                std::string text = draw.query(kind.pattern);
                const double begin = cpu_ms();
                (void)searcher.search({.text = text});
                times.emplace_back(cpu_ms() - begin, std::move(text));
            }
            std::sort(times.begin(), times.end());
            fmt::print(
                "{:26} {:8.2f} {:8.2f} {:8.2f}  {}\n",
                kind.name,
                times[times.size() / 2].first,
                times[times.size() * 99 / 100].first,
                times.back().first,
                times.back().second.substr(0, 60)
            );
        }
    } catch (const std::exception& error) {
        fmt::print(stderr, "{}\n", error.what());
        return 1;
    }
    return 0;
}
