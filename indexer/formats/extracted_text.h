#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/formats/format.h"

namespace broadsheet {

/// The text of a word processor's file, paragraph by paragraph, and where each stood in the file.
class ExtractedText {
public:
    /// Starts a paragraph; its text begins at `position` of the file. One without text is none.
    void begin_paragraph(std::size_t position);

    /// Adds to the paragraph that was begun.
    void add(std::string_view text) { text_.append(text); }

    [[nodiscard]] const std::string& text() const { return text_; }

    /// Where the paragraph at this offset of the text stood in the file.
    [[nodiscard]] std::size_t position_of(std::size_t offset) const;

private:
    std::string text_;
    std::vector<std::pair<std::size_t, std::size_t>> paragraphs_;  // offset, position; ascending
};

/// Where the paragraphs of an XML file begin, one after another: its tree does not know it.
class ParagraphTags {
public:
    /// `openings` as "<w:p"; behind them a tag ends or goes on with attributes.
    ParagraphTags(std::string_view bytes, std::vector<std::string_view> openings)
        : bytes_(bytes), openings_(std::move(openings)) {}

    /// The next one's position; the last one's where there are no more.
    std::size_t next();

private:
    [[nodiscard]] bool opens_at(std::size_t at) const;

    std::string_view bytes_;
    std::vector<std::string_view> openings_;
    std::size_t at_ = 0;
    std::size_t last_ = 0;
};

/// Reads the text as the exports of press databases are read, or as one article of plain text, and
/// gives what comes of it to the sink with positions in the piece.
void read_extracted(const ExtractedText& extracted, const Piece& piece, ArticleSink& sink);

}  // namespace broadsheet
