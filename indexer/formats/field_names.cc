#include "indexer/formats/field_names.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "common/ascii.h"
#include "common/dates/date_parser.h"
#include "common/text/language.h"
#include "indexer/formats/byline.h"
#include "indexer/formats/dateline.h"
#include "indexer/formats/html_body.h"
#include "indexer/formats/paragraphs.h"

namespace broadsheet {

namespace {

constexpr std::size_t kNameBytesMax = 40;

struct Row {
    FieldRole role;
    std::string_view names;  // best first
};

// The names seen in public dumps, feeds and the answers of newspapers' own services, without
// separators and in small letters.
constexpr std::array<Row, kFieldRoles> kRows = {{
    {FieldRole::id,
     "id uuid docid docno documentid articleid storyid newsid guid identifier pid itemid doi hash "
     "uri altid nid hexdigest warcrecordid"},
    {FieldRole::url,
     "url articleurl weburl canonicalurl link permalink href pageurl documenturl sourceurl "
     "shorturl originalurl requestedurl storyurl finalurl"},
    {FieldRole::source,
     "source publisher publication sourcename publishername newspaper outlet sitename domain "
     "sourcedomain website mediasource provider agency feedname originalsource newsdesk journal "
     "site creditline"},
    {FieldRole::section,
     "section sectionname category newssection sectiontitle topcategory desk rubric channel "
     "articlesection department pillarname subcategory"},
    {FieldRole::headline,
     "headline title articletitle webtitle headlinetext newstitle storytitle pagetitle titletext "
     "heading fulltitle articleheadline maintitle titre titulo titel headlineprimary headlines "
     "subject name"},
    {FieldRole::deck,
     "deck standfirst subtitle subheadline subheading trailtext description summary "
     "descriptiontext abstract excerpt lead dek teaser shortdescription subhead metadescription "
     "lede leadparagraph snippet alternativeheadline intro descriptions"},
    {FieldRole::byline,
     "byline author authors creator writer writers bylinetext reporter reporters authorname "
     "articleauthor autor contributors dccreator"},
    {FieldRole::body,
     "maintext articlebody bodytext fulltext contenttext body text content articletext "
     "articlecontent storytext newstext cleanedtext cleantext plaintext textcontent passage "
     "document rawtext paragraphs contents story article contents bodies segment"},
    {FieldRole::html_body, "bodyhtml contenthtml bodyxhtml html contentencoded articlehtml"},
    {FieldRole::published,
     "published datepublished publishedat publicationdate pubdate publishdate publisheddate "
     "webpublicationdate firstpublished firstpublicationdate dateissued versioncreated datetime "
     "date timestamp time created createdat datecreated posted postdate dateposted firstcreated "
     "issuedate displaydate releasedate publishedon articledate publishtime publishedtime day "
     "dateline1 datum fecha year seendate"},
    {FieldRole::updated,
     "updated updatedat datemodified modified lastmodified modifieddate lastupdated moddate "
     "dateupdated datemodify contentmodified webmodified revised"},
    {FieldRole::language, "language lang inlanguage languagecode langcode locale dclanguage"},
    {FieldRole::caption, "caption imagecaption photocaption captions imgcaption fullcaption"},
    {FieldRole::credit, "credit imagecredit photocredit photographer"},
    {FieldRole::tags,
     "tags keywords topics keyword tag topic newskeywords categories subjects entities "
     "descriptors desfacet hashtags slugline slug"},
    {FieldRole::places, "places place location locations geofacet country countries city geo"},
    {FieldRole::dateline, "dateline located datelinetext"},
    {FieldRole::kicker, "kicker overline toptitle supertitle antetitle"},
}};

bool is_separator(char c) {
    return c == '_' || c == '-' || c == ' ' || c == '.' || c == ':' || c == '@' || c == '\t';
}

using NameTable = std::unordered_map<std::string_view, FieldName>;

NameTable make_table() {
    NameTable table;
    for (const Row& row : kRows) {
        int rank = 0;
        std::string_view rest = row.names;
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find(' '), rest.size());
            table.emplace(rest.substr(0, end), FieldName{row.role, rank++});
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    return table;
}

void set_text(std::string& target, std::string_view value) {
    if (target.empty()) target = plain_of_html(value);
}

void set_date(std::optional<Date>& target, std::string_view value) {
    if (!target) target = parse_date(value);
}

void set_byline(Article& article, std::string_view value) {
    const std::string byline = plain_of_html(value);
    if (byline.empty()) return;
    if (article.byline.empty()) article.byline = byline;
    if (article.authors.empty()) article.authors = authors_of(byline);
}

void set_body(Article& article, std::string_view value) {
    auto paragraphs = body_paragraphs(value);
    for (auto& paragraph : paragraphs)
        article.paragraphs.push_back(std::move(paragraph));
}

}  // namespace

std::optional<FieldName> recognise_field(std::string_view name) {
    static const NameTable kTable = make_table();
    if (name.size() > kNameBytesMax) return std::nullopt;
    std::array<char, kNameBytesMax> folded{};
    std::size_t size = 0;
    for (const char c : name) {
        if (!is_separator(c)) folded[size++] = to_ascii_lower(c);
    }
    const auto found = kTable.find(std::string_view(folded.data(), size));
    if (found == kTable.end()) return std::nullopt;
    return found->second;
}

void set_field(Article& article, FieldRole role, std::string_view value) {
    switch (role) {
        case FieldRole::id:
            return set_text(article.id, value);
        case FieldRole::url:
            return set_text(article.url, value);
        case FieldRole::source:
            return set_text(article.source, value);
        case FieldRole::kicker:
        case FieldRole::section:
            return set_text(article.section, value);
        case FieldRole::headline:
            return set_text(article.headline, value);
        case FieldRole::deck:
            return set_text(article.deck, value);
        case FieldRole::byline:
            return set_byline(article, value);
        case FieldRole::html_body:
        case FieldRole::body:
            return set_body(article, value);
        case FieldRole::published:
            return set_date(article.published, value);
        case FieldRole::updated:
            return set_date(article.updated, value);
        case FieldRole::language:
            if (article.language.empty()) article.language = language_code(value);
            return;
        case FieldRole::caption:
            if (std::string text = plain_of_html(value); !text.empty())
                article.captions.push_back({std::move(text), ""});
            return;
        case FieldRole::credit:
            if (!article.captions.empty() && article.captions.back().credit.empty())
                article.captions.back().credit = clean_text(value);
            return;
        case FieldRole::tags:
            return add_list_items(article.tags, value);
        case FieldRole::places:
            return add_list_items(article.places, value);
        case FieldRole::dateline:
            if (article.dateline.empty()) article.dateline = parse_dateline(value);
            return;
    }
}

void add_list_items(std::vector<std::string>& list, std::string_view text) {
    constexpr std::string_view kEdges = " \t\r\n[]'\"{}";
    char separator = ',';
    for (const char candidate : {';', '|'}) {
        if (text.find(candidate) != std::string_view::npos) separator = candidate;
    }
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        std::string_view item = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::size_t first = item.find_first_not_of(kEdges);
        if (first == std::string_view::npos) continue;
        item = item.substr(first, item.find_last_not_of(kEdges) - first + 1);
        std::string clean = clean_text(item);
        if (!clean.empty()) list.push_back(std::move(clean));
    }
}

}  // namespace broadsheet
