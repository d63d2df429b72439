#include "indexer/formats/profiles/profile_store.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadsheet/error.h"
#include "common/cli/edit_distance.h"
#include "indexer/formats/profiles/profile_format.h"

namespace broadsheet {

namespace {

namespace fs = std::filesystem;

std::vector<std::string_view> shipped_names() {
    std::vector<std::string_view> names;
    for (const ProfileText& shipped : shipped_profile_texts())
        names.push_back(shipped.name);
    return names;
}

[[noreturn]] void refuse_unknown(const std::string& name) {
    const auto names = shipped_names();
    const auto near = cli::nearest(name, names);
    throw Error(
        ErrorKind::not_found,
        fmt::format(
            "there is no profile and no file '{}'; {}",
            name,
            near ? fmt::format("did you mean {}?", *near)
                 : fmt::format("profiles are {}", fmt::join(names, ", "))
        )
    );
}

// All formats of all shipped profiles, kept for the life of the program.
class ShippedFormats {
public:
    ShippedFormats() {
        for (const auto& profile : shipped_profiles()) {
            for (auto& format : formats_of_profile(profile, ProfileUse::where_recognised)) {
                formats_.push_back(format.get());
                owned_.push_back(std::move(format));
            }
        }
    }

    [[nodiscard]] std::span<const Format* const> all() const { return formats_; }

private:
    std::vector<std::unique_ptr<const Format>> owned_;
    std::vector<const Format*> formats_;
};

}  // namespace

std::span<const std::shared_ptr<const Profile>> shipped_profiles() {
    static const auto kProfiles = [] {
        std::vector<std::shared_ptr<const Profile>> profiles;
        for (const auto& [name, text] : shipped_profile_texts()) {
            const std::string file = fmt::format("{}.profile", name);
            profiles.push_back(std::make_shared<const Profile>(parse_profile(text, file, name)));
        }
        return profiles;
    }();
    return kProfiles;
}

std::span<const Format* const> shipped_profile_formats() {
    static const ShippedFormats kFormats;
    return kFormats.all();
}

std::shared_ptr<const Profile> load_profile(const std::string& name_or_file) {
    for (const auto& profile : shipped_profiles()) {
        if (profile->name == name_or_file) return profile;
    }
    const fs::path path = name_or_file;
    std::error_code error;
    std::ifstream file(path, std::ios::binary);
    if (!fs::is_regular_file(path, error) || !file) refuse_unknown(name_or_file);
    const std::string text((std::istreambuf_iterator<char>(file)), {});
    const std::string name = path.stem();
    return std::make_shared<const Profile>(parse_profile(text, name_or_file, name));
}

}  // namespace broadsheet
