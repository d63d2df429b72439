#include "indexer/formats/labelled_text.h"

#include <algorithm>
#include <utility>

#include "common/ascii.h"
#include "indexer/formats/paragraphs.h"
#include "indexer/formats/text_encoding.h"

namespace broadsheet {

namespace {

constexpr std::size_t kLabelBytesMax = 32;
constexpr std::size_t kCentredBlanks = 6;

// Calls `visit` with each line, its offset and the offset behind its end.
template <typename Visit>
void visit_lines(std::string_view bytes, Visit visit) {
    for (std::size_t at = 0; at < bytes.size();) {
        std::string_view rest = bytes.substr(at);
        const std::string_view line = take_line(rest);
        const std::size_t next = bytes.size() - rest.size();
        visit(line, at, next);
        at = next;
    }
}

std::size_t leading_blanks(std::string_view line) {
    return std::min(line.find_first_not_of(" \t"), line.size());
}

}  // namespace

void for_each_record(
    const Piece& piece,
    LineMarker mark,
    const std::function<void(std::string_view text, std::uint64_t position)>& read
) {
    const bool wide = piece.head.substr(0, 4).find('\0') != std::string_view::npos ||
                      piece.head.starts_with("\xFF\xFE") || piece.head.starts_with("\xFE\xFF");
    const Utf8Text whole = wide ? decode_text(piece.bytes) : Utf8Text::of(piece.bytes);
    const std::string encoding = wide ? "UTF-8" : choose_encoding(piece.head);
    const std::string_view bytes = whole.view();
    std::size_t begin = 0;
    const auto give = [&](std::size_t end) {
        const std::string_view record = bytes.substr(begin, end - begin);
        if (!trimmed(record).empty()) read(to_utf8(record, encoding).view(), piece.offset + begin);
        begin = end;
    };
    visit_lines(bytes, [&](std::string_view line, std::size_t at, std::size_t next) {
        const LineMark what = mark(line);
        if (what == LineMark::starts_record && at > begin) give(at);
        if (what == LineMark::ends_record) give(next);
    });
    if (begin < bytes.size()) give(bytes.size());
}

std::size_t cut_behind_record(std::string_view bytes, LineMarker mark) {
    std::size_t cut = 0;
    visit_lines(bytes, [&](std::string_view line, std::size_t at, std::size_t next) {
        const LineMark what = mark(line);
        if (next == bytes.size() && !bytes.ends_with('\n')) return;  // the line may go on
        if (what == LineMark::starts_record) cut = at;
        if (what == LineMark::ends_record) cut = next;
    });
    return cut;
}

std::vector<LabelledBlock> labelled_blocks(std::string_view record, LabelNames names) {
    std::vector<LabelledBlock> blocks;
    bool open = false;
    visit_lines(record, [&](std::string_view line, std::size_t, std::size_t) {
        const std::string_view words = trimmed(line);
        if (words.empty()) {
            open = false;
            return;
        }
        const std::size_t colon = words.substr(0, kLabelBytesMax).find(':');
        const std::string_view label =
            colon == std::string_view::npos ? std::string_view() : names(words.substr(0, colon));
        if (!label.empty()) {
            blocks.push_back(
                {.label = std::string(label),
                 .written = std::string(words.substr(0, colon)),
                 .text = std::string(words.substr(colon + 1))}
            );
            open = true;
            return;
        }
        if (!open) blocks.push_back({.indented = leading_blanks(line) >= kCentredBlanks});
        std::string& text = blocks.back().text;
        if (open) text += '\n';
        text += line;
        open = true;
    });
    return blocks;
}

void add_paragraphs(Article& article, std::string_view text) {
    for (std::string& paragraph : paragraphs_of(text))
        article.paragraphs.push_back(std::move(paragraph));
}

void give_cover_page(std::uint64_t position, ArticleSink& sink) {
    sink.problem(ProblemKind::not_article, position, "it is a cover page, not an article");
}

std::vector<std::string> terms_of(std::string_view list) {
    std::vector<std::string> terms;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(';'), list.size());
        std::string_view term = trimmed(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
        if (term.ends_with("%)")) term = trimmed(term.substr(0, term.rfind('(')));
        std::string text = clean_text(term);
        if (!text.empty() && std::find(terms.begin(), terms.end(), text) == terms.end())
            terms.push_back(std::move(text));
    }
    return terms;
}

}  // namespace broadsheet
