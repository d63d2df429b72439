#include "indexer/formats/captions.h"

#include <algorithm>
#include <array>

#include "common/ascii.h"

namespace broadsheet {

namespace {

constexpr std::size_t kCreditBytesMax = 90;
constexpr std::size_t kCaptionBytesMax = 1200;

constexpr std::array<std::string_view, 12> kLabels = {
    "photo:",
    "photograph:",
    "photo by ",
    "photos by ",
    "picture:",
    "image:",
    "credit:",
    "photo credit:",
    "foto:",
    "caption:",
    "photo courtesy",
    "\xC2\xA9"};

constexpr std::array<std::string_view, 26> kHouses = {
    "getty images",
    "getty",
    "reuters",
    "ap photo",
    "associated press",
    "afp",
    "epa",
    "epa-efe",
    "shutterstock",
    "istock",
    "bloomberg",
    "alamy",
    "dpa",
    "pool",
    "via ap",
    "zuma",
    "xinhua",
    "anadolu",
    "nurphoto",
    "press association",
    "pa wire",
    "file photo",
    "handout",
    "magnum",
    "corbis",
    "picture alliance"};

bool names_a_house(std::string_view text) {
    return std::any_of(kHouses.begin(), kHouses.end(), [&](std::string_view house) {
        const std::size_t at = find_ignoring_case(text, house);
        if (at == std::string_view::npos) return false;
        const bool starts = at == 0 || !is_ascii_letter(text[at - 1]);
        const std::size_t end = at + house.size();
        return starts && (end == text.size() || !is_ascii_letter(text[end]));
    });
}

std::size_t words_in(std::string_view text) {
    return text.empty() ? 0
                        : static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

// "Jane Doe/Getty Images", "Reuters", "Jane Doe for The Courier/AP": capitalised, short, with a
// slash or a house that sells pictures.
bool is_credit(std::string_view text) {
    if (text.empty() || text.size() > kCreditBytesMax || words_in(text) > 10) return false;
    const bool capital =
        is_ascii_upper(text.front()) || static_cast<unsigned char>(text.front()) >= 0xC2;
    const std::size_t slash = text.find('/');
    const bool names_around_slash = slash != std::string_view::npos && slash > 2 &&
                                    slash + 2 < text.size() && is_ascii_upper(text[slash + 1]);
    return capital && text.back() != '?' && (names_around_slash || names_a_house(text));
}

std::optional<Caption> bracketed_credit(std::string_view line) {
    std::string_view body = line;
    if (body.ends_with('.')) body.remove_suffix(1);
    if (!body.ends_with(')')) return std::nullopt;
    const std::size_t open = body.find_last_of('(');
    if (open == std::string_view::npos) return std::nullopt;
    const std::string_view inner = body.substr(open + 1, body.size() - open - 2);
    const bool says_photo = find_ignoring_case(inner, "photo") != std::string_view::npos ||
                            find_ignoring_case(inner, "image") != std::string_view::npos;
    if (inner.size() > kCreditBytesMax || (!says_photo && !is_credit(inner))) return std::nullopt;
    return Caption{std::string(trimmed(body.substr(0, open))), std::string(trimmed(inner))};
}

std::optional<Caption> labelled_caption(std::string_view line) {
    for (const std::string_view label : kLabels) {
        if (!starts_with_ignoring_case(line, label) || line.size() > 300) continue;
        const std::string rest(trimmed(line.substr(label.size())));
        if (label == "caption:") return Caption{rest, ""};
        if (words_in(rest) <= 8) return Caption{"", rest};
    }
    return std::nullopt;
}

// The credit follows the caption's last sentence without a mark of its own.
std::optional<Caption> trailing_credit(std::string_view line) {
    for (std::size_t end = line.find_last_of(".!?"); end != std::string_view::npos && end > 0;
         end = line.find_last_of(".!?", end - 1)) {
        if (line.size() - end > kCreditBytesMax) return std::nullopt;
        std::size_t start = end + 1;
        while (start < line.size() && line[start] != ' ')
            ++start;  // a closing quote belongs to the sentence
        const std::string_view credit = trimmed(line.substr(start));
        if (is_credit(credit) && start - end <= 4)
            return Caption{std::string(trimmed(line.substr(0, start))), std::string(credit)};
    }
    return std::nullopt;
}

}  // namespace

std::optional<Caption> caption_of(std::string_view line) {
    if (line.size() > kCaptionBytesMax) return std::nullopt;
    if (auto caption = labelled_caption(line)) return caption;
    if (auto caption = bracketed_credit(line)) return caption;
    return trailing_credit(line);
}

}  // namespace broadsheet
