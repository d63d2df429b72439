#include "indexer/formats/extracted_text.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "indexer/formats/factiva.h"
#include "indexer/formats/lexisnexis.h"
#include "indexer/formats/plain_text.h"
#include "indexer/formats/proquest.h"

namespace broadsheet {

namespace {

constexpr std::size_t kHeadBytes = 64U << 10U;

// Puts positions in the text back to where they were in the file.
class PlacingSink : public ArticleSink {
public:
    PlacingSink(const ExtractedText& extracted, std::uint64_t offset, ArticleSink& sink)
        : extracted_(extracted), offset_(offset), sink_(sink) {}

    void article(Article&& article) override {
        article.origin.position = placed(article.origin.position);
        sink_.article(std::move(article));
    }

    void problem(ProblemKind kind, std::uint64_t position, std::string reason) override {
        sink_.problem(kind, placed(position), std::move(reason));
    }

private:
    [[nodiscard]] std::uint64_t placed(std::uint64_t position) const {
        return offset_ + extracted_.position_of(position);
    }

    const ExtractedText& extracted_;
    const std::uint64_t offset_;
    ArticleSink& sink_;
};

const Format& format_of(const Sample& sample) {
    const Format* best = &plain_text_format();
    int highest = 0;
    for (const Format* format : {&lexisnexis_format(), &factiva_format(), &proquest_format()}) {
        const int taste = format->taste(sample);
        if (taste > highest) best = format;
        highest = std::max(highest, taste);
    }
    return *best;
}

}  // namespace

void ExtractedText::begin_paragraph(std::size_t position) {
    const bool is_open = !paragraphs_.empty() && paragraphs_.back().first == text_.size();
    if (is_open) {
        paragraphs_.back().second = position;
        return;
    }
    if (!text_.empty()) text_.append("\n\n");
    paragraphs_.emplace_back(text_.size(), position);
}

std::size_t ExtractedText::position_of(std::size_t offset) const {
    const auto after = std::upper_bound(
        paragraphs_.begin(),
        paragraphs_.end(),
        offset,
        [](std::size_t wanted, const auto& paragraph) { return wanted < paragraph.first; }
    );
    return after == paragraphs_.begin() ? 0 : std::prev(after)->second;
}

std::size_t ParagraphTags::next() {
    for (std::size_t at = bytes_.find('<', at_); at != bytes_.npos; at = bytes_.find('<', at + 1)) {
        if (!opens_at(at)) continue;
        at_ = at + 1;
        return last_ = at;
    }
    at_ = bytes_.size();
    return last_;
}

bool ParagraphTags::opens_at(std::size_t at) const {
    const std::string_view rest = bytes_.substr(at);
    return std::any_of(openings_.begin(), openings_.end(), [rest](std::string_view opening) {
        constexpr std::string_view kBehindName = "> /\t\r\n";
        return rest.starts_with(opening) && rest.size() > opening.size() &&
               kBehindName.find(rest[opening.size()]) != kBehindName.npos;
    });
}

void read_extracted(const ExtractedText& extracted, const Piece& piece, ArticleSink& sink) {
    const std::string_view text = extracted.text();
    if (text.empty())
        return sink.problem(ProblemKind::not_article, piece.offset, "there is no text in it");
    const std::string_view head = text.substr(0, kHeadBytes);
    PlacingSink placing(extracted, piece.offset, sink);
    format_of({piece.name, head, head.size() == text.size()})
        .read({piece.name, head, text, 0}, placing);
}

}  // namespace broadsheet
