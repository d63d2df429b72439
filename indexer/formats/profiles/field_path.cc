#include <charconv>
#include <string>

#include <fmt/format.h>

#include "broadsheet/error.h"
#include "common/ascii.h"
#include "indexer/formats/profiles/profile.h"

namespace broadsheet {

namespace {

constexpr std::size_t kNowhere = std::string_view::npos;

[[noreturn]] void refuse(const std::string& reason) {
    throw Error(ErrorKind::invalid_argument, reason);
}

// Reads a path from left to right.
class PathReader {
public:
    PathReader(std::string_view text, char separator) : text_(text), separator_(separator) {}

    FieldPath read() {
        FieldPath path;
        path.push_back(read_step());
        while (at_ < text_.size()) {
            if (text_[at_] != separator_) refuse(fmt::format("'{}' is no path", text_));
            ++at_;
            path.push_back(read_step());
        }
        return path;
    }

private:
    PathStep read_step() {
        PathStep step;
        step.name = read_name();
        if (step.name.empty()) refuse(fmt::format("a name is missing in '{}'", text_));
        if (at_ < text_.size() && text_[at_] == '[') read_selector(step);
        return step;
    }

    // Single quotes keep dots and brackets in a name.
    std::string read_name() {
        if (at_ < text_.size() && text_[at_] == '\'') {
            const std::size_t end = text_.find('\'', at_ + 1);
            if (end == kNowhere) refuse(fmt::format("a ' is not closed in {}", text_));
            std::string name(text_.substr(at_ + 1, end - at_ - 1));
            at_ = end + 1;
            return name;
        }
        const std::size_t begin = at_;
        while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '[')
            ++at_;
        return std::string(trimmed(text_.substr(begin, at_ - begin)));
    }

    void read_selector(PathStep& step) {
        const std::size_t end = text_.find(']', at_);
        if (end == kNowhere) refuse(fmt::format("a [ is not closed in '{}'", text_));
        const std::string_view inside = trimmed(text_.substr(at_ + 1, end - at_ - 1));
        at_ = end + 1;
        const std::size_t equals = inside.find('=');
        if (equals != kNowhere) {
            step.where = trimmed(inside.substr(0, equals));
            step.equals = trimmed(inside.substr(equals + 1));
        } else if (!inside.empty() && inside != "*") {
            int index = 0;
            const char* const last = inside.data() + inside.size();
            const auto result = std::from_chars(inside.data(), last, index);
            if (result.ec != std::errc() || result.ptr != last) {
                refuse(fmt::format(
                    "[{}] in '{}' should be a number as in [0], a condition as in [type=keyword], "
                    "or []",
                    inside,
                    text_
                ));
            }
            step.index = index;
        }
    }

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
};

}  // namespace

FieldPath parse_field_path(std::string_view text, ProfileKind kind) {
    text = trimmed(text);
    if (text.empty()) refuse("a value is missing");
    if (kind != ProfileKind::csv)
        return PathReader(text, kind == ProfileKind::json ? '.' : '/').read();
    const bool quoted = text.size() > 2 && text.front() == '\'' && text.back() == '\'';
    return {{.name = std::string(quoted ? text.substr(1, text.size() - 2) : text)}};
}

}  // namespace broadsheet
