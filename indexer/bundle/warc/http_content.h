#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "indexer/bundle/byte_source.h"
#include "indexer/bundle/reading.h"
#include "indexer/bundle/warc/header_fields.h"

namespace broadsheet {

/// The status of an HTTP response, or 0 when the line is none: "HTTP/1.1 200 OK" is 200.
int http_status(std::string_view status_line);

/// The content of an HTTP response, with its transfer and content codings undone. A coding that
/// the header states and the bytes do not show has been undone by the crawler already.
class HttpContent {
public:
    /// `body` is what follows the head; it is `layer` decoders away from the disk.
    HttpContent(Reading& reading, ByteSource& body, const HeaderFields& head, unsigned layer);

    [[nodiscard]] ByteSource& source() const { return *top_; }

private:
    void undo(std::string_view coding);

    Reading& reading_;
    ByteSource* top_;
    unsigned layer_;
    std::vector<std::unique_ptr<ByteSource>> decoders_;
};

}  // namespace broadsheet
