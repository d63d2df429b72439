#include "indexer/bundle/warc/web_archive.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "indexer/bundle/stream_entry.h"
#include "indexer/bundle/warc/header_fields.h"
#include "indexer/bundle/warc/http_content.h"
#include "indexer/bundle/warc/record_stream.h"
#include "indexer/bundle/warc/web_record.h"

namespace broadsheet {
namespace {

/// Media types that may hold articles. What states none is left to the formats.
bool may_be_article(std::string_view type) {
    if (type.empty()) return true;
    if (type.starts_with("text/"))
        return type != "text/css" && type != "text/dns" && !type.ends_with("javascript");
    return type.starts_with("application/") &&
           (type.ends_with("xml") || type.ends_with("json") || type.ends_with("ndjson") ||
            type.ends_with("jsonl"));
}

class WebArchive {
public:
    WebArchive(Reading& reading, PeekedSource& source, Signature kind, const Place& place)
        : reading_(reading), stream_(source), kind_(kind), place_(place) {}

    void read_records();

private:
    std::optional<WebRecord> take_head();
    std::optional<WebRecord> take_warc_head();
    std::optional<WebRecord> take_arc_head();
    void skip_damage();
    bool is_record_start();
    void read_response(const WebRecord& record, RecordBlock& block);
    void read_content(const WebRecord& record, ByteSource& content, EntryFacts facts);
    EntryFacts facts_of(const WebRecord& record, std::string_view content_type) const;
    std::string name_of(const WebRecord& record) const;
    void tell_left_out();

    Reading& reading_;
    RecordStream stream_;
    Signature kind_;
    const Place& place_;
    std::uint64_t record_position_ = 0;
    std::uint64_t revisits_ = 0;
    std::uint64_t others_ = 0;
};

void WebArchive::read_records() {
    while (!reading_.ended() && stream_.skip_blank_lines()) {
        record_position_ = stream_.position();
        const std::optional<WebRecord> record = take_head();
        if (!record) {
            skip_damage();
            continue;
        }
        RecordBlock block(stream_, record->size_bytes);
        if (record->kind == RecordKind::response) {
            read_response(*record, block);
        } else if (record->kind == RecordKind::content) {
            read_content(*record, block, facts_of(*record, record->content_type));
        } else if (record->kind == RecordKind::revisit) {
            ++revisits_;
        }
        while (!block.read().empty())
            continue;
        if (Failure* failure = block.failure()) reading_.tell(*failure, name_of(*record));
    }
    if (Failure* failure = stream_.failure()) reading_.tell(*failure, place_.problem);
    tell_left_out();
}

std::optional<WebRecord> WebArchive::take_head() {
    return kind_ == Signature::warc ? take_warc_head() : take_arc_head();
}

std::optional<WebRecord> WebArchive::take_warc_head() {
    if (!is_record_start()) return std::nullopt;
    const auto head = HeaderFields::parse(stream_.head(HeaderFields::kSizeBytesMax));
    if (!head) return std::nullopt;
    stream_.take(head->size_bytes());
    return warc_record(*head);
}

std::optional<WebRecord> WebArchive::take_arc_head() {
    const std::string_view head = stream_.head(HeaderFields::kSizeBytesMax);
    const std::size_t end = head.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    std::optional<WebRecord> record = arc_record(head.substr(0, end));
    if (record) stream_.take(end + 1);
    return record;
}

bool WebArchive::is_record_start() {
    constexpr std::size_t kVersionBytes = 8;
    const std::string_view head =
        stream_.head(kind_ == Signature::warc ? kVersionBytes : HeaderFields::kSizeBytesMax);
    if (kind_ == Signature::warc) return is_warc_line(head);
    const std::size_t end = std::min(head.find('\n'), head.size());
    return arc_record(head.substr(0, end)).has_value();
}

/// Goes on to the next line that begins a record.
void WebArchive::skip_damage() {
    reading_.tell(
        ProblemKind::unreadable,
        place_.problem,
        fmt::format(
            "is damaged: there is no record at offset {}; reading went on at the next one",
            record_position_
        )
    );
    do {
        stream_.skip_line();
    } while (!reading_.ended() && !stream_.head(1).empty() && !is_record_start());
}

void WebArchive::read_response(const WebRecord& record, RecordBlock& block) {
    PeekedSource body(block);
    const std::string_view start = body.head(HeaderFields::kSizeBytesMax);
    const int status = http_status(start.substr(0, start.find('\n')));
    const auto head = HeaderFields::parse(start);
    if (status == 0) {
        reading_.tell(
            ProblemKind::malformed,
            name_of(record),
            "is no answer of a web server: it has no status"
        );
        return;
    }
    if (status < 200 || status > 299) {
        reading_.tell(
            ProblemKind::not_article, name_of(record), fmt::format("HTTP status {}", status)
        );
        return;
    }
    if (!head) {
        reading_.tell(
            ProblemKind::malformed, name_of(record), "has a head of HTTP that does not end"
        );
        return;
    }
    std::uint64_t left = head->size_bytes();
    while (left > 0)
        left -= body.read_some(left).size();
    const HttpContent content(reading_, body, *head, place_.layer);
    read_content(record, content.source(), facts_of(record, head->get("Content-Type")));
}

void WebArchive::read_content(const WebRecord& record, ByteSource& content, EntryFacts facts) {
    if (!may_be_article(facts.content_type)) {
        ++others_;
        return;
    }
    PeekedSource peeked(content);
    if (peeked.head(1).empty()) {
        if (Failure* failure = peeked.failure()) reading_.tell(*failure, name_of(record));
        return;
    }
    if (!record.truncated.empty()) {
        reading_.tell(
            ProblemKind::unreadable,
            name_of(record),
            fmt::format("was fetched only in part ({}); what there is was kept", record.truncated)
        );
    }
    if (!reading_.admit_entry()) return;
    StreamEntry entry(reading_, peeked, name_of(record), std::move(facts));
    reading_.visitor().entry(entry);
}

EntryFacts WebArchive::facts_of(const WebRecord& record, std::string_view content_type) const {
    MediaType media = parse_media_type(content_type);
    return {
        .url = record.url,
        .content_type = std::move(media.type),
        .charset = std::move(media.charset),
        .fetched = record.fetched,
        .position = record_position_,
    };
}

std::string WebArchive::name_of(const WebRecord& record) const {
    if (record.url.empty()) return fmt::format("{}record {}", place_.inside, record_position_);
    return place_.inside + record.url;
}

/// What is left out in great numbers in any web archive is told in one sentence, not one by one.
void WebArchive::tell_left_out() {
    const auto tell = [&](std::uint64_t count, std::string_view one, std::string_view many) {
        if (count == 0) return;
        reading_.tell(
            ProblemKind::not_article,
            place_.problem,
            fmt::format("{} {}", count, count == 1 ? one : many)
        );
    };
    tell(
        revisits_,
        "record only says that a page was fetched again, unchanged (revisit)",
        "records only say that a page was fetched again, unchanged (revisit)"
    );
    tell(
        others_,
        "record is an image, a script or another thing that holds no article",
        "records are images, scripts and other things that hold no article"
    );
}

}  // namespace

void read_web_archive(Reading& reading, PeekedSource& source, Signature kind, const Place& place) {
    WebArchive(reading, source, kind, place).read_records();
}

}  // namespace broadsheet
