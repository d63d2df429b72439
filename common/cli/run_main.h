#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

#include "common/cli/exit_code.h"
#include "common/cli/program.h"
#include "common/cli/standard_output.h"

namespace broadsheet::cli {

/// What a program does once its options are read.
using Body = std::function<ExitCode(const Options&, StandardOutput&)>;

/// The frame of main() for both programs. Reads the options, answers --help and --version, gives
/// short help (and exit code 2) to a call without arguments, runs `body`, flushes the output.
/// Whatever is thrown becomes one line `program: sentence` on stderr and exit code 2; Error of kind
/// cancelled gives 130; a broken pipe is success. Makes the locale's characters UTF-8 and ignores
/// SIGPIPE for the process.
int run_main(const Program& program, int argc, char** argv, const Body& body);

/// Prints `program: sentence`, made harmless, as a line on stderr.
void complain(const Program& program, std::string_view sentence);

/// The same with the place in `text` it is about: `length` bytes from `begin` on, under carets.
void complain_at(
    const Program& program,
    std::string_view sentence,
    std::string_view text,
    std::size_t begin,
    std::size_t length
);

/// Prints a line, made harmless, on stderr where a person may be reading it; nothing elsewhere.
void tell(std::string_view line);

}  // namespace broadsheet::cli
