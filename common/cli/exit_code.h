#pragma once

namespace broadsheet::cli {

/// What a program tells the shell, after grep's example. Part of the command-line contract.
enum class ExitCode : int {
    success = 0,             ///< search: there are hits; index: finished clean
    nothing_found = 1,       ///< search: no article matches
    something_left_out = 1,  ///< index: finished, but parts of the input were left out
    failed = 2,              ///< could not be done; the reason is on stderr
    interrupted = 130,       ///< stopped cleanly by Ctrl-C (128 + SIGINT)
};

}  // namespace broadsheet::cli
