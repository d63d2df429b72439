#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/formats/format.h"
#include "indexer/formats/xml_tree.h"

namespace broadsheet {

/// What the XML formats of the IPTC have in common.

/// Name of the outermost element without its prefix; empty for what is no XML.
std::string xml_root_of(const Sample& sample);

/// Whether an element whose name begins so opens anywhere in the head.
bool xml_opens(const Sample& sample, std::string_view name);

void set_if_empty(std::string& target, std::string value);

/// Adds a value that is not empty and not in the list yet.
void add_once(std::vector<std::string>& list, std::string value);

/// Byline and authors, unless there is one already.
void set_byline(Article& article, const std::string& text);

/// Text inside a news item: NITF, XHTML or plain. Paragraphs that are there stay.
void read_inline_content(const xmlNode* content, Article& article);

/// The number of a version as printed; 0 where there is none.
std::uint32_t version_number(std::string_view text);

/// What to say of an item with this publishing status ("stat:canceled", "Withheld") when its
/// publisher does not want it published; empty for all other items, those under embargo too: an
/// archive is its owner's.
std::string withdrawal_reason(std::string_view status);

/// Hands an article with a headline or text to the sink, anything else as a problem. `what` names
/// it. Where its `status` withdraws it, that is what the sink gets.
void give_item(
    Article&& article,
    std::uint64_t position,
    ArticleSink& sink,
    std::string_view what,
    std::string_view status = {}
);

}  // namespace broadsheet
