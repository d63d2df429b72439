#include "indexer/formats/html/attribute_limit.h"

#include <algorithm>
#include <cstddef>

#include "common/ascii.h"

namespace broadsheet::html {

namespace {

constexpr std::size_t kNowhere = std::string_view::npos;
constexpr int kAttributesMax = 300;

/// Walks through one tag as libxml2 does.
class TagWalk {
public:
    /// `at` is behind the tag's name.
    TagWalk(std::string_view page, std::size_t at) : page_(page), at_(at) {}

    /// Goes to the end of the tag and counts its attributes.
    void run() {
        while (at_ < page_.size()) {
            skip(is_ascii_blank);
            if (at_ >= page_.size() || page_[at_] == '>') return;
            if (++count_ == kAttributesMax + 1) cut_ = at_;
            skip_attribute();
        }
    }

    [[nodiscard]] std::size_t end() const { return std::min(at_, page_.size()); }

    /// Where the first attribute too many begins; 0 without one.
    [[nodiscard]] std::size_t cut() const { return cut_; }

private:
    template <typename Is>
    void skip(Is&& is) {
        while (at_ < page_.size() && is(page_[at_]))
            ++at_;
    }

    void skip_attribute() {
        const std::size_t begin = at_;
        skip([](char c) { return !is_ascii_blank(c) && c != '=' && c != '>'; });
        skip(is_ascii_blank);
        if (at_ >= page_.size() || page_[at_] != '=') {
            at_ = std::max(at_, begin + 1);
            return;
        }
        ++at_;
        skip(is_ascii_blank);
        if (at_ >= page_.size()) return;
        const char quote = page_[at_];
        if (quote == '"' || quote == '\'') {
            const std::size_t close = page_.find(quote, at_ + 1);
            at_ = close == kNowhere ? page_.size() : close + 1;
        } else {
            skip([](char c) { return !is_ascii_blank(c) && c != '>'; });
        }
    }

    std::string_view page_;
    std::size_t at_;
    int count_ = 0;
    std::size_t cut_ = 0;
};

/// Behind the text of a program or style sheet that the tag of this name opens.
std::size_t behind_raw_text(std::string_view page, std::string_view name, std::size_t at) {
    for (const std::string_view raw : {"script", "style"}) {
        if (!equals_ignoring_case(name, raw)) continue;
        const std::size_t close = page.find("</", at);
        return close == kNowhere ? page.size() : close;
    }
    return at;
}

}  // namespace

std::string_view with_few_attributes(std::string_view page, std::string& buffer) {
    std::size_t copied = 0;
    for (std::size_t at = page.find('<'); at != kNowhere; at = page.find('<', at)) {
        ++at;
        if (at >= page.size() || !is_ascii_letter(page[at])) continue;
        std::size_t name_end = at;
        while (name_end < page.size() && !is_ascii_blank(page[name_end]) && page[name_end] != '>' &&
               page[name_end] != '/')
            ++name_end;
        const std::string_view name = page.substr(at, name_end - at);
        TagWalk walk(page, name_end);
        walk.run();
        if (walk.cut() != 0) {
            buffer += page.substr(copied, walk.cut() - copied);
            copied = walk.end();
        }
        at = behind_raw_text(page, name, walk.end());
    }
    if (copied == 0) return page;
    buffer += page.substr(copied);
    return buffer;
}

}  // namespace broadsheet::html
