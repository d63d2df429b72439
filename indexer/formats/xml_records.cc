// XML that somebody's program wrote: <articles><article><title>...</title><body>...</body>. Which
// elements are the articles is seen in the first one, by the names of its children.

#include "indexer/formats/xml_records.h"

#include <algorithm>
#include <array>
#include <climits>
#include <string>
#include <vector>

#include "common/ascii.h"
#include "indexer/formats/field_names.h"
#include "indexer/formats/text_encoding.h"
#include "indexer/formats/xml_slices.h"
#include "indexer/formats/xml_tree.h"

namespace broadsheet {

namespace {

constexpr std::size_t kNowhere = std::string_view::npos;

/// Markup with titles of its own that are no headlines.
constexpr std::array<std::string_view, 8> kOtherRoots = {
    "html", "svg", "opml", "plist", "package", "ncx", "urlset", "project"};

std::string_view without_prefix(std::string_view name) {
    return name.substr(name.find(':') + 1);  // npos + 1 is 0
}

bool is_body(FieldRole role) {
    return role == FieldRole::body || role == FieldRole::html_body;
}

/// Looks through the tags of a beginning for the first element with a headline and a text among its
/// children.
class RecordFinder {
public:
    /// Its name as it stands in the tag, or empty.
    std::string_view find(std::string_view text) {
        for (std::size_t at = text.find('<'); at != kNowhere; at = text.find('<', at)) {
            const std::string_view rest = text.substr(at);
            const std::size_t end = end_of(rest);
            if (end == kNowhere) return {};
            take(rest.substr(0, end));
            if (!found_.empty()) return found_;
            at += end;
        }
        return {};
    }

private:
    struct Open {
        std::string_view name;
        bool has_headline = false;
        bool has_text = false;
    };

    static std::size_t end_of(std::string_view rest) {
        for (const auto& [begin, end] :
             {std::pair<std::string_view, std::string_view>{"<!--", "-->"},
              {"<![CDATA[", "]]>"},
              {"<?", "?>"}}) {
            if (!rest.starts_with(begin)) continue;
            const std::size_t at = rest.find(end);
            return at == kNowhere ? kNowhere : at + end.size();
        }
        const std::size_t at = rest.find('>');
        return at == kNowhere ? kNowhere : at + 1;
    }

    void take(std::string_view tag) {
        constexpr std::size_t kDepthMax = 32;
        if (tag.starts_with("<!") || tag.starts_with("<?")) return;
        if (tag.starts_with("</")) {
            if (!open_.empty()) open_.pop_back();
            return;
        }
        const std::string_view name = tag.substr(1, tag.find_first_of(" \t\r\n/>") - 1);
        if (!open_.empty()) note_child(name);
        if (!tag.ends_with("/>") && open_.size() < kDepthMax) open_.push_back({.name = name});
    }

    void note_child(std::string_view name) {
        Open& parent = open_.back();
        const auto field = recognise_field(without_prefix(name));
        if (!field) return;
        parent.has_headline |= field->role == FieldRole::headline;
        parent.has_text |= is_body(field->role);
        if (parent.has_headline && parent.has_text) found_ = parent.name;
    }

    std::vector<Open> open_;
    std::string_view found_;
};

std::string record_name(std::string_view head) {
    const Utf8Text text = decode_text(head, xml_declared_encoding(head));
    const std::string_view root = xml_root_name(text.view());
    if (root.empty()) return {};
    for (const std::string_view other : kOtherRoots) {
        if (equals_ignoring_case(without_prefix(root), other)) return {};
    }
    return std::string(RecordFinder().find(text.view()));
}

/// Gathers what the children of an element, and its attributes, say of an article: of each role the
/// best name, of lists everything.
class RecordReader {
public:
    Article read(const xmlNode* record) {
        for (const xmlAttr* a = record->properties; a != nullptr; a = a->next)
            take(
                reinterpret_cast<const char*>(a->name),
                xml_attribute(record, reinterpret_cast<const char*>(a->name)),
                nullptr
            );
        for (const xmlNode* child = record->children; child != nullptr; child = child->next) {
            if (child->type == XML_ELEMENT_NODE)
                take(reinterpret_cast<const char*>(child->name), xml_raw_text(child), child);
        }
        for (std::size_t i = 0; i < kFieldRoles; ++i)
            put(static_cast<FieldRole>(i), best_[i]);
        return std::move(article_);
    }

private:
    struct Value {
        int rank = INT_MAX;
        std::string text;
        const xmlNode* node = nullptr;
    };

    void take(std::string_view name, std::string text, const xmlNode* node) {
        const auto known = recognise_field(without_prefix(name));
        if (!known || trimmed(text).empty()) return;
        const auto [role, rank] = field_of_value(*known, text);
        if (role == FieldRole::tags || role == FieldRole::places)
            return take_list(role, text, node);
        Value& best = best_[static_cast<std::size_t>(role)];
        if (role == FieldRole::byline && rank == best.rank) {
            best.text += ", " + std::string(trimmed(text));  // <author> for each of them
        } else if (rank < best.rank) {
            best = {rank, std::move(text), node};
        }
    }

    // <tags><tag>ferry</tag><tag>storm</tag></tags> and <tag>ferry</tag><tag>storm</tag>.
    void take_list(FieldRole role, const std::string& text, const xmlNode* node) {
        const xmlNode* item =
            node == nullptr ? nullptr : xmlFirstElementChild(const_cast<xmlNode*>(node));
        if (item == nullptr) return set_field(article_, role, text);
        for (; item != nullptr; item = item->next) {
            if (item->type == XML_ELEMENT_NODE) set_field(article_, role, xml_text(item));
        }
    }

    void put(FieldRole role, const Value& value) {
        if (value.text.empty()) return;
        if (!is_body(role)) return set_field(article_, role, value.text);
        if (!article_.paragraphs.empty()) return;
        if (value.node == nullptr || xmlChildElementCount(const_cast<xmlNode*>(value.node)) == 0)
            return set_field(article_, role, value.text);
        article_.paragraphs = xml_paragraphs(value.node);
    }

    Article article_;
    std::array<Value, kFieldRoles> best_;
};

class XmlRecords : public Format {
public:
    [[nodiscard]] std::string_view name() const override { return "xml-records"; }

    [[nodiscard]] std::string_view help() const override {
        return "XML of any kind in which articles are elements with children of the usual names";
    }

    [[nodiscard]] int taste(const Sample& sample) const override {
        const bool declared = !xml_declared_encoding(sample.head).empty() ||
                              sample.head.substr(0, 64).find("<?xml") != kNowhere;
        if (!declared && !ends_with_ignoring_case(sample.name, ".xml")) return 0;
        return record_name(sample.head).empty() ? 0 : 60;
    }

    [[nodiscard]] std::size_t cut(std::string_view bytes) const override {
        constexpr std::size_t kHeadBytes = 64U << 10U;
        const std::string name = record_name(bytes.substr(0, kHeadBytes));
        const std::array<std::string_view, 1> names = {name};
        return name.empty() ? 0 : cut_behind_slice(bytes, names);
    }

    void read(const Piece& piece, ArticleSink& sink) const override {
        const std::string name = record_name(piece.head);
        const std::array<std::string_view, 1> names = {name};
        if (name.empty())
            return sink.problem(
                ProblemKind::not_article, piece.offset, "no element in it is an article"
            );
        for_each_slice(piece, names, [&](std::string_view markup, std::uint64_t position) {
            const XmlTree tree(markup);
            if (tree.root() == nullptr)
                return sink.problem(ProblemKind::malformed, position, "it is not readable XML");
            Article article = RecordReader().read(tree.root());
            if (article.headline.empty() && article.paragraphs.empty())
                return sink.problem(
                    ProblemKind::not_article,
                    position,
                    "there is no headline or text in this element"
                );
            article.origin.position = position;
            sink.article(std::move(article));
        });
    }
};

}  // namespace

const Format& xml_records_format() {
    static const XmlRecords kFormat;
    return kFormat;
}

}  // namespace broadsheet
