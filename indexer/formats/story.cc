#include "indexer/formats/story.h"

#include <string>

#include "indexer/formats/dateline.h"
#include "indexer/formats/paragraphs.h"
#include "indexer/formats/side_files.h"
#include "indexer/formats/text_encoding.h"

namespace broadsheet {

namespace {

constexpr std::string_view kHighlight = "@highlight";

class Story : public Format {
public:
    [[nodiscard]] std::string_view name() const override { return "story"; }

    [[nodiscard]] std::string_view help() const override {
        return "CNN and Daily Mail .story files: the text, then @highlight sentences";
    }

    [[nodiscard]] int taste(const Sample& sample) const override {
        if (is_binary(sample.head)) return 0;
        const bool highlights = sample.head.find("\n@highlight") != std::string_view::npos;
        const bool named = has_extension(sample.name, ".story");
        return named ? (highlights ? 90 : 70) : highlights ? 40 : 0;
    }

    void read(const Piece& piece, ArticleSink& sink) const override {
        const Utf8Text text = decode_text(piece.bytes);
        Article article;
        bool highlight = false;
        for (std::string& line : lines_of(text.view())) {
            if (line == kHighlight) {
                highlight = true;
            } else if (!highlight) {
                article.paragraphs.push_back(std::move(line));
            } else {
                if (!article.deck.empty()) article.deck += " · ";
                article.deck += line;
            }
        }
        if (article.paragraphs.empty())
            return sink.problem(
                ProblemKind::not_article, piece.offset, "there is no text before the highlights"
            );
        article.dateline = take_dateline(article.paragraphs.front());
        article.origin.position = piece.offset;
        sink.article(std::move(article));
    }
};

}  // namespace

const Format& story_format() {
    static const Story kFormat;
    return kFormat;
}

}  // namespace broadsheet
