#include <algorithm>
#include <initializer_list>
#include <unordered_map>

#include "common/ascii.h"
#include "indexer/formats/html/metadata.h"
#include "indexer/formats/html/words.h"

namespace broadsheet::html {

namespace {

using Keys = std::initializer_list<std::string_view>;

/// The meta elements of a page, by their name, property or itemprop in small letters. What a
/// property says (RDFa) replaces what a name says under the same key.
class MetaTable {
public:
    explicit MetaTable(const Tree& tree);

    /// The first value of the first key that has one.
    [[nodiscard]] std::string first(Keys keys) const;
    /// All values of the first key that has any.
    [[nodiscard]] std::vector<std::string> all(Keys keys) const;

private:
    struct Values {
        std::vector<std::string> texts;
        bool of_property = false;
    };

    void add(Attribute attribute, std::string_view keys, std::string_view value);

    std::unordered_map<std::string, Values> values_;
};

MetaTable::MetaTable(const Tree& tree) {
    for (std::size_t i = 0; i < tree.size(); ++i) {
        if (tree[i].tag != Tag::meta) continue;
        const std::string_view content = tree.attribute(i, Attribute::content);
        if (content.empty()) continue;
        for (const Attribute key :
             {Attribute::property, Attribute::name, Attribute::itemprop, Attribute::http_equiv}) {
            add(key, tree.attribute(i, key), content);
        }
    }
}

void MetaTable::add(Attribute attribute, std::string_view keys, std::string_view value) {
    const bool of_property = attribute == Attribute::property;
    constexpr std::size_t kValuesMax = 200;  // tags of one page; more is no description
    // One attribute may carry several names: property="og:title dc:title".
    for (const std::string& key : split_list(keys, " \t\r\n")) {
        std::string name = ascii_lower(key);
        std::replace(name.begin(), name.end(), ':', '.');
        std::string text = plain_text(value);
        if (text.empty()) continue;
        Values& values = values_[name];
        if (of_property && !values.of_property) values = {.texts = {}, .of_property = true};
        if (of_property != values.of_property || values.texts.size() >= kValuesMax) continue;
        values.texts.push_back(std::move(text));
    }
}

std::string MetaTable::first(Keys keys) const {
    for (const std::string_view key : keys) {
        const auto found = values_.find(std::string(key));
        if (found != values_.end()) return found->second.texts.front();
    }
    return {};
}

std::vector<std::string> MetaTable::all(Keys keys) const {
    for (const std::string_view key : keys) {
        const auto found = values_.find(std::string(key));
        if (found != values_.end()) return found->second.texts;
    }
    return {};
}

std::vector<std::string> authors_in(const MetaTable& meta) {
    for (const std::string_view key :
         {"dc.creator",
          "dcterms.creator",
          "dcterm.creator",
          "author",
          "authors",
          "parsely-author",
          "sailthru.author",
          "citation_author",
          "article.author",
          "og.article.author",
          "byl",
          "byline",
          "article.author_name",
          "twitter.data1"}) {
        // Twitter's first label is the author on some systems, a reading time on others.
        if (key == "twitter.data1" && !meta.first({"twitter.label1"}).starts_with("Written")) {
            continue;
        }
        std::vector<std::string> names = meta.all({key});
        std::erase_if(names, [](const std::string& name) { return is_address(name); });
        if (!names.empty()) return names;
    }
    return {};
}

std::vector<std::string> tags_in(const MetaTable& meta) {
    const std::vector<std::string> lists = meta.all(
        {"article.tag",
         "og.article.tag",
         "news_keywords",
         "parsely-tags",
         "sailthru.tags",
         "dc.subject",
         "dcterms.subject",
         "keywords"}
    );
    std::vector<std::string> tags;
    for (const std::string& list : lists) {
        for (std::string& tag : split_list(list, ",;")) {
            if (std::find(tags.begin(), tags.end(), tag) == tags.end()) {
                tags.push_back(std::move(tag));
            }
        }
    }
    return tags;
}

std::string canonical_link(const Tree& tree) {
    for (std::size_t i = 0; i < tree.size(); ++i) {
        if (tree[i].tag == Tag::link &&
            equals_ignoring_case(tree.attribute(i, Attribute::rel), "canonical")) {
            return std::string(trimmed(tree.attribute(i, Attribute::href)));
        }
    }
    return {};
}

std::string page_language(const Tree& tree) {
    for (std::size_t i = 0; i < tree.size(); ++i) {
        if (tree[i].tag != Tag::html && tree[i].tag != Tag::body) continue;
        const std::string_view language = tree.attribute(i, Attribute::lang);
        if (!language.empty()) return std::string(language);
    }
    return {};
}

}  // namespace

Claims meta_claims(const Tree& tree) {
    const MetaTable meta(tree);
    Claims claims;
    claims.type = meta.first({"og.type"});
    claims.headline = meta.first(
        {"dc.title",
         "dcterms.title",
         "dcterm.title",
         "og.title",
         "citation_title",
         "weibo.article.title",
         "parsely-title",
         "sailthru.title",
         "twitter.title",
         "headline",
         "title"}
    );
    claims.deck = meta.first(
        {"og.description",
         "description",
         "dc.description",
         "dcterms.description",
         "sailthru.description",
         "twitter.description"}
    );
    claims.url = canonical_link(tree);
    if (claims.url.empty()) claims.url = meta.first({"og.url", "parsely-link", "twitter.url"});
    claims.source = meta.first(
        {"og.site_name",
         "dc.publisher",
         "dcterms.publisher",
         "citation_journal_title",
         "publisher",
         "application-name",
         "copyright-holder"}
    );
    claims.section = meta.first(
        {"article.section",
         "og.article.section",
         "parsely-section",
         "section",
         "sailthru.section",
         "category"}
    );
    claims.language = page_language(tree);
    if (claims.language.empty()) {
        claims.language = meta.first(
            {"content-language", "og.locale", "dc.language", "dcterms.language", "language"}
        );
    }
    claims.published = meta.first(
        {"article.published_time",
         "og.article.published_time",
         "og.published_time",
         "article.published",
         "datepublished",
         "rnews.datepublished",
         "parsely-pub-date",
         "sailthru.date",
         "dc.date.issued",
         "dcterms.issued",
         "dcterms.created",
         "dc.date.created",
         "dc.created",
         "dc.date",
         "dcterms.date",
         "citation_publication_date",
         "citation_date",
         "cxenseparse.recs.publishtime",
         "pubdate",
         "publishdate",
         "publish-date",
         "publish_date",
         "publication_date",
         "publication-date",
         "published-date",
         "pub_date",
         "og.pubdate",
         "article_date_original",
         "originalpublicationdate",
         "article.created",
         "datecreated",
         "release_date",
         "date"}
    );
    claims.updated = meta.first(
        {"article.modified_time",
         "og.article.modified_time",
         "og.updated_time",
         "datemodified",
         "article.updated",
         "dcterms.modified",
         "dc.date.modified",
         "lastmod",
         "last-modified",
         "updated_time"}
    );
    claims.authors = authors_in(meta);
    claims.tags = tags_in(meta);
    return claims;
}

}  // namespace broadsheet::html
