// Measures the extraction from HTML pages against labelled pages: see README.md beside this file.
#include <cstring>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "broadsheet/error.h"
#include "tests/bench/extraction/evaluation.h"
#include "tests/bench/extraction/truth.h"
#include "tests/bench/extraction/without_names.h"

namespace broadsheet::bench {
namespace {

struct Arguments {
    Options options;
    std::vector<std::string> bundles;
    int half = -1;  ///< -1: all pages; 0 or 1: every second one
    bool without_names = false;
};

Arguments arguments_of(int argc, char** argv) {
    Arguments out;
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        if (argument == "--misses") {
            out.options.list_misses = true;
        } else if (argument == "--json") {
            out.options.json = true;
        } else if (argument == "--without-names") {
            out.without_names = true;
        } else if (argument.starts_with("--half=")) {
            out.half = argument.back() == '1' ? 1 : 0;
        } else if (argument.starts_with("--worst=")) {
            out.options.worst = std::stoul(argument.substr(std::strlen("--worst=")));
        } else if (argument.starts_with("--page=")) {
            out.options.only = argument.substr(std::strlen("--page="));
        } else {
            out.bundles.push_back(argument);
        }
    }
    return out;
}

int run(const Arguments& arguments) {
    for (const std::string& bundle : arguments.bundles) {
        if (!arguments.options.json) fmt::print("{}\n", bundle);
        Evaluation evaluation(arguments.options);
        std::vector<LabelledPage> pages = labelled_pages(bundle);
        for (std::size_t i = 0; i < pages.size(); ++i) {
            if (arguments.half < 0 || static_cast<int>(i % 2) == arguments.half) {
                if (arguments.without_names) pages[i].bytes = without_names(pages[i].bytes);
                evaluation.add(pages[i]);
            }
        }
        evaluation.print();
    }
    return 0;
}

}  // namespace
}  // namespace broadsheet::bench

int main(int argc, char** argv) {
    const broadsheet::bench::Arguments arguments = broadsheet::bench::arguments_of(argc, argv);
    if (arguments.bundles.empty()) {
        fmt::print(
            stderr,
            "usage: extraction_eval [--misses] [--json] [--worst=N] [--half=0|1] [--page=NAME] "
            "[--without-names] "
            "BUNDLE...\n"
        );
        return 2;
    }
    try {
        return broadsheet::bench::run(arguments);
    } catch (const broadsheet::Error& error) {
        fmt::print(stderr, "extraction_eval: {}\n", error.what());
        return 2;
    }
}
