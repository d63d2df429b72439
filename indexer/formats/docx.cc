// Word documents (ECMA-376, Office Open XML). The document is a zip, which is opened as any other:
// what comes here are the files in it.

#include "indexer/formats/docx.h"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/formats/extracted_text.h"
#include "indexer/formats/newsml_parts.h"
#include "indexer/formats/xml_tree.h"

namespace broadsheet {

namespace {

constexpr std::size_t kNowhere = std::string_view::npos;

// Collects the text of the runs. What was deleted, the codes of fields, and the second version of a
// drawing for older programs are no text.
class TextReader {
public:
    TextReader(std::string_view bytes, ExtractedText& out) : tags_(bytes, {"<w:p"}), out_(out) {}

    void read(const xmlNode* parent) {
        for (const xmlNode* node = parent->children; node != nullptr; node = node->next) {
            if (node->type == XML_ELEMENT_NODE) read_element(node);
        }
    }

private:
    void read_element(const xmlNode* node) {
        if (xml_is(node, "p")) {
            out_.begin_paragraph(tags_.next());
            read(node);
        } else if (xml_is(node, "t")) {
            out_.add(xml_raw_text(node));
        } else if (xml_is(node, "tab")) {
            if (xml_is(node->parent, "r")) out_.add("\t");
        } else if (xml_is(node, "br") || xml_is(node, "cr")) {
            out_.add("\n");
        } else if (xml_is(node, "noBreakHyphen")) {
            out_.add("-");
        } else if (!is_no_text(node)) {
            read(node);
        }
    }

    static bool is_no_text(const xmlNode* node) {
        constexpr std::array<std::string_view, 5> kNames = {
            "del", "instrText", "pPr", "rPr", "Fallback"};
        return std::any_of(kNames.begin(), kNames.end(), [&](std::string_view name) {
            return xml_is(node, name);
        });
    }

    ParagraphTags tags_;
    ExtractedText& out_;
};

bool is_office_part(const Sample& sample) {
    const std::string_view start = sample.head.substr(0, 4096);
    return start.find("schemas.openxmlformats.org/") != kNowhere ||
           start.find("purl.oclc.org/ooxml/") != kNowhere ||
           start.find("schemas.microsoft.com/office/") != kNowhere;
}

class Docx : public Format {
public:
    [[nodiscard]] std::string_view name() const override { return "docx"; }

    [[nodiscard]] std::string_view help() const override {
        return "Word documents (.docx), as press databases give their articles out";
    }

    [[nodiscard]] int taste(const Sample& sample) const override {
        if (!is_office_part(sample)) return 0;
        const std::string root = xml_root_of(sample);
        return root.empty() || root == "html" ? 0 : 90;
    }

    void read(const Piece& piece, ArticleSink& sink) const override {
        const XmlTree tree(piece.bytes);
        const xmlNode* body = nullptr;
        if (tree.root() != nullptr && xml_is(tree.root(), "document"))
            body = xml_child(tree.root(), "body");
        if (body == nullptr)
            return sink.problem(
                ProblemKind::not_article,
                piece.offset,
                "it is a part of an office document, not its text"
            );
        ExtractedText text;
        TextReader(piece.bytes, text).read(body);
        read_extracted(text, piece, sink);
    }
};

}  // namespace

const Format& docx_format() {
    static const Docx kFormat;
    return kFormat;
}

}  // namespace broadsheet
