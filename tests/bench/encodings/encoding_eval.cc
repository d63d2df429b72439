// Compares the text made of files with that of the encoding their folder is named after: see
// README.md beside this file.
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "common/ascii.h"
#include "indexer/bundle/bundle.h"
#include "indexer/formats/html/page_encoding.h"
#include "indexer/formats/text_encoding.h"
#include "indexer/formats/xml_tree.h"

namespace broadsheet::bench {
namespace {

/// "windows-1250-croatian" is windows-1250. What Python calls CP949 is windows-949 for ICU, and
/// Johab is nothing ICU knows.
std::string encoding_of_folder(std::string folder) {
    const std::size_t language = folder.rfind('-');
    const bool is_named = language != std::string::npos && !folder.starts_with("iso-2022") &&
                          is_ascii_letter(folder[language + 1]) &&
                          !is_ascii_upper(folder[language + 1]);
    if (is_named && folder != "utf-8-sig") folder.resize(language);
    if (folder == "utf-8-sig") return "utf-8";
    return folder == "CP949" ? "windows-949" : folder;
}

std::string declared_in(std::string_view bytes) {
    const std::string_view xml = xml_declared_encoding(bytes);
    return std::string(xml.empty() ? html::declared_charset(bytes) : xml);
}

class EncodingEvaluation final : public BundleVisitor {
public:
    void entry(Entry& entry) override {
        std::string bytes;
        for (std::string_view part = entry.read(); !part.empty(); part = entry.read())
            bytes += part;
        const std::string name = entry.name();
        const std::size_t slash = name.rfind('/');
        if (slash == std::string::npos) return;
        const std::size_t before = name.rfind('/', slash - 1);
        const std::size_t begin = before == std::string::npos ? 0 : before + 1;
        if (name.substr(slash + 1) == "LICENSE") return;
        compare(name, name.substr(begin, slash - begin), bytes);
    }

    void problem(Problem) override {}

    void consumed(std::uint64_t) override {}

    void print() const {
        fmt::print("as read               {} of {}\n", right_, files_);
        fmt::print("without declarations  {} of {}\n", right_undeclared_, files_);
    }

private:
    void compare(const std::string& name, const std::string& folder, const std::string& bytes) {
        const std::string wanted(to_utf8(bytes, encoding_of_folder(folder)).view());
        const std::string declared = declared_in(bytes);
        const auto is_wanted = [&](const std::string& encoding) {
            return to_utf8(bytes, encoding).view() == wanted;
        };
        const bool right = is_wanted(choose_encoding(bytes, declared));
        const bool right_undeclared = is_wanted(choose_encoding(bytes));
        ++files_;
        right_ += right ? 1 : 0;
        right_undeclared_ += right_undeclared ? 1 : 0;
        if (right && right_undeclared) return;
        fmt::print(
            "{}{}: declared '{}', read as {}, without it as {}\n",
            right ? "(undeclared only) " : "",
            name,
            declared,
            choose_encoding(bytes, declared),
            choose_encoding(bytes)
        );
    }

    int files_ = 0;
    int right_ = 0;
    int right_undeclared_ = 0;
};

}  // namespace
}  // namespace broadsheet::bench

int main(int argc, char** argv) {
    if (argc != 2) {
        fmt::print(stderr, "usage: encoding_eval BUNDLE\n");
        return 2;
    }
    broadsheet::bench::EncodingEvaluation evaluation;
    broadsheet::read_bundle(argv[1], {}, evaluation);
    evaluation.print();
    return 0;
}
