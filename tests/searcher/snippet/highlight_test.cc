// Which stretches of a text are marked: a table of cases, and random articles of an invented
// vocabulary for which the marks are derived without any analysis.

#include <algorithm>
#include <array>
#include <fstream>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "searcher/query/match_terms.h"
#include "searcher/snippet/snippet_maker.h"
#include "tests/searcher/snippet/query_targets.h"
#include "tests/support/test_data.h"

namespace broadsheet {
namespace {

std::string bracketed(std::string_view text, const std::vector<Span>& spans) {
    std::string out;
    std::size_t done = 0;
    for (const Span& span : spans) {
        out += text.substr(done, span.offset - done);
        out += '[';
        out += text.substr(span.offset, span.length);
        out += ']';
        done = span.offset + span.length;
    }
    return out += text.substr(done);
}

std::vector<Span> spans_in(
    std::string_view text, std::string_view query, std::string_view language
) {
    Analyzer analyzer;
    const MatchTargets targets = testing::query_targets(analyzer, query, language);
    SnippetMaker maker(analyzer, targets);
    Article article;
    article.language = language;
    article.paragraphs = {std::string(text)};
    return maker.mark(article).paragraphs.front();
}

TEST(Highlights, AreThoseOfTheTable) {
    std::ifstream file(testing::source_directory() / "tests/searcher/snippet/highlights.txt");
    std::string line;
    int cases = 0;
    while (std::getline(file, line)) {
        if (line.starts_with('#')) continue;
        const std::size_t first = line.find('|');
        const std::size_t second = line.find('|', first + 1);
        ASSERT_NE(second, std::string::npos) << line;
        std::string text = line.substr(second + 1);
        std::erase_if(text, [](char c) { return c == '[' || c == ']'; });
        const auto spans =
            spans_in(text, line.substr(first + 1, second - first - 1), line.substr(0, first));
        EXPECT_EQ(line.substr(0, second + 1) + bracketed(text, spans), line);
        ++cases;
    }
    EXPECT_GE(cases, 100);
}

// The printed forms of invented words; those of one row share a stem, and the first is the plain
// form that queries use.
constexpr std::array<std::array<std::string_view, 3>, 8> kWords = {{
    {"marrow", "Marrows", "marrows"},
    {"tilbor", "TILBOR", "Tilbór"},
    {"quenda", "quenda", "Quendas"},
    {"osprel", "Osprel", "osprels"},
    {"vintop", "vintop", "VINTOPS"},
    {"gramse", "Grämse", "gramse"},
    {"dolbar", "dolbars", "Dolbar"},
    {"festin", "Festin", "féstin"},
}};

struct PrintedWord {
    std::size_t row = 0;
    std::string folded;
    Span span;
};

std::string folded(std::string_view form) {
    std::string out;
    for (std::size_t i = 0; i < form.size(); ++i) {
        const std::string_view letter = form.substr(i, 2);
        const bool is_known = letter == "ó" || letter == "ä" || letter == "é";
        if (!is_known) {
            out += static_cast<char>(std::tolower(static_cast<unsigned char>(form[i])));
            continue;
        }
        out += letter == "ó" ? 'o' : letter == "ä" ? 'a' : 'e';
        ++i;
    }
    return out;
}

struct RandomText {
    std::string text;
    std::vector<PrintedWord> words;
};

RandomText random_text(std::mt19937& random) {
    constexpr std::array<std::string_view, 6> kBetween = {
        " ", ", ", ". ", " \u2014 ", "; ", " \u201c"};
    RandomText result;
    const std::size_t count = 1 + random() % 40;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t row = random() % kWords.size();
        const std::string_view form = kWords[row][random() % kWords[row].size()];
        result.words.push_back({row, folded(form), {result.text.size(), form.size()}});
        result.text += form;
        result.text += kBetween[random() % kBetween.size()];
    }
    return result;
}

// Marks word by word, then joins what overlaps or touches.
std::vector<Span> derived(const RandomText& text, std::string_view query) {
    std::vector<bool> marked(text.text.size(), false);
    const auto mark = [&](std::size_t first, std::size_t last) {
        const std::size_t end = text.words[last].span.offset + text.words[last].span.length;
        for (std::size_t i = text.words[first].span.offset; i < end; ++i)
            marked[i] = true;
    };
    const auto row_of = [](std::string_view word) {
        return std::ranges::find(kWords, word, [](const auto& row) { return row[0]; }) -
               kWords.begin();
    };
    for (std::size_t i = 0; i < text.words.size(); ++i) {
        const PrintedWord& word = text.words[i];
        if (query.starts_with('"')) {
            const std::size_t blank = query.find(' ');
            const std::string_view first = query.substr(1, blank - 1);
            const std::string_view second = query.substr(blank + 1, query.size() - blank - 2);
            const bool follows = i + 1 < text.words.size() && word.folded == first &&
                                 text.words[i + 1].folded == second;
            if (follows) mark(i, i + 1);
        } else if (query.ends_with('*')) {
            if (word.folded.starts_with(query.substr(0, query.size() - 1))) mark(i, i);
        } else if (static_cast<std::ptrdiff_t>(word.row) == row_of(query)) {
            mark(i, i);
        }
    }
    std::vector<Span> spans;
    for (std::size_t i = 0; i < marked.size(); ++i) {
        if (!marked[i]) continue;
        if (i == 0 || !marked[i - 1]) spans.push_back({i, 0});
        ++spans.back().length;
    }
    return spans;
}

TEST(Highlights, AreThoseDerivedWithoutAnalysis) {
    std::mt19937 random(19870226);
    const auto word = [&random] { return std::string(kWords[random() % kWords.size()][0]); };
    for (int round = 0; round < 2000; ++round) {
        const RandomText text = random_text(random);
        const std::array<std::string, 3> queries = {
            word(), "\"" + word() + " " + word() + "\"", word().substr(0, 1 + random() % 5) + "*"};
        const std::string& query = queries[random() % queries.size()];
        EXPECT_EQ(
            bracketed(text.text, spans_in(text.text, query, "en")),
            bracketed(text.text, derived(text, query))
        ) << query;
    }
}

}  // namespace
}  // namespace broadsheet
