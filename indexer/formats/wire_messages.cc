#include "indexer/formats/wire_messages.h"

#include <algorithm>

#include "indexer/formats/dateline.h"

namespace broadsheet {

namespace {

constexpr std::size_t kNowhere = std::string_view::npos;

}  // namespace

std::vector<WireMessage> wire_messages(std::string_view bytes) {
    std::vector<WireMessage> messages;
    for (std::size_t at = bytes.find(kWireStartOfHeader); at != kNowhere;) {
        const std::size_t next = bytes.find(kWireStartOfHeader, at + 1);
        const std::string_view message =
            bytes.substr(at + 1, next == kNowhere ? next : next - at - 1);
        const std::size_t text = std::min(message.find(kWireStartOfText), message.size());
        const std::string_view rest = message.substr(std::min(text + 1, message.size()));
        messages.push_back(
            {message.substr(0, text), rest.substr(0, rest.find_first_of("\x03\x04")), at}
        );
        at = next;
    }
    return messages;
}

std::size_t cut_behind_wire_message(std::string_view bytes) {
    const std::size_t end = bytes.rfind(kWireEndOfText);
    const std::size_t next = end == kNowhere ? kNowhere : bytes.find(kWireStartOfHeader, end);
    return next == kNowhere ? 0 : next;
}

void give_wire_article(Article&& article, std::uint64_t position, ArticleSink& sink) {
    if (article.headline.empty() && article.paragraphs.empty())
        return sink.problem(ProblemKind::not_article, position, "there is no text in this message");
    if (!article.paragraphs.empty()) article.dateline = take_dateline(article.paragraphs.front());
    article.origin.position = position;
    sink.article(std::move(article));
}

}  // namespace broadsheet
