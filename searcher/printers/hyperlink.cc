#include "searcher/printers/hyperlink.h"

#include <fmt/format.h>

namespace broadsheet {

namespace {

// Longer addresses are cut off by terminals, and are none of a reader's.
constexpr std::size_t kBytesMax = 2000;

bool stands_for_itself(char c) {
    constexpr std::string_view kSigns = "-._~:/?#[]@!$&'()*+,;=%";
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           kSigns.find(c) != std::string_view::npos;
}

// What RFC 3986 does not allow in an address, percent-encoded; in a path also its own signs.
std::string encoded(std::string_view text, std::string_view also) {
    std::string out;
    for (const char c : text) {
        if (stands_for_itself(c) && also.find(c) == std::string_view::npos) {
            out += c;
        } else {
            out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        }
    }
    return out;
}

bool is_web_address(std::string_view url) {
    return url.starts_with("https://") || url.starts_with("http://");
}

}  // namespace

std::string link_to(const Article& article) {
    std::string link;
    if (is_web_address(article.url)) {
        link = encoded(article.url, "");
    } else if (article.origin.bundle.starts_with('/')) {
        link = "file://" + encoded(article.origin.bundle, "?#%[]");
    }
    return link.size() <= kBytesMax ? link : std::string();
}

std::string linked(std::string_view line, std::string_view link) {
    if (link.empty()) return std::string(line);
    return fmt::format("\x1b]8;;{}\x1b\\{}\x1b]8;;\x1b\\", link, line);
}

}  // namespace broadsheet
