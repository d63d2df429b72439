#include "searcher/options.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <thread>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadsheet/error.h"
#include "common/cli/edit_distance.h"
#include "common/cli/number_text.h"
#include "common/dates/date_parser.h"
#include "searcher/printers/hit_fields.h"
#include "searcher/printers/printer_table.h"

namespace broadsheet {

namespace {

using cli::Example;
using cli::Option;

constexpr std::array kExamples = {
    Example{
        .command = "broadsheet-search news.idx guaido military coup",
        .meaning = "articles with any of the words, those with all of them first"},
    Example{
        .command =
            R"(broadsheet-search news.idx 'title:coup "armed forces" -sudan' --from 2019-04)",
        .meaning =
            "a word in the headline, a phrase, a word that must be absent; since April 2019"},
    Example{
        .command = "broadsheet-search news.idx 'tag:grain' --sort newest --limit 50",
        .meaning = "the fifty newest articles filed under a tag"},
    Example{
        .command = "broadsheet-search news.idx --show c21da95896c3ac3b guaido",
        .meaning = "one whole article with the places that match marked"},
    Example{
        .command = "broadsheet-search news.idx --batch topics.txt -n 1000 > run.txt",
        .meaning = "all queries of a file on all cores, as a run for trec_eval or --evaluate"},
    Example{
        .command = "broadsheet-search news.idx oil --facet source --timeline month",
        .meaning = "who wrote about it, and when, counted over all articles that match"},
    Example{
        .command = "broadsheet-search news.idx oil --format json | jq -r .headline",
        .meaning = "for programs: one JSON object a line"},
};

constexpr std::string_view kWhich = "Which articles";
constexpr std::string_view kHow = "How they are shown";
constexpr std::string_view kMany = "Many queries";

constexpr std::array<std::string_view, 5> kOrders = {
    "relevance", "newest", "oldest", "source", "headline"};

constexpr std::array<std::string_view, 4> kUnits = {"year", "month", "week", "day"};

constexpr std::array kOptions = {
    Option{
        .name = "from",
        .value = "DATE",
        .category = kWhich,
        .help = "published on or after this year, month or day: 2019, 2019-04, 2019-04-30"},
    Option{
        .name = "until",
        .value = "DATE",
        .category = kWhich,
        .help = "published on or before the end of this year, month or day"},
    Option{
        .name = "sort",
        .value = "ORDER",
        .category = kWhich,
        .help = "what comes first",
        .fallback = "relevance",
        .choices = kOrders},
    Option{
        .name = "expand",
        .category = kWhich,
        .help = "also search for words that the best articles have in common"},
    Option{
        .name = "limit",
        .short_name = 'n',
        .value = "N",
        .category = kWhich,
        .help = "at most so many articles; 0: all of them",
        .fallback = "10"},
    Option{
        .name = "offset",
        .value = "N",
        .category = kWhich,
        .help = "pass over the first articles of the answer",
        .fallback = "0"},
    Option{
        .name = "language",
        .value = "CODE",
        .category = kWhich,
        .help =
            "reduce the words of the query to their stems as in this language, such as en or pt"},
    Option{
        .name = "format",
        .value = "NAME",
        .category = kHow,
        .help = "what is printed",
        .fallback = "text",
        .choices = kPrinterNames},
    Option{
        .name = "fields",
        .value = "A,B,...",
        .category = kHow,
        .help = "what json, csv and tsv tell of each article, in this order: rank, score, id, "
                "headline, deck, byline, url, source, section, published, updated, language, "
                "authors, dateline, tags, places, snippet, paragraphs, captions; json also "
                "headline_highlights and origin"},
    Option{
        .name = "show",
        .value = "ID",
        .category = kHow,
        .help = "the whole article with this id, with what matches the query marked"},
    Option{
        .name = "count", .category = kHow, .help = "only the exact number of articles that match"},
    Option{
        .name = "facet",
        .value = "FIELD[:N]",
        .category = kHow,
        .help = "instead of articles: how many of all that match have which source, section, tag, "
                "place, language, author, bundle, year, month or day; the N most frequent values "
                "(10), with 0 all; may be given several times"},
    Option{
        .name = "timeline",
        .value = "UNIT",
        .category = kHow,
        .help = "instead of articles: how many of all that match were published when",
        .choices = kUnits},
    Option{
        .name = "snippet-length",
        .value = "N",
        .category = kHow,
        .help = "characters of text shown of each article",
        .fallback = "240"},
    Option{.name = "no-snippets", .category = kHow, .help = "show no text of the articles"},
    Option{
        .name = "color",
        .value = "WHEN",
        .category = kHow,
        .help = "colours; auto means on a terminal and without NO_COLOR",
        .fallback = "auto",
        .choices = cli::kColorChoices},
    Option{
        .name = "batch",
        .value = "FILE",
        .category = kMany,
        .help = "answer each query of a file ('-': standard input): one a line, perhaps with a "
                "name and a tab before it, or topics of TREC; as trec unless --format says json, "
                "csv, tsv or ids"},
    Option{
        .name = "jobs",
        .short_name = 'j',
        .value = "N",
        .category = kMany,
        .help = "queries of a batch answered at once; the output is the same with any number "
                "(default: the cores)"},
    Option{
        .name = "evaluate",
        .value = "QRELS",
        .category = kMany,
        .help = "how well runs answered judged queries, all in files as TREC has them: "
                "broadsheet-search --evaluate QRELS RUN [RUN2]"},
    cli::kHelpOption,
    cli::kVersionOption,
};

constexpr std::array kTopics = {
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

constexpr std::uint64_t kSnippetLengthMax = 100'000;

std::optional<Date> date_option(const cli::Options& options, std::string_view name) {
    const std::string text = options.text(name);
    if (text.empty()) return std::nullopt;
    if (const auto date = parse_iso_date(text)) return date;
    if (const auto date = parse_date(text)) return date;
    throw Error(
        ErrorKind::invalid_argument,
        fmt::format(
            "option --{} does not know the date '{}': give a year, a month or a day that exists, "
            "such as 2019, 2019-04 or 2019-04-30",
            name,
            text
        )
    );
}

SortBy order(std::string_view name) {
    constexpr std::array<SortBy, kOrders.size()> kMeanings = {
        SortBy::relevance, SortBy::newest, SortBy::oldest, SortBy::source, SortBy::headline};
    return kMeanings[std::ranges::find(kOrders, name) - kOrders.begin()];
}

std::string joined_words(const std::vector<std::string>& arguments) {
    std::string text;
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        if (i > 1) text += ' ';
        text += arguments[i];
    }
    return text;
}

Query read_query(const cli::Options& options) {
    Query query;
    query.text = joined_words(options.arguments());
    query.from = date_option(options, "from");
    query.until = date_option(options, "until");
    query.sort = order(options.text("sort"));
    query.offset = *options.count("offset");
    query.limit = *options.count("limit");
    if (query.limit == 0) query.limit = kEveryHit;
    query.language = options.text("language");
    query.snippet_length = *options.count("snippet-length", 1, kSnippetLengthMax);
    query.expand = options.has("expand");
    query.snippets = !options.has("no-snippets");
    if (query.from && query.until && query.from->begin_ms > end_ms(*query.until)) {
        throw Error(
            ErrorKind::invalid_argument,
            fmt::format(
                "nothing lies between --from {} and --until {}: the first is later",
                options.text("from"),
                options.text("until")
            )
        );
    }
    return query;
}

FacetRequest read_facet(const std::string& text) {
    const std::size_t colon = std::min(text.find(':'), text.size());
    FacetRequest facet{.field = text.substr(0, colon)};
    const auto names = facet_fields();
    if (std::ranges::find(names, facet.field) == names.end()) {
        const auto meant = cli::nearest(facet.field, names);
        throw Error(
            ErrorKind::invalid_argument,
            fmt::format(
                "option --facet does not know '{}': {}",
                facet.field,
                meant ? fmt::format("did you mean {}?", *meant)
                      : fmt::format("choose one of {}", fmt::join(names, ", "))
            )
        );
    }
    if (colon == text.size()) return facet;
    const auto values = cli::parse_count(std::string_view(text).substr(colon + 1));
    if (!values) {
        throw Error(
            ErrorKind::invalid_argument,
            fmt::format(
                "option --facet needs a whole number behind the colon, as in {}:20, not '{}'",
                facet.field,
                text.substr(colon + 1)
            )
        );
    }
    facet.values = *values;
    return facet;
}

// Names between commas. Tables cannot hold what has no form in one cell.
std::vector<std::string> read_fields(const cli::Options& options) {
    std::vector<std::string> fields;
    if (!options.has("fields")) return fields;
    const std::string format = options.text("format");
    if ((format != "json" && format != "csv" && format != "tsv") || options.has("show")) {
        throw Error(
            ErrorKind::invalid_argument,
            "option --fields is for lists of articles as json, csv or tsv: give --format with it"
        );
    }
    const std::string text = options.text("fields");
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        const std::string& name = fields.emplace_back(text.substr(begin, end - begin));
        begin = end + 1;
        const auto meant = cli::nearest(name, kHitFieldNames);
        if (std::ranges::find(kHitFieldNames, name) == kHitFieldNames.end()) {
            throw Error(
                ErrorKind::invalid_argument,
                fmt::format(
                    "option --fields does not know '{}': {}",
                    name,
                    meant ? fmt::format("did you mean {}?", *meant) : "see --help for the names"
                )
            );
        }
        if (format != "json" && hit_field(name).cell == nullptr) {
            throw Error(
                ErrorKind::invalid_argument,
                fmt::format("the field '{}' does not fit a table: use --format json", name)
            );
        }
    }
    return fields;
}

// What nobody will see need not be made.
void leave_out_the_unseen(SearchRequest& request) {
    const auto is_seen = [&request](std::string_view name) {
        return std::ranges::find(request.fields, name) != request.fields.end();
    };
    if (request.format == "ids" || request.format == "trec") request.query.ids_only = true;
    if (request.fields.empty()) return;
    if (!is_seen("snippet") && !is_seen("headline_highlights")) request.query.snippets = false;
}

void read_counts(const cli::Options& options, SearchRequest& request) {
    for (const std::string& text : options.texts("facet"))
        request.facets.push_back(read_facet(text));
    if (options.has("timeline")) {
        const auto unit = std::ranges::find(kUnits, options.text("timeline")) - kUnits.begin();
        request.timeline = static_cast<TimeUnit>(unit);
    }
    if (request.facets.empty() && !request.timeline) return;
    constexpr std::array<std::string_view, 4> kFormats = {"text", "json", "csv", "tsv"};
    if (std::ranges::find(kFormats, request.format) != kFormats.end()) return;
    throw Error(
        ErrorKind::invalid_argument,
        fmt::format(
            "--facet and --timeline cannot be printed as {}: choose one of {}",
            request.format,
            fmt::join(kFormats, ", ")
        )
    );
}

void read_batch(const cli::Options& options, SearchRequest& request) {
    if (!options.has("batch")) return;
    request.batch = options.text("batch");
    if (!options.has("format")) request.format = "trec";
    request.jobs =
        options.count("jobs", 1, 1024).value_or(std::max(1U, std::thread::hardware_concurrency()));
    if (options.arguments().size() > 1) {
        throw Error(
            ErrorKind::invalid_argument,
            "with --batch the queries come from its file: leave them out of the command"
        );
    }
    for (const char* other : {"show", "count", "facet", "timeline"}) {
        if (!options.has(other)) continue;
        throw Error(
            ErrorKind::invalid_argument,
            fmt::format("--batch answers with hits and does not go with --{}", other)
        );
    }
    constexpr std::array<std::string_view, 5> kFormats = {"trec", "json", "csv", "tsv", "ids"};
    if (std::ranges::find(kFormats, request.format) != kFormats.end()) return;
    throw Error(
        ErrorKind::invalid_argument,
        fmt::format(
            "--batch cannot print {}: choose one of {}", request.format, fmt::join(kFormats, ", ")
        )
    );
}

SearchRequest read_evaluation(const cli::Options& options) {
    SearchRequest request;
    request.evaluate = options.text("evaluate");
    request.runs = options.arguments();
    if (request.runs.empty() || request.runs.size() > 2) {
        throw Error(
            ErrorKind::invalid_argument,
            "one run is evaluated, or two compared: broadsheet-search --evaluate QRELS RUN [RUN2]"
        );
    }
    return request;
}

}  // namespace

const cli::Program& search_program() {
    static constexpr cli::Program kProgram = {
        .name = "broadsheet-search",
        .arguments = "[options] INDEX QUERY...",
        .summary =
            "Searches an index made by broadsheet-index and prints the best articles. The "
            "words of the query are joined; without any, every article matches.",
        .examples = kExamples,
        .options = kOptions,
        .topics = kTopics,
    };
    return kProgram;
}

SearchRequest read_request(const cli::Options& options) {
    if (options.has("evaluate")) return read_evaluation(options);
    if (options.arguments().empty()) {
        throw Error(
            ErrorKind::invalid_argument,
            "the path of an index is missing: broadsheet-search INDEX QUERY..."
        );
    }
    SearchRequest request;
    request.index = options.arguments().front();
    request.query = read_query(options);
    if (options.has("show")) request.show = options.text("show");
    request.count_only = options.has("count");
    request.format = options.text("format");
    request.color = cli::color_choice(options.text("color"));
    read_batch(options, request);
    request.fields = read_fields(options);
    leave_out_the_unseen(request);
    read_counts(options, request);
    return request;
}

}  // namespace broadsheet
