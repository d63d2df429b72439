// Every format fed with anything: the first byte chooses it, the rest is an entry, read whole and
// in pieces. What comes out is UTF-8, and pieces never reach beyond what was given.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "common/utf8.h"
#include "indexer/formats/format.h"

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

struct CheckingSink : broadsheet::ArticleSink {
    void article(broadsheet::Article&& article) override {
        require(broadsheet::is_utf8(article.headline) && broadsheet::is_utf8(article.byline));
        for (const auto& paragraph : article.paragraphs)
            require(!paragraph.empty() && broadsheet::is_utf8(paragraph));
        for (const auto& tag : article.tags)
            require(broadsheet::is_utf8(tag));
    }

    void problem(broadsheet::ProblemKind, std::uint64_t, std::string reason) override {
        require(!reason.empty() && broadsheet::is_utf8(reason));
    }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const auto formats = broadsheet::all_formats();
    const broadsheet::Format& format = *formats[data[0] % formats.size()];
    const std::string_view entry(reinterpret_cast<const char*>(data) + 1, size - 1);
    const std::string_view head = entry.substr(0, 64 * 1024);
    const int taste = format.taste({"entry", head, true});
    require(taste >= 0 && taste <= 100);
    CheckingSink sink;
    format.read({"entry", head, entry, 0}, sink);
    const std::size_t cut = format.cut(entry);
    require(cut <= entry.size());
    if (cut > 0) format.read({"entry", head, entry.substr(0, cut), 0}, sink);
    if (cut < entry.size()) format.read({"entry", head, entry.substr(cut), cut}, sink);
    return 0;
}
