#include "indexer/formats/nitf.h"

#include <algorithm>
#include <string>
#include <vector>

#include "indexer/formats/newsml_parts.h"
#include "indexer/formats/nitf_article.h"
#include "indexer/formats/xml_tree.h"

namespace broadsheet {

namespace {

// The key of a story is counted from 0, version by version.
std::uint32_t version_of(const xmlNode* data) {
    const std::string version = xml_attribute(xml_child(data, "du-key"), "version");
    return version.empty() ? 0 : version_number(version) + 1;
}

class Nitf : public Format {
public:
    [[nodiscard]] std::string_view name() const override { return "nitf"; }

    [[nodiscard]] std::string_view help() const override {
        return "News Industry Text Format (NITF) of any version";
    }

    [[nodiscard]] int taste(const Sample& sample) const override {
        const std::string root = xml_root_of(sample);
        if (root == "nitf") return 92;
        return !root.empty() && xml_opens(sample, "nitf") && !xml_opens(sample, "newsItem ") &&
                       !xml_opens(sample, "NewsML")
                   ? 70
                   : 0;
    }

    void read(const Piece& piece, ArticleSink& sink) const override {
        const XmlTree tree(piece.bytes);
        if (tree.root() == nullptr)
            return sink.problem(ProblemKind::malformed, piece.offset, "it is not readable XML");
        std::vector<const xmlNode*> items = xml_all(tree.root(), "nitf");
        if (xml_is(tree.root(), "nitf")) items.assign(1, tree.root());
        std::size_t at = 0;
        for (const xmlNode* item : items) {
            Article article;
            add_nitf(item, article);
            const xmlNode* data = xml_path(item, {"head", "docdata"});
            article.version = version_of(data);
            // Archives hold canceled documents with their text, the sample of the standard itself
            // among them: what is there to be read is read.
            const std::string status =
                article.paragraphs.empty() ? xml_attribute(data, "management-status") : "";
            at = std::min(piece.bytes.find("<nitf", at), piece.bytes.size());
            give_item(
                std::move(article),
                piece.offset + (items.size() == 1 ? 0 : at),
                sink,
                "article",
                status
            );
            ++at;
        }
    }
};

}  // namespace

const Format& nitf_format() {
    static const Nitf kFormat;
    return kFormat;
}

}  // namespace broadsheet
