#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/formats/format.h"

namespace broadsheet {

/// The envelope that the wire formats share: control characters around a header and a text.
inline constexpr char kWireStartOfHeader = '\x01';
inline constexpr char kWireStartOfText = '\x02';
inline constexpr char kWireEndOfText = '\x03';

/// One message, without the control characters; `offset` of its start of header.
struct WireMessage {
    std::string_view header;
    std::string_view text;
    std::size_t offset = 0;
};

/// Messages, each from its start of header to the next; its text up to the end of text.
std::vector<WireMessage> wire_messages(std::string_view bytes);

/// Where the last message begins that follows a whole one, or 0.
std::size_t cut_behind_wire_message(std::string_view bytes);

/// Takes the dateline off the text and hands the article to the sink; without text it is a problem.
void give_wire_article(Article&& article, std::uint64_t position, ArticleSink& sink);

}  // namespace broadsheet
