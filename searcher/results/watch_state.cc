#include "searcher/results/watch_state.h"

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <system_error>

#include <fmt/format.h>
#include <simdjson.h>

#include "broadsheet/error.h"
#include "common/durable_file.h"
#include "common/json_writer.h"

namespace broadsheet {

namespace {

// Raise it when another program would misunderstand the file.
constexpr std::uint64_t kStateVersion = 1;

// The file is small; one that is not is none of ours.
constexpr std::size_t kBytesMax = 65'536;

std::string read_text(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string text(kBytesMax, '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(in.gcount()));
    if (!in.eof() || in.bad()) {
        throw Error(
            ErrorKind::unreadable, fmt::format("cannot read the watch state '{}'", file.string())
        );
    }
    return text;
}

std::optional<WatchState> parse(const std::string& text) {
    simdjson::dom::parser parser;
    simdjson::dom::object object;
    std::uint64_t version = 0;
    std::uint64_t seen = 0;
    std::string_view index;
    using simdjson::SUCCESS;
    if (parser.parse(text).get_object().get(object) != SUCCESS) return std::nullopt;
    if (object["watch"].get_uint64().get(version) != SUCCESS || version != kStateVersion)
        return std::nullopt;
    if (object["index"].get_string().get(index) != SUCCESS) return std::nullopt;
    if (object["seen"].get_uint64().get(seen) != SUCCESS || seen > UINT32_MAX) return std::nullopt;
    return WatchState{index, static_cast<std::uint32_t>(seen)};
}

}  // namespace

std::optional<WatchState> read_watch_state(const std::filesystem::path& file) {
    std::error_code error;
    if (!std::filesystem::exists(file, error) && !error) return std::nullopt;
    auto state = parse(read_text(file));
    if (!state) {
        throw Error(
            ErrorKind::corrupt,
            fmt::format(
                "'{}' is not the state of a watch; give another file with --state, or remove this "
                "one to watch from now on",
                file.string()
            )
        );
    }
    return state;
}

void write_watch_state(const std::filesystem::path& file, const WatchState& state) {
    std::string text;
    JsonWriter json(text);
    json.begin_object();
    json.member("watch", kStateVersion);
    json.member("index", state.index.string());
    json.member("seen", std::uint64_t{state.seen});
    json.end_object();
    replace_file(file, text + '\n');
}

}  // namespace broadsheet
