#include "indexer/options.h"

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "broadsheet/error.h"
#include "common/text/language.h"
#include "indexer/formats/profiles/profile_format.h"
#include "indexer/formats/profiles/profile_store.h"

namespace broadsheet {

namespace {

constexpr std::string_view kWork = "How it works";
constexpr std::string_view kChoice = "What is read";
constexpr std::string_view kLimits = "Limits on what a bundle may do";
constexpr std::string_view kOutput = "What it says";
constexpr std::string_view kLook = "Instead of indexing";

constexpr cli::Option kOptions[] = {
    {.name = "jobs",
     .short_name = 'j',
     .value = "N",
     .category = kWork,
     .help = "workers at once; the index is the same with any number (default: the cores)"},
    {.name = "memory",
     .value = "SIZE",
     .category = kWork,
     .help = "memory for the whole run, such as 512M or 2G (default: a quarter of the machine's)"},
    {.name = "checkpoint",
     .value = "SIZE",
     .category = kWork,
     .help = "publish each time this much was read, so that a killed run loses no more",
     .fallback = "1G"},
    {.name = "include",
     .value = "GLOB",
     .category = kChoice,
     .help = "read only entries whose name matches; may be given several times"},
    {.name = "exclude",
     .value = "GLOB",
     .category = kChoice,
     .help = "leave out entries whose name matches; may be given several times"},
    {.name = "language",
     .value = "CODE",
     .category = kChoice,
     .help = "language of articles that name none, such as en (default: detected)"},
    {.name = "profile",
     .value = "NAME",
     .category = kChoice,
     .help =
         "read what it fits by this profile, one of those below or a file; may be given several "
         "times"},
    {.name = "containers",
     .value = "LIST",
     .category = kChoice,
     .help = "open these too, which are off by default: rar, rar5, iso, cab, lha, xar"},
    {.name = "max-entry-size",
     .value = "SIZE",
     .category = kLimits,
     .help = "decoded size of one entry",
     .fallback = "64G"},
    {.name = "max-article-size",
     .value = "SIZE",
     .category = kLimits,
     .help = "size of one article, or of an entry that must be read whole",
     .fallback = "64M"},
    {.name = "max-expansion",
     .value = "N",
     .category = kLimits,
     .help = "decoded bytes for each byte of a bundle",
     .fallback = "250"},
    {.name = "max-depth",
     .value = "N",
     .category = kLimits,
     .help = "archives inside archives",
     .fallback = "4"},
    {.name = "max-entries",
     .value = "N",
     .category = kLimits,
     .help = "entries in one bundle",
     .fallback = "50000000"},
    {.name = "report",
     .value = "FILE",
     .category = kOutput,
     .help = "list everything that was left out, with the reason, as JSON lines"},
    {.name = "quiet", .short_name = 'q', .category = kOutput, .help = "no progress and no summary"},
    {.name = "extract",
     .category = kLook,
     .help =
         "print the articles of bundles as JSON lines instead of indexing them; takes no INDEX"},
    {.name = "info",
     .category = kLook,
     .help = "show what an index holds: articles, dates, languages, sources, size, bundles"},
    {.name = "check",
     .category = kLook,
     .help = "read every block of an index and say what is damaged"},
    {.name = "vocabulary",
     .value = "PREFIX",
     .category = kLook,
     .help = "list the words of an index that begin so: word, articles that have it, occurrences; "
             "field:PREFIX for the words or values of a field"},
    cli::kHelpOption,
    cli::kVersionOption,
};

constexpr cli::Example kExamples[] = {
    {"broadsheet-index news.idx dump.tar.gz more.zip",
     "make an index of two bundles, or add them to it"},
    {"broadsheet-index news.idx folder/ article.txt wire.jsonl.zst",
     "folders, files and compressed files"},
    {"zcat dump.json.gz | broadsheet-index news.idx -", "standard input"},
    {"broadsheet-index --extract dump.tar.gz | head -3", "see what would be indexed"},
    {"broadsheet-index --report left-out.jsonl news.idx dump.7z", "see what was left out, and why"},
};

std::vector<std::string> split_list(const std::vector<std::string>& lists) {
    std::vector<std::string> names;
    for (const auto& list : lists) {
        for (std::size_t from = 0; from <= list.size();) {
            const std::size_t comma = std::min(list.find(',', from), list.size());
            if (comma > from) names.push_back(list.substr(from, comma - from));
            from = comma + 1;
        }
    }
    return names;
}

Limits read_limits(const cli::Options& options) {
    Limits limits;
    limits.entry_bytes_max = options.size("max-entry-size", 1).value_or(limits.entry_bytes_max);
    limits.article_bytes_max =
        options.size("max-article-size", 1).value_or(limits.article_bytes_max);
    limits.expansion_max = options.count("max-expansion", 1).value_or(limits.expansion_max);
    limits.depth_max =
        static_cast<unsigned>(options.count("max-depth", 1, 100).value_or(limits.depth_max));
    limits.entries_max = options.count("max-entries", 1).value_or(limits.entries_max);
    limits.containers = split_list(options.texts("containers"));
    return limits;
}

std::string read_language(const cli::Options& options) {
    if (!options.has("language")) return {};
    const std::string code = language_code(options.text("language"));
    if (code.empty()) {
        throw Error(
            ErrorKind::invalid_argument,
            fmt::format(
                "--language {}: no language is known by that name; give a code such as en",
                options.text("language")
            )
        );
    }
    return code;
}

std::vector<std::shared_ptr<const Format>> read_profiles(const cli::Options& options) {
    std::vector<std::shared_ptr<const Format>> formats;
    for (const std::string& name : options.texts("profile")) {
        for (auto& format : formats_of_profile(load_profile(name), ProfileUse::where_it_fits))
            formats.push_back(std::move(format));
    }
    return formats;
}

// The help names every profile that comes with the program.
std::string_view profiles_help() {
    static const std::string kText = [] {
        std::string text =
            "A profile says which fields of a dump are the headline, the body, the date and so on. "
            "Most dumps need none: usual names are known. Those that come with the program are "
            "used by themselves where a dump is unmistakable; --profile NAME or FILE chooses one. "
            "Their files, and how to write your own, are in share/broadsheet/profiles. They are:";
        for (const auto& profile : shipped_profiles())
            text += fmt::format("\n{} - {}", profile->name, profile->about);
        return text;
    }();
    return kText;
}

std::vector<cli::Topic> topics() {
    return {
        {"Profiles", profiles_help()},
        {"Running it again",
         "What is in already is passed over, so the same command may be given again after it was "
         "interrupted or when "
         "bundles were added. An article whose id comes again in a later bundle replaces the "
         "earlier "
         "one."},
        {"Exit status",
         "0 everything was read; 1 finished, but something was left out; 2 failed, the index is as "
         "it "
         "was; "
         "130 interrupted, what was read is in the index."},
    };
}

}  // namespace

const cli::Program& index_program() {
    static const std::vector<cli::Topic> kTopics = topics();
    static const cli::Program kProgram = {
        .name = "broadsheet-index",
        .arguments = "[options] INDEX BUNDLE...",
        .summary =
            "Reads bundles of articles (archives, folders, files) into an index that "
            "broadsheet-search searches.",
        .examples = kExamples,
        .options = kOptions,
        .topics = kTopics,
    };
    return kProgram;
}

IndexCall read_call(const cli::Options& options) {
    const auto& arguments = options.arguments();
    IndexCall call;
    call.info = options.has("info");
    call.check = options.has("check");
    if (options.has("vocabulary")) call.vocabulary = options.text("vocabulary");
    const bool only_looks = call.info || call.check || call.vocabulary;
    if (only_looks && arguments.size() != 1) {
        throw Error(
            ErrorKind::invalid_argument,
            "--info, --check and --vocabulary take one index and no bundles"
        );
    }
    call.extract = options.has("extract");
    if (call.extract && (only_looks || arguments.empty())) {
        throw Error(
            ErrorKind::invalid_argument,
            "--extract takes bundles and no index: broadsheet-index --extract BUNDLE..."
        );
    }
    if (!only_looks && !call.extract && arguments.size() < 2) {
        throw Error(
            ErrorKind::invalid_argument,
            "say which index and which bundles: broadsheet-index INDEX BUNDLE... (--help shows "
            "more)"
        );
    }
    IndexSettings& settings = call.settings;
    if (!call.extract) settings.index = arguments.front();
    settings.bundles.assign(arguments.begin() + (call.extract ? 0 : 1), arguments.end());
    settings.limits = read_limits(options);
    settings.jobs = static_cast<unsigned>(options.count("jobs", 1, 1024).value_or(0));
    settings.memory_bytes = options.size("memory", 1).value_or(0);
    settings.checkpoint_bytes = options.size("checkpoint", 1).value_or(settings.checkpoint_bytes);
    settings.language = read_language(options);
    settings.include = options.texts("include");
    settings.exclude = options.texts("exclude");
    settings.preferred = read_profiles(options);
    if (options.has("report")) call.report_file = options.text("report");
    call.quiet = options.has("quiet");
    return call;
}

}  // namespace broadsheet
