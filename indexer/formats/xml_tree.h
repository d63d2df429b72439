#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <libxml/tree.h>

namespace broadsheet {

/// An XML tree read by libxml2 as far as it can be: broken markup is recovered, nothing is fetched,
/// no entity but those of XML and HTML is replaced (the document type is dropped before), and the
/// parser's own limits on depth and size stay on.
class XmlTree {
public:
    /// `bytes` in the encoding its declaration, mark or content says. The tree may be empty.
    explicit XmlTree(std::string_view bytes);

    /// Null when nothing could be read.
    [[nodiscard]] const xmlNode* root() const;

private:
    struct Free {
        void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
    };

    std::unique_ptr<xmlDoc, Free> document_;
};

/// Names are compared without regard to letter case, and to their prefix unless `name` has one.
/// Prefixes that are declared are not part of the name in the tree.
bool xml_is(const xmlNode* node, std::string_view name);

/// First child element of that name, or null; null for null.
const xmlNode* xml_child(const xmlNode* parent, std::string_view name);

/// The element reached by going down from child to child; null when one is missing.
const xmlNode* xml_path(const xmlNode* from, std::initializer_list<std::string_view> names);

/// All elements of that name below, in document order.
std::vector<const xmlNode*> xml_all(const xmlNode* from, std::string_view name);

/// First element of that name below, or null.
const xmlNode* xml_first(const xmlNode* from, std::string_view name);

/// The value of an attribute, or empty.
std::string xml_attribute(const xmlNode* node, std::string_view name);

/// All text inside, on one line; empty for null.
std::string xml_text(const xmlNode* node);

/// All text inside as it stands, CDATA included.
std::string xml_raw_text(const xmlNode* node);

/// Paragraphs of an element with HTML-like markup in it, or with text that is escaped HTML.
std::vector<std::string> xml_paragraphs(const xmlNode* node);

/// The encoding in the declaration at the beginning of an entry, or empty.
std::string_view xml_declared_encoding(std::string_view head);

/// The name of the outermost element, as it stands in the head of an entry; empty if it is no XML.
std::string_view xml_root_name(std::string_view head);

}  // namespace broadsheet
