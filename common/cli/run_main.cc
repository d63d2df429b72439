#include "common/cli/run_main.h"

#include <clocale>
#include <csignal>
#include <exception>
#include <iostream>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include <langinfo.h>
#include <unistd.h>

#include "broadsheet/error.h"
#include "common/cli/caret.h"
#include "common/cli/sanitize.h"
#include "common/cli/terminal.h"

namespace broadsheet::cli {

namespace {

// libarchive gives no names at all where the locale cannot hold them.
void use_utf8() {
    std::setlocale(LC_CTYPE, "");
    if (std::string_view(nl_langinfo(CODESET)) != "UTF-8") std::setlocale(LC_CTYPE, "C.UTF-8");
}

ExitCode run(const Program& program, const std::vector<std::string>& arguments, const Body& body) {
    if (arguments.empty()) {
        std::cerr << short_help(program);
        return ExitCode::failed;
    }
    StandardOutput output;
    const Options options = parse_options(program.options, arguments);
    ExitCode code = ExitCode::success;
    if (options.has(kHelpOption.name)) {
        const auto terminal = look_at_terminal(STDOUT_FILENO, ColorChoice::never);
        output.write(help_text(program, terminal.width));
    } else if (options.has(kVersionOption.name)) {
        output.write(version_text(program) + '\n');
    } else {
        code = body(options, output);
    }
    output.flush();
    return code;
}

}  // namespace

void complain(const Program& program, std::string_view sentence) {
    std::cerr << program.name << ": " << safe_for_terminal(sentence) << '\n';
}

void complain_at(
    const Program& program,
    std::string_view sentence,
    std::string_view text,
    std::size_t begin,
    std::size_t length
) {
    complain(program, sentence);
    std::cerr << caret_lines(text, begin, length);
}

void tell(std::string_view line) {
    const auto terminal = look_at_terminal(STDERR_FILENO, ColorChoice::never);
    if (terminal.interactive) std::cerr << safe_for_terminal(line) << '\n';
}

int run_main(const Program& program, int argc, char** argv, const Body& body) {
    ExitCode code = ExitCode::failed;
    try {
        use_utf8();
        std::signal(SIGPIPE, SIG_IGN);
        code = run(program, std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc), body);
    } catch (const BrokenPipe&) {
        code = ExitCode::success;
    } catch (const Error& error) {
        complain(program, error.what());
        if (error.kind() == ErrorKind::cancelled) code = ExitCode::interrupted;
    } catch (const std::bad_alloc&) {
        complain(program, "there is not enough memory");
    } catch (const std::exception& error) {
        complain(program, std::string("stopped by a defect of its own: ") + error.what());
    } catch (...) {
        complain(program, "stopped by a defect of its own: an exception of unknown type");
    }
    return static_cast<int>(code);
}

}  // namespace broadsheet::cli
