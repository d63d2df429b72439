// Texts of LibreOffice and kin (OASIS OpenDocument 1.3). The document is a zip, which is opened as
// any other: what comes here are the files in it, or the one flat file.

#include "indexer/formats/odt.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "indexer/formats/extracted_text.h"
#include "indexer/formats/newsml_parts.h"
#include "indexer/formats/xml_tree.h"

namespace broadsheet {

namespace {

// Collects paragraphs and headings. What was deleted, remarks and declarations are no text.
class TextReader {
public:
    TextReader(std::string_view bytes, ExtractedText& out)
        : tags_(bytes, {"<text:p", "<text:h"}), out_(out) {}

    void read(const xmlNode* parent) {
        for (const xmlNode* node = parent->children; node != nullptr; node = node->next) {
            const bool is_text =
                node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
            if (is_text && in_paragraph_) add_text(node);
            if (node->type == XML_ELEMENT_NODE) read_element(node);
        }
    }

private:
    void read_element(const xmlNode* node) {
        if (xml_is(node, "p") || xml_is(node, "h")) {
            out_.begin_paragraph(tags_.next());
            in_paragraph_ = true;
            read(node);
            in_paragraph_ = false;
        } else if (xml_is(node, "s")) {
            out_.add(std::string(blanks(node), ' '));
        } else if (xml_is(node, "tab")) {
            out_.add("\t");
        } else if (xml_is(node, "line-break")) {
            out_.add("\n");
        } else if (!is_no_text(node)) {
            read(node);
        }
    }

    // Line ends in the file are blanks in the text.
    void add_text(const xmlNode* node) {
        std::string text(reinterpret_cast<const char*>(node->content));
        std::replace_if(
            text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' '
        );
        out_.add(text);
    }

    static std::size_t blanks(const xmlNode* node) {
        constexpr std::size_t kBlanksMax = 100;
        const std::string count = xml_attribute(node, "c");
        std::size_t number = 1;
        std::from_chars(count.data(), count.data() + count.size(), number);
        return std::min(number, kBlanksMax);
    }

    static bool is_no_text(const xmlNode* node) {
        constexpr std::array<std::string_view, 6> kNames = {
            "tracked-changes",
            "annotation",
            "sequence-decls",
            "variable-decls",
            "forms",
            "note-citation"};
        return std::any_of(kNames.begin(), kNames.end(), [&](std::string_view name) {
            return xml_is(node, name);
        });
    }

    ParagraphTags tags_;
    ExtractedText& out_;
    bool in_paragraph_ = false;
};

class Odt : public Format {
public:
    [[nodiscard]] std::string_view name() const override { return "odt"; }

    [[nodiscard]] std::string_view help() const override {
        return "texts of LibreOffice (.odt), read as Word documents are";
    }

    [[nodiscard]] int taste(const Sample& sample) const override {
        constexpr std::string_view kNames = "urn:oasis:names:tc:opendocument:xmlns:";
        if (sample.head.substr(0, 4096).find(kNames) == sample.head.npos) return 0;
        const std::string root = xml_root_of(sample);
        return root.empty() || root == "html" ? 0 : 90;
    }

    void read(const Piece& piece, ArticleSink& sink) const override {
        const XmlTree tree(piece.bytes);
        const xmlNode* text = xml_path(tree.root(), {"body", "text"});
        if (text == nullptr)
            return sink.problem(
                ProblemKind::not_article,
                piece.offset,
                "it is a part of an office document, not its text"
            );
        ExtractedText extracted;
        TextReader(piece.bytes, extracted).read(text);
        read_extracted(extracted, piece, sink);
    }
};

}  // namespace

const Format& odt_format() {
    static const Odt kFormat;
    return kFormat;
}

}  // namespace broadsheet
