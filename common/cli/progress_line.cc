#include "common/cli/progress_line.h"

#include <string>
#include <utility>

#include "common/cli/display_width.h"
#include "common/cli/sanitize.h"

namespace broadsheet::cli {

namespace {

constexpr std::chrono::milliseconds kPause{100};

// ECMA-48: back to the first column, erase to the end of the line.
constexpr std::string_view kEraseLine = "\r\x1b[K";

}  // namespace

ProgressLine::ProgressLine(std::ostream& out, const Terminal& terminal, Clock clock)
    : out_(out), terminal_(terminal), clock_(std::move(clock)) {}

ProgressLine::~ProgressLine() {
    erase();
}

void ProgressLine::show(std::string_view text) {
    if (!terminal_.rewritable) return;
    const auto now = clock_();
    if (shown_at_ && now - *shown_at_ < kPause) return;
    shown_at_ = now;
    // A line as wide as the terminal would make some of them scroll.
    const std::string safe = safe_for_terminal(text);
    const auto lines = wrap(safe, terminal_.width - 1);
    out_ << kEraseLine << (lines.empty() ? std::string_view() : lines.front()) << std::flush;
    visible_ = true;
}

void ProgressLine::erase() {
    if (!visible_) return;
    out_ << kEraseLine << std::flush;
    visible_ = false;
    shown_at_.reset();
}

}  // namespace broadsheet::cli
