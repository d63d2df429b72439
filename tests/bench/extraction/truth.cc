#include "tests/bench/extraction/truth.h"

#include <algorithm>
#include <map>

#include <nlohmann/json.hpp>

#include "indexer/bundle/bundle.h"
#include "indexer/formats/html/html_text.h"

namespace broadsheet::bench {

namespace {

/// The files of a bundle by their paths.
class Files final : public BundleVisitor {
public:
    void entry(Entry& entry) override {
        std::string& bytes = files_[entry.name()];
        for (std::string_view part = entry.read(); !part.empty(); part = entry.read()) {
            bytes += part;
        }
    }

    void problem(Problem) override {}

    void consumed(std::uint64_t) override {}

    [[nodiscard]] const std::map<std::string, std::string>& all() const { return files_; }

    [[nodiscard]] const std::string* find(const std::string& path) const {
        const auto found = files_.find(path);
        return found == files_.end() ? nullptr : &found->second;
    }

private:
    std::map<std::string, std::string> files_;
};

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

void take_metadata(const std::string* text, LabelledPage& page) {
    if (text == nullptr) return;
    const auto json = nlohmann::json::parse(*text, nullptr, false);
    if (!json.is_object()) return;
    page.title = field(json, "title");
    page.byline = field(json, "byline");
    if (!page.byline) page.byline = field(json, "authors");
    if (!page.byline) page.byline = field(json, "author");
    page.language = field(json, "lang");
    if (!page.language) page.language = field(json, "language");
    page.published = field(json, "publishedTime");
    if (!page.published) page.published = field(json, "publish_date");
    if (!page.published) page.published = field(json, "date");
}

/// True for what a labeller wrote about a page instead of its text: "MISSES THE LAST PARAGRAPH".
bool is_note(const std::string& text) {
    const auto count = [&text](char first, char last) {
        return std::count_if(text.begin(), text.end(), [first, last](char c) {
            return c >= first && c <= last;
        });
    };
    return text.size() < 300 && count('A', 'Z') > 2 * count('a', 'z');
}

std::string stem_of(const std::string& path) {
    return path.substr(0, path.rfind('.'));
}

/// `path` is that of the page, PAGE/source.html.
LabelledPage page_of_folder(const Files& files, const std::string& path, const std::string& bytes) {
    const std::string folder = path.substr(0, path.rfind('/'));
    LabelledPage page{.name = folder.substr(folder.rfind('/') + 1), .bytes = bytes};
    if (const std::string* html = files.find(folder + "/expected.html")) {
        page.text = text_of_html(*html);
    }
    take_metadata(files.find(folder + "/expected-metadata.json"), page);
    return page;
}

/// `path` is that of the page, ROOT/html/PAGE.html.
LabelledPage page_of_file(const Files& files, const std::string& path, const std::string& bytes) {
    const std::string root = path.substr(0, path.rfind("html/", path.rfind('/')));
    const std::string file = path.substr(path.rfind('/') + 1);
    const std::string name = file.substr(0, file.rfind('.'));
    LabelledPage page{.name = root + name, .bytes = bytes};
    // arabic_article.html goes with arabic.txt in one of the collections.
    const std::string short_name = name.substr(0, name.find("_article"));
    for (const char* folder : {"txt/", "text/"}) {
        for (const std::string& stem : {name, short_name}) {
            const std::string* text = files.find(root + folder + stem + ".txt");
            if (text != nullptr && !page.text && !is_note(*text)) page.text = *text;
        }
    }
    take_metadata(files.find(root + "metadata/" + name + ".json"), page);
    return page;
}

/// `path` is that of the page; what is known of it lies beside it under the same name.
LabelledPage page_with_neighbours(
    const Files& files, const std::string& path, const std::string& bytes
) {
    const std::string stem = stem_of(path);
    LabelledPage page{.name = stem, .bytes = bytes};
    if (const std::string* text = files.find(stem + ".txt")) page.text = *text;
    take_metadata(files.find(stem + ".json"), page);
    return page;
}

}  // namespace

std::vector<LabelledPage> labelled_pages(const std::filesystem::path& bundle) {
    Files files;
    read_bundle(bundle, {}, files);
    std::vector<LabelledPage> pages;
    for (const auto& [path, bytes] : files.all()) {
        if (path.ends_with("/source.html")) {
            pages.push_back(page_of_folder(files, path, bytes));
        } else if (path.ends_with(".html") && path.find("html/") != std::string::npos && path.rfind("html/") + 5 == path.rfind('/') + 1) {
            LabelledPage page = page_of_file(files, path, bytes);
            if (page.text || page.title) pages.push_back(std::move(page));
        } else if (path.ends_with(".html") && (files.find(stem_of(path) + ".txt") != nullptr || files.find(stem_of(path) + ".json") != nullptr)) {
            pages.push_back(page_with_neighbours(files, path, bytes));
        }
    }
    return pages;
}

}  // namespace broadsheet::bench
