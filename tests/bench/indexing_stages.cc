// What each stage of indexing takes of the chain of one worker, from the bytes of a file to the
// segment on disk:
//
//   indexing_stages ARTICLES
//
// ARTICLES is a file in any format the indexer reads, up to a GiB. Each stage runs over all of its
// articles with what the stages before it made at hand, so that nothing else is in its time.

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>

#include "indexer/formats/format.h"
#include "indexer/pipeline/complete_article.h"
#include "indexer/pipeline/terms_of_article.h"
#include "indexer/segment/segment_builder.h"

namespace broadsheet {
namespace {

constexpr std::size_t kHeadBytes = 64U << 10U;

// Keeps the articles, and counts what it does not keep.
class Kept : public ArticleSink {
public:
    void article(Article&& article) override { articles.push_back(std::move(article)); }

    void problem(ProblemKind, std::uint64_t, std::string) override { ++problems; }

    std::vector<Article> articles;
    std::size_t problems = 0;
};

class Stages {
public:
    explicit Stages(const std::string& path) : path_(path) {
        std::ifstream file(path, std::ios::binary);
        bytes_.assign(std::istreambuf_iterator<char>(file), {});
        const std::string_view head = std::string_view(bytes_).substr(0, kHeadBytes);
        format_ = choose_format({path_, head, head.size() == bytes_.size()});
    }

    [[nodiscard]] bool can_read() const { return format_ != nullptr; }

    [[nodiscard]] std::size_t text_size() const { return text_size_; }

    void parse() {
        Kept kept;
        format_->read({path_, std::string_view(bytes_).substr(0, kHeadBytes), bytes_}, kept);
        articles_ = std::move(kept.articles);
        text_size_ = 0;
        for (const auto& article : articles_)
            text_size_ += text_bytes(article);
    }

    void complete() {
        for (auto& article : articles_) {
            article.language.clear();
            complete_article(article, {}, {});
        }
    }

    void analyze() {
        analyzer_.forget_words();
        terms_.resize(articles_.size());
        ArticleTermsMaker maker(analyzer_);
        for (std::size_t i = 0; i < articles_.size(); ++i)
            maker.make(articles_[i], terms_[i]);
    }

    void invert() {
        builder_ = make_bulk_builder();
        for (const auto& terms : terms_)
            builder_->add(terms);
    }

    void write() {
        const auto folder = std::filesystem::temp_directory_path() / "broadsheet_indexing_stages";
        std::filesystem::remove_all(folder);
        builder_->finish(folder, {});
        std::filesystem::remove_all(folder);
    }

private:
    std::string path_;
    std::string bytes_;
    const Format* format_ = nullptr;
    std::vector<Article> articles_;
    Analyzer analyzer_;
    std::vector<ArticleTerms> terms_;
    std::unique_ptr<SegmentBuilder> builder_;
    std::size_t text_size_ = 0;
};

using Stage = void (Stages::*)();

// `before` is run again for every measurement, outside the time measured.
void measure(const char* name, Stages& stages, Stage stage, Stage before = nullptr) {
    benchmark::RegisterBenchmark(name, [&stages, stage, before](benchmark::State& state) {
        for (auto _ : state) {
            if (before != nullptr) {
                state.PauseTiming();
                (stages.*before)();
                state.ResumeTiming();
            }
            (stages.*stage)();
        }
        const auto text = static_cast<std::int64_t>(stages.text_size());
        state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * text);
    })->Unit(benchmark::kMillisecond);
}

int run(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    std::optional<Stages> stages;
    if (argc == 2) stages.emplace(argv[1]);
    if (!stages || !stages->can_read()) {
        std::fputs(
            "usage: indexing_stages ARTICLES (a file in a format the indexer reads)\n", stderr
        );
        return 2;
    }
    stages->parse();  // so that a stage chosen by --benchmark_filter has what it needs
    stages->complete();
    stages->analyze();
    measure("parse", *stages, &Stages::parse);
    measure("complete", *stages, &Stages::complete, &Stages::parse);
    measure("analyze", *stages, &Stages::analyze);
    measure("invert", *stages, &Stages::invert);
    measure("write", *stages, &Stages::write, &Stages::invert);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}

}  // namespace
}  // namespace broadsheet

int main(int argc, char** argv) {
    return broadsheet::run(argc, argv);
}
