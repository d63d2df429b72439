#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <ostream>
#include <string_view>

#include "common/cli/terminal.h"

namespace broadsheet::cli {

/// One line on a terminal that is written over while work goes on and gone when it ends. Writes
/// nothing at all where nobody watches. Belongs to one thread.
class ProgressLine {
public:
    using Clock = std::function<std::chrono::steady_clock::time_point()>;

    /// `out` is where `terminal` was found; usually std::cerr. `clock` is for tests.
    ProgressLine(
        std::ostream& out,
        const Terminal& terminal,
        Clock clock = [] { return std::chrono::steady_clock::now(); }
    );
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    /// Shows a text in place of the last one, cut to the width of the terminal and made harmless.
    /// More than ten a second are passed over, so call it as often as you like.
    void show(std::string_view text);

    /// Takes the line away, for instance before a message is printed; show() brings it back.
    void erase();

private:
    std::ostream& out_;
    Terminal terminal_;
    Clock clock_;
    std::optional<std::chrono::steady_clock::time_point> shown_at_;
    bool visible_ = false;
};

}  // namespace broadsheet::cli
