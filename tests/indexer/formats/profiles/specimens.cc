#include "tests/indexer/formats/profiles/specimens.h"

#include <algorithm>
#include <array>
#include <map>
#include <memory>

#include "indexer/formats/profiles/profile_format.h"
#include "indexer/formats/profiles/profile_store.h"
#include "tests/support/temp_directory.h"
#include "tests/support/test_data.h"

namespace broadsheet::testing {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kExpected = "articles.jsonl";

// The formats of a profile, kept for the life of the tests.
std::vector<const Format*> formats_of(const std::string& profile) {
    static std::map<std::string, std::vector<std::unique_ptr<const Format>>> kept;
    auto& formats = kept[profile];
    if (formats.empty())
        formats = formats_of_profile(load_profile(profile), ProfileUse::where_it_fits);
    std::vector<const Format*> all;
    for (const auto& format : formats)
        all.push_back(format.get());
    return all;
}

}  // namespace

fs::path specimens_folder() {
    return source_directory() / "tests/indexer/formats/profiles/specimens";
}

std::vector<Specimen> all_specimens() {
    std::vector<Specimen> specimens;
    for (const auto& entry : fs::recursive_directory_iterator(specimens_folder())) {
        if (!entry.is_regular_file() || entry.path().filename() == kExpected) continue;
        Specimen specimen{
            entry.path().parent_path().filename(),
            entry.path().filename(),
            read_file(entry.path()),
            nullptr};
        const auto formats = formats_of(specimen.profile);
        specimen.format = choose_format({specimen.name, specimen.content, true}, formats);
        specimens.push_back(std::move(specimen));
    }
    std::ranges::sort(specimens, {}, [](const Specimen& specimen) {
        return specimen.profile + '/' + specimen.name;
    });
    return specimens;
}

bool is_chosen_by_name(std::string_view profile) {
    static constexpr std::array<std::string_view, 3> kNamed = {"ag-news", "c4", "gnad10"};
    return std::ranges::find(kNamed, profile) != kNamed.end();
}

}  // namespace broadsheet::testing
