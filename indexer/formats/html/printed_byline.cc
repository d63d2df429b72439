#include "indexer/formats/html/printed_byline.h"

#include <algorithm>
#include <array>
#include <vector>

#include "common/ascii.h"
#include "indexer/formats/byline.h"
#include "indexer/formats/html/author_names.h"
#include "indexer/formats/html/element_names.h"
#include "indexer/formats/html/paragraphs.h"
#include "indexer/formats/html/printed_headline.h"
#include "indexer/formats/html/words.h"

namespace broadsheet::html {

namespace {

/// What an element marked as byline says up to the first date, count or address in it: the runs of
/// its text, each for itself, until one is no name.
std::string leading_names(const Tree& tree, std::size_t node) {
    std::string out;
    const std::size_t end = std::min<std::size_t>(tree[node].end, node + Tree::kTextNodesMax);
    for (std::size_t i = node; i < end; ++i) {
        const Tag tag = tree[i].tag;
        if (tag == Tag::time || tag == Tag::figure || is_never_text(tag)) {
            i = tree[i].end - 1;
            continue;
        }
        if (is_block(tag) || tag == Tag::br) {
            // A name and what follows on a line of its own: a job, a place.
            if (word_count(without_byline_opening(out)) >= 2) break;
            append_collapsed(out, " ");
        }
        if (tag != Tag::text) continue;
        std::string_view text = tree[i].text;
        const std::size_t mark = text.find_first_of("|•·\n");
        const bool separator =
            mark != std::string_view::npos && !out.empty() && out.size() > 4 && text[mark] == '|';
        const bool has_digit = std::any_of(text.begin(), text.end(), is_ascii_digit);
        if (separator) break;
        if (has_digit) {
            if (without_byline_opening(out).empty()) append_collapsed(out, before_date(text));
            break;
        }
        append_collapsed(out, text);
        if (out.size() > kNameSizeMax) break;
    }
    return clean_name(out);
}

/// Whether a class or id has a word for an author in it, in the languages of the press.
bool names_author(std::string_view value) {
    static constexpr std::array<std::string_view, 20> kWords{
        "autor",      "autora",    "autores",   "autoren",     "auteur",
        "auteurs",    "autore",    "yazar",     "muhabir",     "penulis",
        "skribent",   "forfatter", "reporter",  "journalist",  "journaliste",
        "periodista", "writer",    "signature", "contributor", "columnist"};
    std::string buffer;
    return for_each_word_of_name(value, buffer, [](std::string_view word) {
        return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
    });
}

/// How strongly an element says that it names the author: 0 not at all.
int mark_of(const Tree& tree, std::size_t node) {
    if (tree[node].attribute_count == 0) return 0;
    if (equals_ignoring_case(tree.attribute(node, Attribute::rel), "author")) return 3;
    static constexpr std::array<std::string_view, 9> kStrong{
        "byline",
        "by-line",
        "by_line",
        "authorname",
        "author-name",
        "author_name",
        "writtenby",
        "p-author",
        "byauthor"};
    int mark = 0;
    for (const Attribute attribute :
         {Attribute::itemprop, Attribute::class_name, Attribute::id, Attribute::test_id}) {
        const std::string_view value = tree.attribute(node, attribute);
        if (value.empty()) continue;
        for (const std::string_view word : kStrong) {
            if (find_ignoring_case(value, word) != std::string_view::npos) return 2;
        }
        if (find_ignoring_case(value, "author") != std::string_view::npos ||
            equals_ignoring_case(value, "fn") || names_author(value)) {
            mark = 1;
        }
    }
    return mark;
}

/// Other people write there.
bool is_elsewhere(const Tree& tree, std::size_t node) {
    if (tree[node].tag == Tag::nav || tree[node].tag == Tag::head) return true;
    static constexpr std::array<std::string_view, 7> kNames{
        "comment", "related", "sidebar", "recommend", "most-read", "popular", "disqus"};
    for (const Attribute attribute : {Attribute::class_name, Attribute::id}) {
        const std::string_view value = tree.attribute(node, attribute);
        if (value.empty() || tree[node].tag == Tag::body) continue;
        for (const std::string_view name : kNames) {
            if (find_ignoring_case(value, name) != std::string_view::npos) return true;
        }
    }
    return false;
}

/// The names in the elements inside a byline that are marked as authors themselves: what stands
/// around them may be a portrait, a job, a button.
std::vector<std::string> authors_inside(const Tree& tree, std::size_t node) {
    constexpr std::size_t kNamesMax = 20;
    std::vector<std::string> names;
    const std::size_t end = std::min<std::size_t>(tree[node].end, node + Tree::kTextNodesMax);
    for (std::size_t i = node + 1; i < end && names.size() < kNamesMax; ++i) {
        if (tree[i].tag == Tag::text || mark_of(tree, i) == 0) continue;
        std::string name = leading_names(tree, i);
        const bool known = std::find(names.begin(), names.end(), name) != names.end();
        if (!known && is_name(without_byline_opening(name))) names.push_back(std::move(name));
        i = tree[i].end - 1;
    }
    return names;
}

/// The names an element marked as byline gives, as printed.
std::string byline_at(const Tree& tree, std::size_t node) {
    std::string text = leading_names(tree, node);
    const std::vector<std::string> inside = authors_inside(tree, node);
    if (inside.empty() || says_the_same(without_byline_opening(text), inside)) return text;
    // "By Jane Doe in Ostmark" is more than its link, and no worse.
    const bool opens = without_byline_opening(text).size() < text.size();
    return opens && is_name(without_byline_opening(text)) ? text : joined_names(inside);
}

/// The first short text marked as byline: those that name people before those that name a desk or
/// a post, and of each those marked most strongly.
std::string marked_byline(const Tree& tree, std::string_view site) {
    constexpr int kTriesMax = 500;  // of elements marked as authors that name nobody
    constexpr int kPeople = 10;     // more than any mark
    int tries = 0;
    std::string best;
    int best_worth = 0;
    for (std::size_t i = 1; i < tree.size(); ++i) {
        const Tag tag = tree[i].tag;
        if (tag == Tag::text || tag == Tag::meta || tag == Tag::body) continue;
        if (is_elsewhere(tree, i)) {
            i = tree[i].end - 1;
            continue;
        }
        const int mark = mark_of(tree, i);
        if (mark == 0 || mark + kPeople <= best_worth) continue;
        if (++tries > kTriesMax) break;
        std::string text = byline_at(tree, i);
        const std::string_view names = without_byline_opening(text);
        if (!is_name(names) || names_only_house({text}, site)) continue;
        const int worth = authors_of(names).empty() ? mark : mark + kPeople;
        if (worth <= best_worth) continue;
        best = std::move(text);
        best_worth = worth;
    }
    return best;
}

/// Whether a line opens as bylines do: "By" and its like, then a capital or another script.
bool opens_byline(std::string_view line) {
    // "Hong Gildong, reporter": a Korean name has two or three letters.
    if (line.ends_with("기자") && line.size() > 9 && line.size() <= 40) return true;
    for (const std::string_view opening :
         {"By ",       "BY ",         "By: ",       "Von ",         "VON ",      "Par ",
          "PAR ",      "Por ",        "POR ",       "Di ",          "Door ",     "Av ",
          "Af ",       "Texto: ",     "Text: ",     "Texte: ",      "Texte : ",  "Autor: ",
          "Автор: ",   "Текст: ",     "文／",       "文/",          "作者：",    "作者:",
          "记者",      "本报记者",    "文：",       "文｜",         "記者 ",     "撰文：",
          "بقلم:",     "بقلم :",      "بقلم",       "كتب ",         "كتب:",      "كتبت:",
          "كتبت ",     "Haber: ",     "Muhabir: ",  "Yazan: ",      "Oleh ",     "Oleh: ",
          "Penulis: ", "Written by ", "Posted by ", "Reported by ", "Story by ", "Ein Bericht von ",
          "लेखक: ",     "ผู้เขียน: ",     "מאת: ",      "מאת:",         "نویسنده:"}) {
        if (!line.starts_with(opening)) continue;
        const std::string_view name = trimmed(line.substr(opening.size()));
        if (name.empty()) return false;
        return is_ascii_upper(name.front()) || static_cast<unsigned char>(name.front()) >= 0x80;
    }
    return line == "By" || line == "BY" || line == "By:" || line == "Von" || line == "Par" ||
           line == "Por";
}

/// Whether the address of a link is that of all somebody wrote: "/author/jane-doe".
bool is_author_page(std::string_view target) {
    static constexpr std::array<std::string_view, 18> kFolders{
        "/author/",
        "/authors/",
        "/autor/",
        "/autores/",
        "/autoren/",
        "/auteur/",
        "/auteurs/",
        "/autore/",
        "/autori/",
        "/yazar/",
        "/yazarlar/",
        "/journalist/",
        "/journalists/",
        "/journaliste/",
        "/reporter/",
        "/contributor/",
        "/columnist/",
        "/contributors/"};
    return std::any_of(kFolders.begin(), kFolders.end(), [target](std::string_view folder) {
        return target.find(folder) != std::string_view::npos;
    });
}

/// The name in a link to an author's page close under the headline.
std::string linked_author(const Tree& tree, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
        if (tree[i].tag != Tag::a || !is_author_page(tree.attribute(i, Attribute::href))) continue;
        std::string name = leading_names(tree, i);
        const std::string_view bare = without_byline_opening(name);
        if (is_name(bare) && word_count(bare) >= 2 && !authors_of(bare).empty()) return name;
    }
    return {};
}

/// Whether a text stands on a line of its own between two line breaks.
bool is_line(const Tree& tree, std::size_t text) {
    const bool behind_break = tree[text - 1].tag == Tag::br;
    return behind_break && tree[text].end < tree.size() && tree[tree[text].end].tag == Tag::br;
}

/// "by Jane Doe", in small letters, which is a byline where it has a line to itself.
bool opens_small_byline(std::string_view line) {
    return line.size() > 3 && line.starts_with("by ") && is_ascii_upper(line[3]);
}

/// The author in a row of facts: "来源：Paper　作者：Name 2019年3月12日".
std::string author_among_facts(std::string_view line) {
    for (const std::string_view mark : {"作者：", "作者:", "记者：", "记者:"}) {
        const std::size_t at = line.find(mark);
        if (at == std::string_view::npos || at == 0) continue;
        const std::string_view behind = trimmed(line.substr(at + mark.size()));
        const std::size_t end = std::min(
            {behind.find_first_of(" |0123456789"), behind.find("\u3000"), behind.find("\u00A0")}
        );
        const std::string name = clean_name(behind.substr(0, end));
        if (is_name(name)) return std::string(mark) + name;
    }
    return {};
}

/// A line under the headline that starts with "By" and a capital, else a link to an author.
std::string line_under_headline(const Tree& tree, std::string_view headline) {
    constexpr std::size_t kNodesMax = 300;
    constexpr std::size_t kWordsMax = 10;
    const std::size_t heading = headline_element(tree, headline);
    if (heading == 0) return {};
    const std::size_t end = std::min<std::size_t>(tree[heading].end + kNodesMax, tree.size());
    for (std::size_t i = tree[heading].end; i < end; ++i) {
        if (tree[i].tag != Tag::text) continue;
        const bool alone = is_line(tree, i);
        const std::string_view line = trimmed(tree[i].text);
        if (!opens_byline(line) && !(alone && opens_small_byline(line))) {
            if (std::string author = author_among_facts(line); !author.empty()) return author;
            continue;
        }
        std::string text = alone ? clean_name(line) : leading_names(tree, tree[i].parent);
        const std::string_view names = without_byline_opening(text);
        const bool may_be = names.size() < text.size() && word_count(names) <= kWordsMax;
        if (may_be && is_name(names) && !ends_sentence(text)) return text;
    }
    return linked_author(tree, tree[heading].end, end);
}

}  // namespace

std::string printed_byline(const Tree& tree, std::string_view site, std::string_view headline) {
    std::string printed = marked_byline(tree, site);
    return printed.empty() ? line_under_headline(tree, headline) : printed;
}

}  // namespace broadsheet::html
