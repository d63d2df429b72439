#include "common/cli/terminal.h"

#include <algorithm>
#include <cstdlib>

#include <sys/ioctl.h>
#include <unistd.h>

#include "common/cli/number_text.h"

namespace broadsheet::cli {

namespace {

constexpr std::size_t kWidthMin = 20;
constexpr std::size_t kWidthMax = 500;
constexpr std::size_t kWidthUsual = 80;

std::size_t width_of(int file_descriptor) {
    winsize size{};
    if (ioctl(file_descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
    const char* columns = std::getenv("COLUMNS");
    if (columns == nullptr) return kWidthUsual;
    return parse_count(columns).value_or(kWidthUsual);
}

std::size_t height_of(int file_descriptor) {
    winsize size{};
    constexpr std::size_t kHeightUsual = 24;
    const bool known = ioctl(file_descriptor, TIOCGWINSZ, &size) == 0 && size.ws_row > 0;
    return known ? size.ws_row : kHeightUsual;
}

bool is_able(const char* term) {
    return term != nullptr && std::string_view(term) != "dumb";
}

}  // namespace

ColorChoice color_choice(std::string_view value) {
    if (value == "always") return ColorChoice::always;
    if (value == "never") return ColorChoice::never;
    return ColorChoice::automatic;
}

Terminal look_at_terminal(int file_descriptor, ColorChoice choice) {
    Terminal terminal;
    terminal.interactive = isatty(file_descriptor) != 0;
    const ColorEnvironment environment = {
        .no_color = std::getenv("NO_COLOR"), .term = std::getenv("TERM")};
    terminal.color = wants_color(choice, terminal.interactive, environment);
    terminal.rewritable = terminal.interactive && is_able(environment.term);
    terminal.width = std::clamp(width_of(file_descriptor), kWidthMin, kWidthMax);
    terminal.height = height_of(file_descriptor);
    return terminal;
}

bool wants_color(ColorChoice choice, bool interactive, const ColorEnvironment& environment) {
    if (choice != ColorChoice::automatic) return choice == ColorChoice::always;
    const bool forbidden = environment.no_color != nullptr && *environment.no_color != '\0';
    return interactive && is_able(environment.term) && !forbidden;
}

}  // namespace broadsheet::cli
