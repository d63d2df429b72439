#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/formats/format.h"

namespace broadsheet {

/// What the text exports of press databases have in common: many articles in one file, each a
/// record of labelled parts with the body among them.

/// Tells of a line, without its end, what it does to the records.
enum class LineMark {
    none,
    starts_record,  ///< the line is the first of the next record
    ends_record,    ///< the record ends behind the line
};

using LineMarker = LineMark (*)(std::string_view line);

/// Calls `read` with the text of each record in UTF-8, and where it starts in the entry. What
/// stands before the first start mark is a record too, and so is what stands behind the last end
/// mark.
void for_each_record(
    const Piece& piece,
    LineMarker mark,
    const std::function<void(std::string_view text, std::uint64_t position)>& read
);

/// Behind the last whole record, or 0.
std::size_t cut_behind_record(std::string_view bytes, LineMarker mark);

/// Some lines of a record: those under a label, or those between blank lines that have none.
struct LabelledBlock {
    std::string label = {};    ///< what LabelNames calls it; empty for none
    std::string written = {};  ///< as it stands, without its colon
    std::string text = {};     ///< its lines, the label off
    bool indented = false;     ///< the first line is set in the middle
};

/// Whether `word` is a label, and what it is to be called; empty for no label.
using LabelNames = std::string_view (*)(std::string_view word);

/// The blocks of a record, in order. A label stands at the beginning of a line and ends in a colon.
std::vector<LabelledBlock> labelled_blocks(std::string_view record, LabelNames names);

/// Adds the paragraphs of a text to those of the article.
void add_paragraphs(Article& article, std::string_view text);

/// Tells the sink of a record without an article: what stands before the first one, such as a list
/// of all.
void give_cover_page(std::uint64_t position, ArticleSink& sink);

/// "Section A; Column 1; Foreign Desk; Pg. 1" and "FRAUD (90%); TRIALS (78%)" taken apart, without
/// percentages.
std::vector<std::string> terms_of(std::string_view list);

}  // namespace broadsheet
