#include "indexer/formats/newsml_parts.h"

#include <algorithm>
#include <charconv>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "common/ascii.h"
#include "indexer/formats/byline.h"
#include "indexer/formats/dateline.h"
#include "indexer/formats/nitf_article.h"
#include "indexer/formats/text_encoding.h"

namespace broadsheet {

namespace {

// A picture is found by its caption, and an item of known id even by its subjects alone.
bool says_anything(const Article& article) {
    return !article.headline.empty() || !article.paragraphs.empty() || !article.deck.empty() ||
           !article.captions.empty() || (!article.id.empty() && !article.tags.empty());
}

void read_html(const xmlNode* html, Article& article) {
    const xmlNode* body = xml_is(html, "body") ? html : xml_first(html, "body");
    set_if_empty(article.headline, xml_text(xml_path(html, {"head", "title"})));
    if (article.paragraphs.empty())
        article.paragraphs = xml_paragraphs(body == nullptr ? html : body);
}

}  // namespace

std::string xml_root_of(const Sample& sample) {
    const Utf8Text text =
        decode_text(sample.head.substr(0, 8192), xml_declared_encoding(sample.head));
    std::string_view root = xml_root_name(text.view());
    if (const std::size_t colon = root.find(':'); colon != std::string_view::npos)
        root.remove_prefix(colon + 1);
    return std::string(root);
}

// Whether an element of this name opens anywhere in the head.
bool xml_opens(const Sample& sample, std::string_view name) {
    const std::string tag = "<" + std::string(name);
    return sample.head.find(tag) != std::string_view::npos;
}

void set_if_empty(std::string& target, std::string value) {
    if (target.empty()) target = std::move(value);
}

void add_once(std::vector<std::string>& list, std::string value) {
    if (!value.empty() && std::find(list.begin(), list.end(), value) == list.end())
        list.push_back(std::move(value));
}

void set_byline(Article& article, const std::string& text) {
    if (text.empty() || !article.byline.empty()) return;
    article.byline = text;
    if (article.authors.empty()) article.authors = authors_of(text);
}

std::uint32_t version_number(std::string_view text) {
    std::uint32_t version = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), version);
    return error == std::errc() ? version : 0;
}

std::string withdrawal_reason(std::string_view status) {
    const std::string word = ascii_lower(status.substr(status.rfind(':') + 1));
    for (const std::string_view withdrawn :
         {"canceled", "cancelled", "withheld", "withhold", "killed"}) {
        if (word == withdrawn)
            return fmt::format("its publisher does not want it published: it is {}", word);
    }
    return {};
}

void give_item(
    Article&& article,
    std::uint64_t position,
    ArticleSink& sink,
    std::string_view what,
    std::string_view status
) {
    article.origin.position = position;
    if (std::string reason = withdrawal_reason(status); !reason.empty()) {
        article.version = std::max(article.version, 1U);
        return sink.withdrawn(std::move(article), std::move(reason));
    }
    if (!says_anything(article))
        return sink.problem(
            ProblemKind::not_article,
            position,
            "there is no headline or text in this " + std::string(what)
        );
    if (article.dateline.empty() && !article.paragraphs.empty())
        article.dateline = take_dateline(article.paragraphs.front());
    sink.article(std::move(article));
}

void read_inline_content(const xmlNode* content, Article& article) {
    if (const xmlNode* nitf = xml_first(content, "nitf")) return add_nitf(nitf, article);
    if (const xmlNode* html = xml_first(content, "html")) return read_html(html, article);
    if (const xmlNode* body = xml_first(content, "body")) {
        if (xml_child(body, "body.content") != nullptr) return add_nitf(body, article);
    }
    if (article.paragraphs.empty()) article.paragraphs = xml_paragraphs(content);
}

}  // namespace broadsheet
