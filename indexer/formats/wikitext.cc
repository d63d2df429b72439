#include "indexer/formats/wikitext.h"

#include <algorithm>
#include <array>

#include "common/ascii.h"
#include "indexer/formats/html_body.h"
#include "indexer/formats/paragraphs.h"

namespace broadsheet {

namespace {

constexpr std::size_t kNowhere = std::string_view::npos;
constexpr std::size_t kLinkBytesMax = 1000;
constexpr std::size_t kSilentBytesMax = 20'000;

// Elements whose content is no running text.
constexpr std::array<std::string_view, 6> kSilent = {
    "ref", "gallery", "math", "timeline", "score", "imagemap"};

// Reads the page once from left to right; what is nested is counted, never recursed into.
class WikiReader {
public:
    explicit WikiReader(std::string_view text) : text_(text) {}

    WikiText read() {
        while (at_ < text_.size()) {
            if (!skip_template() && !read_link() && !skip_markup() && !skip_emphasis())
                out_.push_back(text_[at_++]);
        }
        split_lines();
        return std::move(page_);
    }

private:
    [[nodiscard]] bool next_is(std::string_view mark) const {
        return text_.substr(at_).starts_with(mark);
    }

    // {{...}} and {|...|}, with what is nested in them.
    bool skip_template() {
        if (!next_is("{{") && !next_is("{|")) return false;
        if (find_ignoring_case(text_.substr(at_, 7), "{{date|") == 0) {
            const std::string_view rest = text_.substr(at_ + 7, 60);
            page_.date = clean_text(rest.substr(0, rest.find("}}")));
        }
        std::size_t depth = 0;
        while (at_ < text_.size()) {
            if (next_is("{{") || next_is("{|")) {
                ++depth;
                at_ += 2;
            } else if (next_is("}}") || next_is("|}")) {
                at_ += 2;
                if (--depth == 0) return true;
            } else {
                ++at_;
            }
        }
        return true;
    }

    // [[page|words]], [[File:...]], [[Category:...]], [http://... words].
    bool read_link() {
        if (next_is("[[")) {
            const std::size_t end = link_end();
            take_internal_link(text_.substr(at_ + 2, end - at_ - 2));
            at_ = std::min(end + 2, text_.size());
            return true;
        }
        if (!next_is("[http") && !next_is("[//")) return false;
        const std::size_t end = text_.find_first_of("]\n", at_);
        if (end == kNowhere || text_[end] != ']') return false;
        const std::string_view link = text_.substr(at_ + 1, end - at_ - 1);
        const std::size_t space = link.find(' ');
        if (space != kNowhere) out_.append(link.substr(space + 1));
        at_ = end + 1;
        return true;
    }

    [[nodiscard]] std::size_t link_end() const {
        std::size_t depth = 0;
        for (std::size_t i = at_; i + 1 < text_.size() && i < at_ + kLinkBytesMax; ++i) {
            if (text_[i] == '[' && text_[i + 1] == '[') {
                ++depth;
                ++i;
            } else if (text_[i] == ']' && text_[i + 1] == ']') {
                if (--depth == 0) return i;
                ++i;
            }
        }
        return at_ + 2;
    }

    void take_internal_link(std::string_view link) {
        const std::size_t colon = link.find(':');
        const std::size_t bar = link.find('|');
        const std::string_view space = colon < bar ? link.substr(0, colon) : std::string_view();
        if (equals_ignoring_case(space, "category")) {
            page_.categories.push_back(
                clean_text(link.substr(colon + 1, bar == kNowhere ? bar : bar - colon - 1))
            );
            return;
        }
        // A colon in front makes a visible link of any kind; other spaces are files and languages.
        const bool lower = !space.empty() && space.size() <= 12;
        if (lower && link.find(' ') > colon + 1 &&
            (bar == kNowhere || equals_ignoring_case(space, "file") ||
             equals_ignoring_case(space, "image"))) {
            return;
        }
        if (link.find("[[") != kNowhere) return;  // a file whose caption has links
        out_.append(bar == kNowhere ? link : link.substr(link.find_last_of('|') + 1));
    }

    // <!-- -->, <ref>...</ref>, other tags.
    bool skip_markup() {
        if (text_[at_] != '<') return false;
        const std::string_view rest = text_.substr(at_);
        if (rest.starts_with("<!--")) {
            const std::size_t end = rest.find("-->");
            at_ = end == kNowhere ? text_.size() : at_ + end + 3;
            return true;
        }
        const std::size_t close = rest.substr(0, 2000).find('>');
        const bool tag = rest.size() > 1 && (is_ascii_letter(rest[1]) || rest[1] == '/');
        if (!tag || close == kNowhere) return false;
        for (std::size_t i = 0; i < kSilent.size(); ++i) {
            const std::string_view name = kSilent[i];
            if (!starts_with_ignoring_case(rest.substr(1), name) || rest[close - 1] == '/')
                continue;
            if (at_ < unclosed_until_[i]) break;
            const std::size_t end =
                find_ignoring_case(rest.substr(0, kSilentBytesMax), "</" + std::string(name));
            if (end == kNowhere) {
                unclosed_until_[i] = at_ + kSilentBytesMax;
                break;
            }
            at_ += std::min(rest.find('>', end), rest.size() - 1) + 1;
            return true;
        }
        if (starts_with_ignoring_case(rest, "<br") || starts_with_ignoring_case(rest, "<p"))
            out_.push_back('\n');
        at_ += close + 1;
        return true;
    }

    bool skip_emphasis() {
        if (!next_is("''")) return false;
        while (at_ < text_.size() && text_[at_] == '\'')
            ++at_;
        return true;
    }

    // A line is a paragraph; headings lose their signs, lists their bullets, magic words go.
    void split_lines() {
        std::string_view rest = out_;
        while (!rest.empty()) {
            std::string_view line = trimmed(take_line(rest));
            if (line.starts_with("__") && line.ends_with("__")) continue;
            while (!line.empty() && std::string_view("=*#:;|!").find(line.front()) != kNowhere)
                line.remove_prefix(1);
            while (!line.empty() && line.back() == '=')
                line.remove_suffix(1);
            std::string clean = plain_of_html(line);
            if (!clean.empty()) page_.paragraphs.push_back(std::move(clean));
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::string out_;
    WikiText page_;
    std::array<std::size_t, kSilent.size()> unclosed_until_{};  // no end tag before here
};

}  // namespace

WikiText read_wikitext(std::string_view text) {
    return WikiReader(text).read();
}

}  // namespace broadsheet
