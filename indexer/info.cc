#include "indexer/info.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>
#include <xapian.h>

#include "broadsheet/error.h"
#include "common/cli/number_text.h"
#include "common/cli/sanitize.h"
#include "common/fields.h"
#include "common/index/layout.h"
#include "common/index/snapshot.h"
#include "common/index/stub.h"
#include "common/text/analyzer.h"
#include "common/xapian_errors.h"

namespace broadsheet {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kValuesShown = 10;

using Counts = std::vector<std::pair<std::string, std::uint64_t>>;

// The values of an exact field and how many articles have each, most first, then by name.
Counts counts_of(const Xapian::Database& database, std::string_view field) {
    const std::string prefix(find_field(field)->prefix);
    Counts counts;
    for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix);
         ++term) {
        counts.emplace_back((*term).substr(prefix.size()), term.get_termfreq());
    }
    std::stable_sort(counts.begin(), counts.end(), [](const auto& a, const auto& b) {
        return a.second > b.second;
    });
    return counts;
}

// 19870226... of slot `published` as 1987-02-26.
std::string day_of(const std::string& digits) {
    std::string day = digits.substr(0, 4);
    if (digits.size() >= 6) day += "-" + digits.substr(4, 2);
    if (digits.size() >= 8) day += "-" + digits.substr(6, 2);
    return day;
}

void add_dates(IndexInfo& info, const Xapian::Database& database) {
    const auto slot = static_cast<Xapian::valueno>(Slot::published);
    info.dated = database.get_value_freq(slot);
    if (info.dated == 0) return;
    info.first_date = day_of(database.get_value_lower_bound(slot));
    info.last_date = day_of(database.get_value_upper_bound(slot));
}

void add_segment(IndexInfo& info, Ledger& ledger, const fs::path& directory) {
    ledger.add_segment(open_segment(directory));
    for (const auto& file : fs::directory_iterator(directory)) {
        if (file.path().extension() != ".glass") continue;
        info.table_bytes[file.path().stem().string()] += file.file_size();
    }
}

std::string counts_text(const Counts& counts) {
    std::string text;
    for (std::size_t i = 0; i < std::min(counts.size(), kValuesShown); ++i) {
        fmt::format_to(
            std::back_inserter(text),
            "{}{} {}",
            i == 0 ? "" : ", ",
            cli::safe_for_terminal(counts[i].first),
            cli::with_commas(counts[i].second)
        );
    }
    if (counts.size() > kValuesShown)
        text += fmt::format(", and {} more", counts.size() - kValuesShown);
    return text.empty() ? "unknown" : text;
}

std::string tables_text(const IndexInfo& info) {
    std::uint64_t all = 0;
    for (const auto& [table, bytes] : info.table_bytes)
        all += bytes;
    std::string text = cli::size_text(all);
    const char* separator = " (";
    for (const auto& [table, bytes] : info.table_bytes) {
        text += fmt::format("{}{} {}", separator, table, cli::size_text(bytes));
        separator = ", ";
    }
    return info.table_bytes.empty() ? text : text + ")";
}

std::string dates_text(const IndexInfo& info) {
    if (info.dated == 0) return "unknown";
    const std::uint64_t undated = info.articles - info.dated;
    return fmt::format(
        "{} to {}{}",
        info.first_date,
        info.last_date,
        undated == 0 ? "" : fmt::format("; {} undated", cli::with_commas(undated))
    );
}

}  // namespace

IndexInfo read_info(const fs::path& index) {
    const Snapshot snapshot = open_snapshot(index);
    return with_xapian(fmt::format("read the index '{}'", index.string()), [&] {
        IndexInfo info;
        info.articles = snapshot.database.get_doccount();
        info.segments = snapshot.segments.size();
        info.languages = counts_of(snapshot.database, "language");
        info.sources = counts_of(snapshot.database, "source");
        add_dates(info, snapshot.database);
        Ledger ledger;
        for (const auto& segment : snapshot.segments)
            add_segment(info, ledger, segment_path(index, segment));
        info.bundles = ledger.bundles();
        info.schema_version = kSchemaVersion;
        info.analysis_version = kAnalysisVersion;
        return info;
    });
}

std::string info_text(const IndexInfo& info) {
    std::string text;
    const auto line = [&text](std::string_view name, const std::string& value) {
        fmt::format_to(std::back_inserter(text), "{:<10} {}\n", name, value);
    };
    line("articles", cli::with_commas(info.articles));
    line("dates", dates_text(info));
    line("languages", counts_text(info.languages));
    line("sources", counts_text(info.sources));
    line("segments", cli::with_commas(info.segments));
    line("size", tables_text(info));
    line(
        "versions",
        fmt::format("schema {}, analysis {}", info.schema_version, info.analysis_version)
    );
    line("bundles", cli::with_commas(info.bundles.size()));
    for (const auto& bundle : info.bundles) {
        fmt::format_to(
            std::back_inserter(text),
            "  {}: {}{}\n",
            cli::safe_for_terminal(bundle.path),
            cli::counted(bundle.articles, "article"),
            bundle.complete ? "" : ", not read to its end yet"
        );
    }
    return text;
}

std::vector<std::string> check_index(const fs::path& index) {
    std::vector<std::string> damaged;
    for (const auto& segment : read_stub(index)) {
        const std::string directory = segment_path(index, segment).string();
        try {
            const std::size_t errors = Xapian::Database::check(directory, 0, nullptr);
            if (errors > 0)
                damaged.push_back(
                    fmt::format("segment '{}' has {}", directory, cli::counted(errors, "error"))
                );
        } catch (const Xapian::Error& error) {
            damaged.emplace_back(
                from_xapian(error, fmt::format("check segment '{}'", directory)).what()
            );
        }
    }
    return damaged;
}

}  // namespace broadsheet
