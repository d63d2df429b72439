// Every format and shipped profile fed with anything: the first line names one, the rest is an
// entry, read whole and in pieces. What comes out is UTF-8, and pieces never reach beyond what was
// given. Named "profile", the rest is read as a profile.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "broadsheet/error.h"
#include "common/utf8.h"
#include "indexer/formats/format.h"
#include "indexer/formats/profiles/profile_store.h"

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

// By name, so that seeds stay what they are when formats are added; else any of them.
const broadsheet::Format& named_format(std::string_view name) {
    std::vector<const broadsheet::Format*> all;
    for (const auto formats : {broadsheet::all_formats(), broadsheet::shipped_profile_formats()})
        all.insert(all.end(), formats.begin(), formats.end());
    for (const auto* format : all) {
        if (format->name() == name) return *format;
    }
    std::size_t sum = 0;
    for (const char c : name)
        sum = sum * 31 + static_cast<unsigned char>(c);
    return *all[sum % all.size()];
}

void read_profile(std::string_view text) {
    try {
        broadsheet::parse_profile(text, "fuzz", "fuzz");
    } catch (const broadsheet::Error& error) {
        require(error.kind() == broadsheet::ErrorKind::invalid_argument);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view all(reinterpret_cast<const char*>(data), size);
    const std::size_t line = all.find('\n');
    if (line == std::string_view::npos) return 0;
    const std::string_view entry = all.substr(line + 1);
    if (all.starts_with("profile\n")) {
        read_profile(entry);
        return 0;
    }
    const broadsheet::Format& format = named_format(all.substr(0, line));
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
