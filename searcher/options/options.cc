#include "searcher/options.h"

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "broadsheet/error.h"
#include "searcher/options/help.h"
#include "searcher/options/option_group.h"

namespace broadsheet {

namespace {

// In the order of the help.
constexpr std::array kGroups = {
    &kSelectionOptions,
    &kRankingOptions,
    &kQueryOptions,
    &kSimilarOptions,
    &kDisplayOptions,
    &kCountOptions,
    &kBatchOptions,
    &kWatchOptions,
};

std::vector<cli::Option> all_rows() {
    std::vector<cli::Option> rows;
    for (const OptionGroup* group : kGroups)
        rows.insert(rows.end(), group->rows.begin(), group->rows.end());
    rows.push_back(cli::kHelpOption);
    rows.push_back(cli::kVersionOption);
    return rows;
}

std::string joined_words(const std::vector<std::string>& arguments) {
    std::string text;
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        if (i > 1) text += ' ';
        text += arguments[i];
    }
    return text;
}

}  // namespace

const cli::Program& search_program() {
    static const std::vector<cli::Option> kRows = all_rows();
    static const cli::Program kProgram = {
        .name = "broadsheet-search",
        .arguments = "[options] INDEX QUERY...",
        .summary =
            "Searches an index made by broadsheet-index and prints the best articles. The "
            "words of the query are joined; without any, every article matches.",
        .examples = kSearchExamples,
        .options = kRows,
        .topics = kSearchTopics,
    };
    return kProgram;
}

SearchRequest read_request(const cli::Options& options) {
    SearchRequest request;
    if (!options.has("evaluate")) {
        if (options.arguments().empty()) {
            throw Error(
                ErrorKind::invalid_argument,
                "the path of an index is missing: broadsheet-search INDEX QUERY..."
            );
        }
        request.index = options.arguments().front();
        request.query.text = joined_words(options.arguments());
    }
    for (const OptionGroup* group : kGroups)
        group->read(options, request);
    return request;
}

}  // namespace broadsheet
