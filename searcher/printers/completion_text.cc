#include "searcher/printers/completion_text.h"

#include <cstdint>

#include <fmt/format.h>

#include "common/cli/sanitize.h"
#include "common/json_writer.h"
#include "searcher/printers/json_parts.h"

namespace broadsheet {

std::string completions_as_text(const Completions& completions) {
    std::string out;
    for (const auto& word : completions.words)
        out += fmt::format("{}\t{}\n", cli::safe_for_terminal(word.text), word.articles);
    for (const auto& headline : completions.headlines)
        out += cli::safe_for_terminal(headline.headline) + '\n';
    return out;
}

std::string completions_as_json(std::string_view beginning, const Completions& completions) {
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    json.member("schema", kJsonSchemaVersion);
    json.member("beginning", beginning);
    json.key("words");
    json.begin_array();
    for (const auto& word : completions.words) {
        json.begin_object();
        json.member("text", word.text);
        json.member("articles", std::uint64_t{word.articles});
        json.end_object();
    }
    json.end_array();
    json.key("headlines");
    json.begin_array();
    for (const auto& headline : completions.headlines) {
        json.begin_object();
        json.member("headline", headline.headline);
        json.member("id", headline.id);
        json.end_object();
    }
    json.end_array();
    json.end_object();
    return cli::safe_json(out) + '\n';
}

}  // namespace broadsheet
