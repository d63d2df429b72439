#include "indexer/formats/feed.h"

#include <string>

#include "common/ascii.h"
#include "indexer/formats/feed_channel.h"
#include "indexer/formats/feed_item.h"
#include "indexer/formats/text_encoding.h"
#include "indexer/formats/xml_slices.h"
#include "indexer/formats/xml_tree.h"

namespace broadsheet {

namespace {

class Feed : public Format {
public:
    [[nodiscard]] std::string_view name() const override { return "feed"; }

    [[nodiscard]] std::string_view help() const override {
        return "RSS 0.9 to 2.0, Atom and CDF feeds";
    }

    [[nodiscard]] int taste(const Sample& sample) const override {
        const Utf8Text text =
            decode_text(sample.head.substr(0, 8192), xml_declared_encoding(sample.head));
        const std::string_view root = xml_root_name(text.view());
        const std::string_view name = root.substr(root.find(':') + 1);  // npos + 1 is 0
        for (const std::string_view known : {"rss", "feed", "channel", "RDF"}) {
            if (equals_ignoring_case(name, known)) return 88;
        }
        return 0;
    }

    [[nodiscard]] std::size_t cut(std::string_view bytes) const override {
        return cut_behind_slice(bytes, kFeedItems);
    }

    void read(const Piece& piece, ArticleSink& sink) const override {
        const FeedChannel channel = feed_channel(piece.head);
        for_each_slice(
            piece,
            channel.items(),
            [&](std::string_view markup, std::uint64_t position) {
                read_item(markup, position, channel, sink);
            }
        );
    }

private:
    static void read_item(
        std::string_view markup,
        std::uint64_t position,
        const FeedChannel& channel,
        ArticleSink& sink
    ) {
        const XmlTree tree(markup);
        const std::string other = tree.root() == nullptr ? "" : kind_of_no_post(tree.root());
        if (!other.empty())
            return sink.problem(
                ProblemKind::not_article, position, "it is no post or page but '" + other + "'"
            );
        Article article =
            tree.root() == nullptr ? Article() : article_of_item(tree.root(), channel);
        give_feed_item(std::move(article), channel, position, sink, "feed item");
    }
};

}  // namespace

const Format& feed_format() {
    static const Feed kFormat;
    return kFormat;
}

}  // namespace broadsheet
