#include "tests/bench/extraction/truth.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include <nlohmann/json.hpp>

#include "indexer/formats/html/html_text.h"

namespace broadsheet::bench {

namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string text_of_html(const std::string& html) {
    std::string text;
    for (const std::string& paragraph : html_to_paragraphs(html))
        text += paragraph + '\n';
    return text;
}

std::optional<std::string> field(const nlohmann::json& json, const char* key) {
    const auto value = json.find(key);
    if (value == json.end()) return std::nullopt;
    if (value->is_string() && !value->get<std::string>().empty()) return value->get<std::string>();
    if (!value->is_array() || value->empty()) return std::nullopt;
    std::string joined;
    for (const auto& item : *value) {
        if (!item.is_string()) continue;
        if (!joined.empty()) joined += ", ";
        joined += item.get<std::string>();
    }
    return joined;
}

void take_metadata(const fs::path& path, LabelledPage& page) {
    if (!fs::exists(path)) return;
    const auto json = nlohmann::json::parse(read_file(path), nullptr, false);
    if (!json.is_object()) return;
    page.title = field(json, "title");
    page.byline = field(json, "byline");
    if (!page.byline) page.byline = field(json, "authors");
    page.language = field(json, "lang");
    if (!page.language) page.language = field(json, "language");
    page.published = field(json, "publishedTime");
    if (!page.published) page.published = field(json, "publish_date");
}

std::optional<LabelledPage> page_of_folder(const fs::path& folder) {
    if (!fs::exists(folder / "source.html")) return std::nullopt;
    LabelledPage page{.name = folder.filename(), .bytes = read_file(folder / "source.html")};
    if (fs::exists(folder / "expected.html")) {
        page.text = text_of_html(read_file(folder / "expected.html"));
    }
    take_metadata(folder / "expected-metadata.json", page);
    return page;
}

std::optional<LabelledPage> page_of_file(const fs::path& file) {
    if (file.extension() != ".html" || file.parent_path().filename() != "html") return std::nullopt;
    const fs::path root = file.parent_path().parent_path();
    std::string stem = file.stem();
    LabelledPage page{.name = root.filename() / fs::path(stem), .bytes = read_file(file)};
    constexpr std::string_view kSuffix = "_article";
    std::vector<std::string> names{stem};
    if (stem.find(kSuffix) != std::string::npos) {
        names.push_back(stem.replace(stem.find(kSuffix), kSuffix.size(), ""));
    }
    for (const char* folder : {"txt", "text"}) {
        for (const std::string& name : names) {
            const fs::path text = root / folder / (name + ".txt");
            if (!page.text && fs::exists(text)) page.text = read_file(text);
        }
    }
    take_metadata(root / "metadata" / (names.front() + ".json"), page);
    if (!page.text && !page.title) return std::nullopt;
    return page;
}

}  // namespace

std::vector<LabelledPage> labelled_pages(const fs::path& folder) {
    std::vector<LabelledPage> pages;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
        std::optional<LabelledPage> page =
            entry.is_directory() ? page_of_folder(entry.path()) : page_of_file(entry.path());
        if (page) pages.push_back(std::move(*page));
    }
    std::sort(pages.begin(), pages.end(), [](const LabelledPage& a, const LabelledPage& b) {
        return a.name < b.name;
    });
    return pages;
}

}  // namespace broadsheet::bench
