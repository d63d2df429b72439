#include "indexer/formats/plain_text.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "common/ascii.h"
#include "common/dates/date_parser.h"
#include "common/utf8.h"
#include "indexer/formats/byline.h"
#include "indexer/formats/captions.h"
#include "indexer/formats/dateline.h"
#include "indexer/formats/paragraphs.h"
#include "indexer/formats/side_files.h"
#include "indexer/formats/text_encoding.h"

namespace broadsheet {

namespace {

constexpr std::size_t kHeadlineBytesMax = 300;
constexpr std::size_t kKickerBytesMax = 40;
constexpr std::size_t kWrappedLineBytesMax = 120;

// Lines between blank lines.
using Block = std::vector<std::string_view>;

std::vector<Block> blocks_of(std::string_view text) {
    std::vector<Block> blocks;
    bool open = false;
    while (!text.empty()) {
        const std::string_view line = take_line(text);
        if (trimmed(line).empty()) {
            open = false;
            continue;
        }
        if (!open) blocks.emplace_back();
        blocks.back().push_back(line);
        open = true;
    }
    return blocks;
}

std::string joined(const Block& block) {
    std::string out;
    for (const std::string_view line : block) {
        out.append(line);
        out.push_back('\n');
    }
    return out;
}

bool ends_sentence(std::string_view text) {
    while (!text.empty() && (text.back() == '"' || text.back() == '\'' || text.back() == ')' ||
                             text.ends_with("”") || text.ends_with("’"))) {
        text.remove_suffix(text.ends_with("”") || text.ends_with("’") ? 3 : 1);
    }
    return text.ends_with('.') || text.ends_with(':') || text.ends_with(';') ||
           text.ends_with("。") || text.ends_with("；") || text.ends_with("：");
}

std::size_t words_in(std::string_view text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

bool is_headline(std::string_view text) {
    return !text.empty() && text.size() <= kHeadlineBytesMax && !ends_sentence(text);
}

bool has_small_word(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool starts = i == 0 || text[i - 1] == ' ';
        if (starts && is_ascii_letter(text[i]) && !is_ascii_upper(text[i])) return true;
    }
    return false;
}

// "The Slatest", "World news", "Letters to the editor" is already too much like a headline.
bool is_kicker(std::string_view text) {
    const std::size_t words = words_in(text);
    const bool short_enough = words <= 2 || (words <= 4 && !has_small_word(text));
    return text.size() <= kKickerBytesMax && short_enough && is_headline(text) &&
           std::string_view("?!)\"").find(text.back()) == std::string_view::npos;
}

// The line under a name: "Staff Writer", "Of The Aldmoor Herald".
bool is_post(std::string_view text) {
    return words_in(text) <= 6 && text.size() <= kKickerBytesMax && !ends_sentence(text) &&
           is_ascii_upper(text.front());
}

// Builds an article from blocks, taking them from the top as long as they are not the body.
class PlainTextReader {
public:
    explicit PlainTextReader(std::string_view text) : blocks_(blocks_of(text)) {}

    Article read() {
        split_headline_from_text();
        take_kicker();
        take_headline();
        while (at_ < blocks_.size() && (take_byline() || take_date() || take_captions()))
            ++at_;
        take_body();
        return std::move(article_);
    }

private:
    [[nodiscard]] bool is_single_line(std::size_t index) const {
        return index < blocks_.size() && blocks_[index].size() == 1;
    }

    // Without a blank line after it, the headline is the first line when it is short and the lines
    // below are paragraphs of their own, or indented.
    void split_headline_from_text() {
        if (blocks_.empty() || blocks_[0].size() < 2) return;
        const Block& block = blocks_[0];
        const std::string first = clean_text(block[0]);
        const std::string_view second = block[1];
        const bool long_lines = second.size() > kWrappedLineBytesMax;
        const bool indented =
            second.starts_with("  ") || second.starts_with('\t') || second.starts_with("\u3000");
        const bool byline = is_byline(trimmed(second));
        if (!is_headline(first) || (!long_lines && !indented && !byline)) return;
        Block rest(block.begin() + 1, block.end());
        blocks_[0].resize(1);
        blocks_.insert(blocks_.begin() + 1, std::move(rest));
    }

    void take_kicker() {
        if (!is_single_line(0) || !is_single_line(1) || blocks_.size() < 3) return;
        const std::string kicker = clean_text(blocks_[0][0]);
        const std::string headline = clean_text(blocks_[1][0]);
        const bool shorter = kicker.size() < headline.size();
        if (!is_kicker(kicker) || !shorter || !is_headline(headline) || is_byline(headline) ||
            parse_date(headline)) {
            return;
        }
        article_.section = kicker;
        at_ = 1;
    }

    void take_headline() {
        if (at_ >= blocks_.size() || at_ + 1 == blocks_.size()) return;
        if (blocks_[at_].size() > 3) return;
        std::string headline = clean_text(joined(blocks_[at_]));
        const bool single = blocks_[at_].size() == 1;
        const bool fits = single ? headline.size() <= kHeadlineBytesMax / 2 || is_headline(headline)
                                 : is_headline(headline);
        if (headline.size() > kHeadlineBytesMax || !fits) return;
        article_.headline = std::move(headline);
        ++at_;
    }

    bool take_byline() {
        const Block& block = blocks_[at_];
        const std::string line = clean_text(block[0]);
        if (!article_.byline.empty() || !is_byline(line) || block.size() > 3) return false;
        std::optional<Date> date;
        std::string post;
        for (std::size_t i = 1; i < block.size(); ++i) {
            const std::string below = clean_text(block[i]);
            const auto read = parse_date(below);
            if (read && !date) {
                date = read;
            } else if (post.empty() && is_post(below)) {
                post = below;
            } else {
                return false;
            }
        }
        if (date) article_.published = date;
        article_.byline = post.empty() ? line : line + ", " + post;
        article_.authors = authors_of(line);
        return true;
    }

    bool take_date() {
        if (article_.published || !is_single_line(at_)) return false;
        const auto date = parse_date(blocks_[at_][0]);
        if (!date || date->precision == DatePrecision::year) return false;
        article_.published = date;
        return true;
    }

    // A block whose last line ends with a credit: its other lines describe the picture too.
    bool take_captions() {
        const Block& block = blocks_[at_];
        if (block.size() > 4 || at_ + 1 == blocks_.size()) return false;
        auto last = caption_of(clean_text(block.back()));
        if (!last) return false;
        for (std::size_t i = 0; i + 1 < block.size(); ++i) {
            std::string text = clean_text(block[i]);
            auto caption = caption_of(text);
            article_.captions.push_back(caption ? *caption : Caption{std::move(text), ""});
        }
        article_.captions.push_back(std::move(*last));
        return true;
    }

    void take_body() {
        std::string body;
        for (; at_ < blocks_.size(); ++at_) {
            body += joined(blocks_[at_]);
            body.push_back('\n');
        }
        article_.paragraphs = paragraphs_of(body);
        if (!article_.paragraphs.empty())
            article_.dateline = take_dateline(article_.paragraphs.front());
    }

    std::vector<Block> blocks_;
    std::size_t at_ = 0;
    Article article_;
};

// Many short lines and no sentence: names, categories, stop words.
bool is_list(std::string_view text) {
    std::size_t lines = 0;
    std::size_t short_lines = 0;
    std::size_t sentences = 0;
    while (!text.empty()) {
        const std::string_view line = trimmed(take_line(text));
        if (line.empty()) continue;
        ++lines;
        if (words_in(line) <= 3) ++short_lines;
        if (ends_sentence(line)) ++sentences;
    }
    return lines >= 8 && short_lines * 10 >= lines * 9 && sentences * 20 <= lines;
}

bool has_letters(std::string_view text) {
    std::size_t letters = 0;
    for (const char c : text) {
        letters += is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80 ? 1 : 0;
        if (letters >= 3) return true;
    }
    return false;
}

std::string why_not_article(std::string_view name, std::string_view text) {
    std::string reason = side_file_reason(name);
    if (!reason.empty()) return reason;
    if (!has_letters(text)) return "there are no words in it";
    const std::string_view start = trimmed(text.substr(0, 4096));
    if (start.starts_with("<?") || start.starts_with("<!"))
        return "it is markup in no format that is known here";
    if (start.starts_with("version https://git-lfs.github.com/spec/"))
        return "it stands for a file that was not downloaded (git lfs pull fetches it)";
    if (start.starts_with("#!")) return "it is a program, not an article";
    if (is_list(text)) return "it is a list of short lines, not an article";
    return {};
}

class PlainText : public Format {
public:
    [[nodiscard]] std::string_view name() const override { return "plain-text"; }

    [[nodiscard]] std::string_view help() const override {
        return "one article as plain text: kicker, headline, byline, captions, paragraphs";
    }

    [[nodiscard]] int taste(const Sample& sample) const override {
        if (is_binary(sample.head)) return 0;
        return has_extension(sample.name, ".txt") || has_extension(sample.name, ".text") ? 10 : 5;
    }

    void read(const Piece& piece, ArticleSink& sink) const override {
        if (is_binary(piece.bytes)) {
            sink.problem(ProblemKind::not_article, piece.offset, "it is binary data, not text");
            return;
        }
        const Utf8Text text = decode_text(piece.bytes);
        std::string reason = why_not_article(piece.name, text.view());
        if (!reason.empty()) {
            sink.problem(ProblemKind::not_article, piece.offset, std::move(reason));
            return;
        }
        Article article = PlainTextReader(text.view()).read();
        article.origin.position = piece.offset;
        sink.article(std::move(article));
    }
};

}  // namespace

const Format& plain_text_format() {
    static const PlainText kFormat;
    return kFormat;
}

}  // namespace broadsheet
