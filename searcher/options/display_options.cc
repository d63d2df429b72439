#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "broadsheet/error.h"
#include "common/cli/edit_distance.h"
#include "searcher/options/option_group.h"
#include "searcher/printers/hit_fields.h"
#include "searcher/printers/printer_table.h"

namespace broadsheet {

namespace {

using cli::Option;

constexpr std::string_view kCategory = "How they are shown";

constexpr std::array kRows = {
    Option{
        .name = "format",
        .value = "NAME",
        .category = kCategory,
        .help = "what is printed",
        .fallback = "text",
        .choices = kPrinterNames},
    Option{
        .name = "fields",
        .value = "A,B,...",
        .category = kCategory,
        .help =
            "what json, jsonl, csv and tsv tell of each article, in this order: rank, score, id, "
            "headline, deck, byline, url, source, section, published, updated, language, "
            "authors, dateline, tags, places, snippet, further_snippets, near_copy, "
            "paragraphs, captions; "
            "json also "
            "headline_highlights and origin"},
    Option{
        .name = "show",
        .value = "ID",
        .category = kCategory,
        .help = "the whole article with this id, with what matches the query marked"},
    Option{
        .name = "snippets",
        .value = "N",
        .category = kCategory,
        .help = "passages shown of each article at most, the best first; 0: none",
        .fallback = "1"},
    Option{
        .name = "snippet-length",
        .value = "N",
        .category = kCategory,
        .help = "characters of text each passage aims at",
        .fallback = "240"},
    Option{.name = "no-snippets", .category = kCategory, .help = "the same as --snippets 0"},
    Option{
        .name = "color",
        .value = "WHEN",
        .category = kCategory,
        .help = "colours; auto means on a terminal and without NO_COLOR",
        .fallback = "auto",
        .choices = cli::kColorChoices},
    Option{
        .name = "hyperlinks",
        .value = "WHEN",
        .category = kCategory,
        .help = "headlines that a terminal opens the article's address or file by (OSC 8)",
        .fallback = "auto",
        .choices = cli::kColorChoices},
    Option{
        .name = "no-pager",
        .category = kCategory,
        .help = "print long text on a terminal without $PAGER"},
};

constexpr std::uint64_t kSnippetLengthMax = 100'000;

// Names between commas. Tables cannot hold what has no form in one cell.
std::vector<std::string> read_fields(const cli::Options& options) {
    std::vector<std::string> fields;
    if (!options.has("fields")) return fields;
    const std::string format = options.text("format");
    const bool is_json = format == "json" || format == "jsonl";
    if ((!is_json && format != "csv" && format != "tsv") || options.has("show")) {
        throw Error(
            ErrorKind::invalid_argument,
            "option --fields is for lists of articles as json, jsonl, csv or tsv: give --format "
            "with it"
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
        if (!is_json && hit_field(name).cell == nullptr) {
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
    if (!is_seen("snippet") && !is_seen("further_snippets") && !is_seen("headline_highlights"))
        request.query.snippets = 0;
}

void read(const cli::Options& options, SearchRequest& request) {
    request.query.snippet_length = *options.count("snippet-length", 1, kSnippetLengthMax);
    request.query.snippets = options.has("no-snippets") ? 0 : *options.count("snippets", 0, 1000);
    request.format = options.text("format");
    if (options.has("batch") && !options.has("format")) request.format = "trec";
    request.color = cli::color_choice(options.text("color"));
    request.hyperlinks = cli::color_choice(options.text("hyperlinks"));
    request.pager = !options.has("no-pager");
    if (options.has("show")) request.show = options.text("show");
    request.fields = read_fields(options);
    leave_out_the_unseen(request);
}

}  // namespace

constinit const OptionGroup kDisplayOptions = {kRows, read};

}  // namespace broadsheet
