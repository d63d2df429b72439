#include <string>
#include <vector>

#include "common/ascii.h"
#include "common/dates/date_parser.h"
#include "indexer/formats/feed.h"
#include "indexer/formats/feed_channel.h"
#include "indexer/formats/feed_item.h"
#include "indexer/formats/html_body.h"
#include "indexer/formats/sgml_elements.h"
#include "indexer/formats/xml_slices.h"
#include "indexer/formats/xml_tree.h"

namespace broadsheet {

namespace {

bool is_wordpress(std::string_view head) {
    return head.substr(0, 8192).find("wordpress.org/export/") != std::string_view::npos;
}

// WordPress stores paragraphs as blank lines and makes <p> of them when it shows a post.
std::vector<std::string> wordpress_paragraphs(std::string_view text) {
    if (find_open_tag(text, "p") != std::string_view::npos) return body_paragraphs(text);
    std::vector<std::string> paragraphs;
    while (!text.empty()) {
        std::size_t end = text.find("\n\n");
        if (const std::size_t crlf = text.find("\r\n\r\n"); crlf < end) end = crlf;
        for (std::string& paragraph : body_paragraphs(text.substr(0, end)))
            paragraphs.push_back(std::move(paragraph));
        if (end == std::string_view::npos) break;
        text.remove_prefix(std::min(end + 2, text.size()));
    }
    return paragraphs;
}

class WordPressWxr : public Format {
public:
    [[nodiscard]] std::string_view name() const override { return "wordpress-wxr"; }

    [[nodiscard]] std::string_view help() const override {
        return "WordPress exports (WXR): posts and pages, not menus or attachments";
    }

    [[nodiscard]] int taste(const Sample& sample) const override {
        return is_wordpress(sample.head) && equals_ignoring_case(xml_root_name(sample.head), "rss")
                   ? 95
                   : 0;
    }

    [[nodiscard]] std::size_t cut(std::string_view bytes) const override {
        return cut_behind_slice(bytes, kFeedItems);
    }

    void read(const Piece& piece, ArticleSink& sink) const override {
        const FeedChannel channel = feed_channel(piece.head);
        for_each_slice(piece, kFeedItems, [&](std::string_view markup, std::uint64_t position) {
            const XmlTree tree(markup);
            if (tree.root() == nullptr)
                return sink.problem(
                    ProblemKind::malformed, position, "this item is not readable XML"
                );
            read_post(tree.root(), position, channel, sink);
        });
    }

private:
    static void read_post(
        const xmlNode* item, std::uint64_t position, const FeedChannel& channel, ArticleSink& sink
    ) {
        const std::string type = xml_text(xml_child(item, "wp:post_type"));
        const std::string status = xml_text(xml_child(item, "wp:status"));
        if ((!type.empty() && type != "post" && type != "page") || status == "trash" ||
            status == "auto-draft") {
            return sink.problem(
                ProblemKind::not_article,
                position,
                "it is no post or page but '" + (type.empty() ? status : type) + "'"
            );
        }
        Article article = article_of_item(item, channel);
        article.paragraphs = wordpress_paragraphs(xml_raw_text(xml_child(item, "content:encoded")));
        article.deck = feed_text(xml_child(item, "excerpt:encoded"));
        if (const auto date = parse_date(xml_text(xml_child(item, "wp:post_date_gmt"))))
            article.published = date;
        give_feed_item(std::move(article), channel, position, sink, "post");
    }
};

}  // namespace

const Format& wordpress_wxr_format() {
    static const WordPressWxr kFormat;
    return kFormat;
}

}  // namespace broadsheet
