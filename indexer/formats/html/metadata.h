#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/date.h"
#include "indexer/formats/html/html_tree.h"

namespace broadsheet::html {

/// What one source (JSON-LD, meta tags, microdata) claims about a page. Texts are as printed, with
/// entities decoded and blanks collapsed; what is not claimed is empty.
struct Claims {
    std::string type;  ///< "NewsArticle", "article", "website"
    std::string headline;
    std::string name;  ///< what the thing is called, where that is said beside the headline
    std::string deck;
    std::string url;
    std::string source;
    std::string section;
    std::string language;
    std::string published;
    std::string updated;
    std::string body;  ///< the full text, where a publisher gives it away
    std::vector<std::string> authors;
    std::vector<std::string> tags;
};

/// What the page's JSON-LD scripts say. Broken scripts are repaired or passed over.
Claims json_ld_claims(const Tree& tree);

/// The same for the text of one JSON-LD script.
Claims json_ld_claims(std::string_view json);

/// True for the schema.org types whose page is an article ("NewsArticle", "BlogPosting").
bool is_article_type(std::string_view type);

/// What the page's meta and link elements say: OpenGraph, article:*, Dublin Core, Parse.ly,
/// Sailthru, citation_* and plain names, in the order in which they are to be trusted.
Claims meta_claims(const Tree& tree);

/// What its microdata and rel attributes say.
Claims microdata_claims(const Tree& tree);

/// Fills what `into` does not claim with what `from` does.
void fill_from(Claims& into, Claims&& from);

}  // namespace broadsheet::html
