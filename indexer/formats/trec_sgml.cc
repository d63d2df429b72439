#include "indexer/formats/trec_sgml.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "common/ascii.h"
#include "indexer/formats/sgml_elements.h"
#include "indexer/formats/text_encoding.h"
#include "indexer/formats/trec_record.h"

namespace broadsheet {

namespace {

constexpr std::size_t kNowhere = std::string_view::npos;
constexpr std::string_view kClose = "</DOC>";

class TrecSgml : public Format {
public:
    [[nodiscard]] std::string_view name() const override { return "trec-sgml"; }

    [[nodiscard]] std::string_view help() const override {
        return "TREC collections: <DOC> with <DOCNO>, headline, dateline and <TEXT>";
    }

    [[nodiscard]] int taste(const Sample& sample) const override {
        const std::string_view start = sample.head.substr(0, 8192);
        const std::size_t open = find_open_tag(start, "DOC");
        if (open == kNowhere) return 0;
        const bool first = start.find_first_not_of(" \t\r\n\xEF\xBB\xBF") == open;
        const bool marked = find_open_tag(start, "DOCNO", open) != kNowhere ||
                            !sgml_attribute(start.substr(open, 400), "id").empty();
        const bool text = find_open_tag(start, "TEXT", open) != kNowhere;
        if (!marked && !text) return 0;
        return first ? 90 : marked ? 60 : 0;
    }

    [[nodiscard]] std::size_t cut(std::string_view bytes) const override {
        const std::size_t close =
            std::max(rfind_or_zero(bytes, kClose), rfind_or_zero(bytes, "</doc>"));
        return close == 0 ? 0 : close + kClose.size();
    }

    void read(const Piece& piece, ArticleSink& sink) const override {
        const std::string_view bytes = piece.bytes;
        std::size_t at = find_open_tag(bytes, "DOC");
        while (at != kNowhere) {
            const std::size_t next = find_open_tag(bytes, "DOC", at + 1);
            const std::string_view record = bytes.substr(at, std::min(next, bytes.size()) - at);
            read_record(record, piece.offset + at, sink);
            at = next;
        }
    }

private:
    static std::size_t rfind_or_zero(std::string_view bytes, std::string_view mark) {
        const std::size_t at = bytes.rfind(mark);
        return at == kNowhere ? 0 : at;
    }

    static void read_record(std::string_view bytes, std::uint64_t position, ArticleSink& sink) {
        const std::size_t close = find_ignoring_case(bytes, kClose);
        const Utf8Text record = decode_text(bytes.substr(0, close));
        Article article = read_trec_record(record.view());
        if (article.headline.empty() && article.paragraphs.empty()) {
            sink.problem(
                ProblemKind::malformed, position, "there is no text between <DOC> and </DOC>"
            );
            return;
        }
        article.origin.position = position;
        sink.article(std::move(article));
    }
};

}  // namespace

const Format& trec_sgml_format() {
    static const TrecSgml kFormat;
    return kFormat;
}

}  // namespace broadsheet
