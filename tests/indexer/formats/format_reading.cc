#include "tests/indexer/formats/format_reading.h"

#include <algorithm>
#include <utility>

#include <gtest/gtest.h>

#include "tests/support/temp_directory.h"
#include "tests/support/test_data.h"

namespace broadsheet::testing {

namespace {

constexpr std::size_t kHeadBytes = 64 * 1024;

const Format* choose(std::string_view name, std::string_view content) {
    return choose_format({name, content.substr(0, kHeadBytes), content.size() <= kHeadBytes});
}

}  // namespace

Findings read_entry(std::string_view name, std::string_view content) {
    Findings findings;
    if (const Format* format = choose(name, content))
        format->read({name, content.substr(0, kHeadBytes), content, 0}, findings);
    return findings;
}

Article read_article(std::string_view name, std::string_view content) {
    Findings found = read_entry(name, content);
    EXPECT_EQ(found.articles.size(), 1U) << name;
    return found.articles.size() == 1 ? std::move(found.articles.front()) : Article();
}

Findings read_fixture(std::string_view format, std::string_view file) {
    const std::string content =
        read_file(source_directory() / "tests/indexer/formats/fixtures" / format / file);
    Findings findings;
    if (const Format* found = find_format(format))
        found->read({file, content, content, 0}, findings);
    return findings;
}

std::string chosen_format(std::string_view name, std::string_view content) {
    const Format* format = choose(name, content);
    return format == nullptr ? "none" : std::string(format->name());
}

Findings read_in_pieces(
    const Format& format, std::string_view name, std::string_view content, std::size_t chunk_bytes
) {
    Findings findings;
    const std::string_view head = content.substr(0, kHeadBytes);
    std::size_t start = 0;
    for (std::size_t end = 0; end < content.size();) {
        end = std::min(end + chunk_bytes, content.size());
        const std::string_view waiting = content.substr(start, end - start);
        const std::size_t cut = end == content.size() ? waiting.size() : format.cut(waiting);
        if (cut == 0) continue;
        format.read({name, head, waiting.substr(0, cut), start}, findings);
        start += cut;
    }
    return findings;
}

}  // namespace broadsheet::testing
