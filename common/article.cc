#include "common/article.h"

#include "common/digest.h"

namespace broadsheet {

namespace {

std::string_view last_component(std::string_view entry) {
    const auto slash = entry.find_last_of('/');
    return slash == std::string_view::npos ? entry : entry.substr(slash + 1);
}

void add_all(Digest& digest, const std::vector<std::string>& texts) {
    digest.add_number(texts.size());
    for (const auto& text : texts)
        digest.add(text);
}

}  // namespace

std::string content_digest(const Article& article) {
    Digest digest;
    for (const auto* text :
         {&article.id,
          &article.url,
          &article.source,
          &article.section,
          &article.headline,
          &article.deck,
          &article.byline,
          &article.dateline.place,
          &article.dateline.date,
          &article.dateline.agency,
          &article.language}) {
        digest.add(*text);
    }
    digest.add(article.published ? to_iso(*article.published) : "");
    digest.add(article.updated ? to_iso(*article.updated) : "");
    for (const auto* texts :
         {&article.authors, &article.paragraphs, &article.tags, &article.places}) {
        add_all(digest, *texts);
    }
    digest.add_number(article.captions.size());
    for (const auto& caption : article.captions) {
        digest.add(caption.text);
        digest.add(caption.credit);
    }
    // Only where there is one, so that the digests of all other articles stay what they were.
    if (article.version > 0) digest.add_number(article.version);
    return digest.hex();
}

std::string derived_id(const Article& article) {
    Digest digest;
    digest.add(article.origin.digest);
    digest.add(last_component(article.origin.entry));
    return digest.hex();
}

}  // namespace broadsheet
