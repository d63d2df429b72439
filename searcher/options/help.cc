#include "searcher/options/help.h"

#include <array>

namespace broadsheet {

namespace {

constexpr std::array kExampleRows = {
    cli::Example{
        .command = "broadsheet-search news.idx guaido military coup",
        .meaning = "articles with any of the words, those with all of them first"},
    cli::Example{
        .command =
            R"(broadsheet-search news.idx 'title:coup "armed forces" -sudan' --from 2019-04)",
        .meaning =
            "a word in the headline, a phrase, a word that must be absent; since April 2019"},
    cli::Example{
        .command = "broadsheet-search news.idx 'tag:grain' --sort newest --limit 50",
        .meaning = "the fifty newest articles filed under a tag"},
    cli::Example{
        .command = "broadsheet-search news.idx --show c21da95896c3ac3b guaido",
        .meaning = "one whole article with the places that match marked"},
    cli::Example{
        .command = "broadsheet-search news.idx --batch topics.txt -n 1000 > run.txt",
        .meaning = "all queries of a file on all cores, as a run for trec_eval or --evaluate"},
    cli::Example{
        .command = "broadsheet-search news.idx oil --facet source --timeline month",
        .meaning = "who wrote about it, and when, counted over all articles that match"},
    cli::Example{
        .command = "broadsheet-search news.idx --background c21da95896c3ac3b",
        .meaning = "earlier articles that tell what led to this one"},
    cli::Example{
        .command = "broadsheet-search news.idx --watch alerts.tsv",
        .meaning = "for cron: what came in since the last call and matches a saved query"},
    cli::Example{
        .command = "broadsheet-search news.idx oil --format jsonl | jq -r .headline",
        .meaning = "for programs: one JSON object a line"},
};

constexpr std::array kTopicRows = {
    cli::Topic{
        .heading = "Queries",
        .text = "word         any form of the word; more of the words are better\n"
                "\"two words\"  exactly these words side by side\n"
                "-word        not with this word; +word only with it\n"
                "AND OR NOT ( )\n"
                "field:word   in this field only: headline, byline, caption, tag, source ...\n"
                "word*        words that begin so\n"
                "Put a query with such signs in single quotes, so that the shell leaves it alone."},
    cli::Topic{
        .heading = "Exit status", .text = "0 with hits, 1 without, 2 when it could not be done."},
};

}  // namespace

constinit const std::span<const cli::Example> kSearchExamples = kExampleRows;
constinit const std::span<const cli::Topic> kSearchTopics = kTopicRows;

}  // namespace broadsheet
