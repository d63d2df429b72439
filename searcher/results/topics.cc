#include "searcher/results/topics.h"

#include <algorithm>
#include <cstddef>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

namespace broadsheet {

namespace {

constexpr std::string_view kBlanks = " \t\r\n\f\v";

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(kBlanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

std::string_view without_byte_order_mark(std::string_view text) {
    return text.starts_with("\xEF\xBB\xBF") ? text.substr(3) : text;
}

// A title may run over several lines.
std::string on_one_line(std::string_view text) {
    std::string line(text);
    std::replace_if(
        line.begin(), line.end(), [](char c) { return kBlanks.find(c) != kBlanks.npos; }, ' '
    );
    return line;
}

// What stands behind a tag up to the next one, without the label TREC puts first ("Number:").
std::string_view element(std::string_view topic, std::string_view tag, std::string_view label) {
    const std::size_t found = topic.find(tag);
    if (found == std::string_view::npos) return {};
    std::string_view content = topic.substr(found + tag.size());
    content = trimmed(content.substr(0, content.find('<')));
    return content.starts_with(label) ? trimmed(content.substr(label.size())) : content;
}

class TopicReader {
public:
    void read_lines(std::string_view text) {
        std::size_t number = 0;
        while (!text.empty()) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            read_line(text.substr(0, end), ++number);
            text.remove_prefix(std::min(end + 1, text.size()));
        }
    }

    void read_trec(std::string_view text) {
        constexpr std::string_view kTop = "<top>";
        std::size_t number = 0;
        for (std::size_t begin = text.find(kTop); begin != std::string_view::npos;) {
            const std::size_t next = text.find(kTop, begin + kTop.size());
            const std::string_view topic = text.substr(begin, next - begin);
            take(
                fmt::format("topic {}", ++number),
                element(topic, "<num>", "Number:"),
                element(topic, "<title>", "Topic:")
            );
            begin = next;
        }
    }

    Topics result() { return std::move(result_); }

private:
    void read_line(std::string_view line, std::size_t number) {
        if (trimmed(line).empty()) return;
        const std::string place = fmt::format("line {}", number);
        const std::size_t tab = line.find('\t');
        if (tab == std::string_view::npos) {
            take(place, fmt::format("{}", number), trimmed(line));
        } else {
            take(place, trimmed(line.substr(0, tab)), trimmed(line.substr(tab + 1)));
        }
    }

    void take(const std::string& place, std::string_view id, std::string_view text) {
        if (id.empty()) {
            leave_out(place, "has no name for its query");
        } else if (text.empty()) {
            leave_out(place, "has no query");
        } else if (!ids_.emplace(id).second) {
            leave_out(place, fmt::format("has the name '{}', which is taken", id));
        } else {
            result_.topics.push_back({on_one_line(id), on_one_line(text)});
        }
    }

    void leave_out(const std::string& place, std::string_view reason) {
        result_.complaints.push_back(fmt::format("{} {}: left out", place, reason));
    }

    Topics result_;
    std::unordered_set<std::string> ids_;
};

}  // namespace

Topics read_topics(std::string_view text) {
    text = without_byte_order_mark(text);
    TopicReader reader;
    if (trimmed(text).starts_with("<top>")) {
        reader.read_trec(text);
    } else {
        reader.read_lines(text);
    }
    return reader.result();
}

}  // namespace broadsheet
