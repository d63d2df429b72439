#include "indexer/progress_view.h"

#include <cmath>
#include <filesystem>

#include <fmt/format.h>

#include "common/cli/number_text.h"

namespace broadsheet {

namespace {

// An estimate from the first moments would only jump about.
constexpr double kEstimateAfterSeconds = 3;

std::string time_text(double seconds) {
    const auto s = static_cast<std::uint64_t>(std::llround(seconds));
    if (s < 90) return fmt::format("{} s", s);
    if (s < 5400) return fmt::format("{} min", (s + 30) / 60);
    return fmt::format("{} h {:02} min", s / 3600, s / 60 % 60);
}

}  // namespace

std::string progress_text(const IndexProgress& progress, std::chrono::duration<double> elapsed) {
    std::string text;
    if (progress.bundle_count > 1)
        text += fmt::format("[{}/{}] ", progress.bundle_number, progress.bundle_count);
    text += std::filesystem::path(progress.bundle).filename().string();
    const double read = static_cast<double>(progress.bundle_bytes_read);
    const double whole = static_cast<double>(progress.bundle_bytes);
    if (whole > 0 && read <= whole) text += fmt::format(" {:.0f}%", 100 * read / whole);
    const double seconds = elapsed.count();
    text += fmt::format(
        ": {}, {} of text",
        cli::counted(progress.articles, "article"),
        cli::size_text(progress.text_bytes)
    );
    if (seconds > 0.5) {
        text += fmt::format(
            ", {}/s",
            cli::size_text(
                static_cast<std::uint64_t>(static_cast<double>(progress.text_bytes) / seconds)
            )
        );
    }
    if (progress.segments > 0) text += ", " + cli::counted(progress.segments, "segment");
    if (progress.publishing) return text + ", publishing";
    if (progress.bundle_count == 1 && read > 0 && read < whole && seconds > kEstimateAfterSeconds) {
        text += fmt::format(", about {} to go", time_text(seconds * (whole - read) / read));
    }
    return text;
}

ProgressView::ProgressView(std::ostream& out, const cli::Terminal& terminal)
    : line_(out, terminal), started_(std::chrono::steady_clock::now()) {}

void ProgressView::progress(const IndexProgress& progress) {
    line_.show(progress_text(progress, std::chrono::steady_clock::now() - started_));
}

}  // namespace broadsheet
