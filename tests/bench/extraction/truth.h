#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace broadsheet::bench {

/// A page with what a person or a reference says is in it; what the truth does not say is absent.
struct LabelledPage {
    std::string name;
    std::string bytes;
    std::optional<std::string> text{};
    std::optional<std::string> title{};
    std::optional<std::string> byline{};
    std::optional<std::string> language{};
    std::optional<std::string> published{};
};

/// All labelled pages of a bundle (a folder, or an archive of one), by name. Three layouts are
/// known; README.md beside this file says what the JSON may hold:
/// - PAGE/source.html with PAGE/expected.html and PAGE/expected-metadata.json,
/// - html/PAGE.html with txt/PAGE.txt or text/PAGE.txt, and metadata/PAGE.json where there is one,
/// - PAGE.html with PAGE.txt, PAGE.json or both beside it, in any folder.
std::vector<LabelledPage> labelled_pages(const std::filesystem::path& bundle);

}  // namespace broadsheet::bench
