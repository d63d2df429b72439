#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <sys/types.h>

#include "common/cli/standard_output.h"
#include "common/cli/terminal.h"

namespace broadsheet::cli {

/// The command that pages long output: $PAGER, or less where there is none and less is installed.
/// Nothing when $PAGER is empty or cat, and for output that goes to no able terminal.
std::optional<std::string> pager_command(const Terminal& terminal);

/// Output that goes through a pager once there is more of it than the terminal shows at a time.
/// Until then nothing is started and nothing written. Less is told to do without a page where one
/// screen is enough, to show colours and to leave the text on the screen (LESS=FRX), unless $LESS
/// says otherwise.
class PagedOutput {
public:
    /// Without a command everything goes straight to `out`, which must outlive this.
    PagedOutput(StandardOutput& out, std::optional<std::string> command, const Terminal& terminal);

    /// Ends the pager, however this goes: the reader is never left with half a terminal.
    ~PagedOutput();
    PagedOutput(const PagedOutput&) = delete;
    PagedOutput& operator=(const PagedOutput&) = delete;

    /// @throws as StandardOutput::write(): BrokenPipe when the reader has quit the pager.
    void write(std::string_view text);

    /// Hands over the rest and waits until the reader has done with it.
    /// @throws as write().
    void finish();

private:
    void start();
    void stop();

    StandardOutput& out_;
    std::optional<std::string> command_;
    std::size_t lines_left_;
    std::string held_;  // what may still fit
    bool direct_;       // nothing is held any longer
    pid_t pager_ = -1;
    int own_output_ = -1;  // standard output as it was
};

}  // namespace broadsheet::cli
