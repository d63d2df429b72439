#include "indexer/formats/token_xml.h"

#include <array>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

#include "indexer/formats/newsml_parts.h"
#include "indexer/formats/paragraphs.h"
#include "indexer/formats/xml_tree.h"

namespace broadsheet {

namespace {

// What the Penn Treebank writes for brackets and quotes.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kEscapes = {{
    {"-LRB-", "("},
    {"-RRB-", ")"},
    {"-LSB-", "["},
    {"-RSB-", "]"},
    {"-LCB-", "{"},
    {"-RCB-", "}"},
    {"``", "\""},
    {"''", "\""},
}};

std::string unescaped(std::string word) {
    for (const auto& [escape, text] : kEscapes) {
        if (word == escape) return std::string(text);
    }
    return word;
}

// A number in a child element, or -1.
long number_in(const xmlNode* token, std::string_view name) {
    const std::string text = xml_text(xml_child(token, name));
    long number = -1;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

// Puts words together with the blanks that stood between them.
class TextOfTokens {
public:
    // Sentences of one paragraph are a blank apart, paragraphs more.
    void begin_sentence(const xmlNode* first) {
        const long gap = number_in(first, "CharacterOffsetBegin") - end_;
        if (!text_.empty() && gap > 1) paragraphs_.push_back(std::exchange(text_, {}));
    }

    void add(const xmlNode* token) {
        const long begin = number_in(token, "CharacterOffsetBegin");
        const bool apart = begin < 0 || begin > end_;
        if (!text_.empty() && apart) text_ += ' ';
        text_ += unescaped(xml_text(xml_child(token, "word")));
        end_ = number_in(token, "CharacterOffsetEnd");
    }

    // A first sentence that ends in no full stop is the headline.
    void end_sentence(Article& article) {
        if (!is_first_) return;
        is_first_ = false;
        constexpr std::string_view kEnds = ".!?\"";
        if (!text_.empty() && kEnds.find(text_.back()) == std::string_view::npos)
            article.headline = clean_text(std::exchange(text_, {}));
    }

    std::vector<std::string> take_paragraphs() {
        if (!text_.empty()) paragraphs_.push_back(std::move(text_));
        for (std::string& paragraph : paragraphs_)
            paragraph = clean_text(paragraph);
        std::erase_if(paragraphs_, [](const std::string& text) { return text.empty(); });
        return std::move(paragraphs_);
    }

private:
    std::vector<std::string> paragraphs_;
    std::string text_;
    long end_ = 0;
    bool is_first_ = true;
};

class TokenXml : public Format {
public:
    [[nodiscard]] std::string_view name() const override { return "token-xml"; }

    [[nodiscard]] std::string_view help() const override {
        return "texts taken apart into words, as Stanford CoreNLP writes them";
    }

    [[nodiscard]] int taste(const Sample& sample) const override {
        const bool marked = xml_root_of(sample) == "root" && xml_opens(sample, "sentences>") &&
                            xml_opens(sample, "token ") && xml_opens(sample, "word>");
        return marked ? 92 : 0;
    }

    void read(const Piece& piece, ArticleSink& sink) const override {
        const XmlTree tree(piece.bytes);
        if (tree.root() == nullptr)
            return sink.problem(ProblemKind::malformed, piece.offset, "it is not readable XML");
        Article article;
        TextOfTokens text;
        for (const xmlNode* sentence : xml_all(tree.root(), "sentence")) {
            const auto tokens = xml_all(xml_child(sentence, "tokens"), "token");
            if (tokens.empty()) continue;
            text.begin_sentence(tokens.front());
            for (const xmlNode* token : tokens)
                text.add(token);
            text.end_sentence(article);
        }
        article.paragraphs = text.take_paragraphs();
        give_item(std::move(article), piece.offset, sink, "text");
    }
};

}  // namespace

const Format& token_xml_format() {
    static const TokenXml kFormat;
    return kFormat;
}

}  // namespace broadsheet
