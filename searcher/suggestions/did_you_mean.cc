#include "searcher/suggestions/did_you_mean.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "common/edit_distance.h"
#include "common/fields.h"
#include "common/text/stop_words.h"
#include "common/utf8.h"
#include "searcher/query/query_builder.h"
#include "searcher/query/query_words.h"
#include "searcher/query/term_queries.h"
#include "searcher/suggestions/match_estimate.h"

namespace broadsheet {

namespace {

constexpr std::size_t kWordsMax = 20;       ///< of a query whose spelling is looked at
constexpr std::size_t kAlternatives = 4;    ///< of a word that are tried in the query
constexpr std::size_t kLettersMin = 3;      ///< of a word that may be misspelt
constexpr std::size_t kPartLettersMin = 2;  ///< of each word where a blank may be missing

/// Where a word stands: its leaf of the tree, and its bytes in the leaf's text.
struct Place {
    QueryNode* leaf = nullptr;
    std::size_t begin = 0;
    std::size_t end = 0;
    QueryNode* next = nullptr;  ///< the leaf beside it, when that is a word in the same field
    bool settled = false;       ///< it is part of a word that had a blank in it
};

/// Another way to write what stands at a place.
struct Alternative {
    std::string text;
    double score = 0;
};

std::string_view prefix_of(const QueryNode& leaf) {
    const Field* field = leaf.field.empty() ? nullptr : find_field(leaf.field);
    return field == nullptr ? std::string_view() : field->prefix;
}

std::size_t letters_of(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); at += decode_utf8(text, at).length)
        ++count;
    return count;
}

// Words and phrases that are wished for, in order.
void collect(QueryNode& node, std::vector<Place>& places) {
    if (places.size() >= kWordsMax || node.kind == QueryKind::exclude) return;
    if (node.kind == QueryKind::word || node.kind == QueryKind::phrase) {
        for (std::size_t begin = 0; begin < node.text.size();) {
            const std::size_t end = std::min(node.text.find(' ', begin), node.text.size());
            if (end > begin) places.push_back({.leaf = &node, .begin = begin, .end = end});
            begin = end + 1;
        }
        return;
    }
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        collect(node.children[i], places);
        if (i + 1 == node.children.size() || node.kind != QueryKind::sequence) continue;
        QueryNode& child = node.children[i];
        QueryNode& next = node.children[i + 1];
        if (child.kind == QueryKind::word && next.kind == QueryKind::word &&
            child.field == next.field && !places.empty())
            places.back().next = &next;
    }
}

class Speller {
public:
    Speller(const Xapian::Database& index, const IndexFacts& facts, Analyzer& analyzer)
        : index_(index),
          facts_(facts),
          analyzer_(analyzer),
          words_(analyzer, facts),
          terms_(index, targets_) {}

    // The better ways to write a word, the best first; none when it is written well.
    std::vector<Alternative> alternatives(const Place& place, const QueryNode& rest) {
        const std::string typed = place.leaf->text.substr(place.begin, place.end - place.begin);
        const auto found = words_.words(typed);
        const std::string term = words_.single_term(typed);
        const bool is_number = !term.empty() && term.front() >= '0' && term.front() <= '9';
        if (found.size() != 1 || term.empty() || is_number) return {};
        const std::string_view prefix = prefix_of(*place.leaf);
        const Xapian::doccount articles = articles_with(found.front(), prefix);
        if (articles > kHardlyKnown) return {};

        std::vector<Alternative> all = near(term, prefix, articles);
        if (articles == 0) add_split(term, prefix, all);
        std::sort(all.begin(), all.end(), [](const Alternative& a, const Alternative& b) {
            return a.score != b.score ? a.score > b.score : a.text < b.text;
        });
        keep_one_of_each_word(all);
        if (all.size() > kAlternatives) all.resize(kAlternatives);
        prefer_company(all, *place.leaf, rest);
        return all;
    }

    // A word and the next one as the one word they are in the articles: a blank was one too many,
    // for one of them is none. Else empty.
    std::string joined_with_next(const Place& place) {
        if (place.next == nullptr || place.end - place.begin != place.leaf->text.size()) return {};
        const std::string_view prefix = prefix_of(*place.leaf);
        const std::string first = words_.single_term(place.leaf->text);
        const std::string second = words_.single_term(place.next->text);
        if (first.empty() || second.empty() || terms_.articles_with(first + second, prefix) == 0)
            return {};
        const auto is_unknown = [&](const std::string& text) {
            const auto found = words_.words(text);
            return found.size() == 1 && articles_with(found.front(), prefix) == 0;
        };
        return is_unknown(first) || is_unknown(second) ? first + second : std::string();
    }

private:
    static constexpr Xapian::doccount kHardlyKnown = 2;

    Xapian::doccount articles_with(const QueryWord& word, std::string_view prefix) {
        Xapian::doccount most = 0;
        for (const auto& term : word.terms)
            most = std::max(most, terms_.articles_with(term, prefix));
        for (const auto& stem : word.stems) {
            const std::string stem_prefix = "Z" + std::string(prefix);
            most = std::max(most, terms_.articles_with(stem, stem_prefix));
        }
        for (const auto& stem : word.rare_stems)
            most = std::max(most, terms_.articles_with(stem, prefix));
        return most;
    }

    static double score_of(Xapian::doccount articles, double slips) {
        constexpr double kSlip = 3;  // as much as being twenty times rarer
        return std::log(1.0 + articles) - kSlip * slips;
    }

    std::vector<Alternative> near(
        const std::string& term, std::string_view prefix, Xapian::doccount known
    ) {
        constexpr Xapian::doccount kMuchMore = 50;
        constexpr std::size_t kLongWord = 6;
        const std::size_t letters = letters_of(term);
        if (letters < kLettersMin) return {};
        const std::uint32_t most = letters >= kLongWord && known == 0 ? 2 : 1;
        std::vector<Alternative> all;
        for (const auto& [word, articles] : facts_.vocabulary->near(prefix, term, most).words) {
            if (word == term || articles <= kMuchMore * known || articles == 0) continue;
            double slips = edit_distance(term, word, most);
            if (decode_utf8(word, 0).value != decode_utf8(term, 0).value) slips += 0.5;
            all.push_back({.text = word, .score = score_of(articles, slips)});
        }
        return all;
    }

    // A blank is missing.
    void add_split(
        const std::string& term, std::string_view prefix, std::vector<Alternative>& all
    ) {
        if (letters_of(term) > 2 * kTermLettersMax) return;
        for (std::size_t cut = decode_utf8(term, 0).length; cut < term.size();
             cut += decode_utf8(term, cut).length) {
            const std::string first = term.substr(0, cut);
            const std::string second = term.substr(cut);
            if (letters_of(first) < kPartLettersMin || letters_of(second) < kPartLettersMin)
                continue;
            if (std::min(
                    terms_.articles_with(first, prefix), terms_.articles_with(second, prefix)
                ) == 0)
                continue;
            const std::vector<std::string> pair = {
                std::string(prefix) + first, std::string(prefix) + second};
            const std::size_t together = estimated_matches(
                index_, Xapian::Query(Xapian::Query::OP_PHRASE, pair.begin(), pair.end(), 2)
            );
            if (together == 0) continue;
            all.push_back(
                {.text = fmt::format("{} {}", first, second),
                 .score = score_of(static_cast<Xapian::doccount>(together), 0.5)}
            );
        }
    }

    // Another form of a word finds the same. Function words are not looked for.
    void keep_one_of_each_word(std::vector<Alternative>& all) {
        std::set<std::string> known;
        std::erase_if(all, [&](const Alternative& alternative) {
            if (is_function_word(alternative.text)) return true;
            const auto found = words_.words(alternative.text);
            if (found.size() != 1) return false;
            const auto& stems = found.front().stems;
            const bool is_known = std::ranges::any_of(stems, [&](const std::string& stem) {
                return known.contains(stem);
            });
            known.insert(stems.begin(), stems.end());
            return is_known;
        });
    }

    [[nodiscard]] bool is_function_word(const std::string& text) const {
        return std::ranges::any_of(facts_.main_languages, [&](const std::string& language) {
            return is_stop_word(text, language);
        });
    }

    // What stands in articles together with the other words was more likely meant.
    void prefer_company(
        std::vector<Alternative>& all, const QueryNode& leaf, const QueryNode& rest
    ) {
        constexpr double kCompany = 2;
        if (rest.children.empty() || all.size() < 2) return;
        for (auto& alternative : all) {
            QueryNode written = leaf;
            written.kind = QueryKind::phrase;
            written.text = alternative.text;
            written.number = 0;
            const auto built = build_query(all_of({written, rest}), index_, facts_, analyzer_);
            const std::size_t together = estimated_matches(index_, built.query);
            alternative.score += kCompany * std::log(1.0 + static_cast<double>(together));
        }
        std::stable_sort(all.begin(), all.end(), [](const Alternative& a, const Alternative& b) {
            return a.score > b.score;
        });
    }

    static constexpr std::size_t kTermLettersMax = 30;

    const Xapian::Database& index_;
    const IndexFacts& facts_;
    Analyzer& analyzer_;
    MatchTargets targets_;  // not used: nothing is shown of what is tried
    QueryWords words_;
    TermQueries terms_;
};

void write(const Place& place, const Alternative& alternative) {
    place.leaf->text.replace(place.begin, place.end - place.begin, alternative.text);
}

void join_words(std::vector<Place>& places, Speller& speller) {
    for (std::size_t i = 0; i + 1 < places.size(); ++i) {
        if (places[i].settled) continue;
        std::string joined = speller.joined_with_next(places[i]);
        if (joined.empty()) continue;
        places[i].leaf->text = std::move(joined);
        places[i].next->text.clear();
        places[i].settled = true;
        places[i + 1].settled = true;
    }
}

bool is_group(const QueryNode& node) {
    return node.kind == QueryKind::sequence || node.kind == QueryKind::all ||
           node.kind == QueryKind::either;
}

// Words of which nothing is left go, and with them brackets around one word.
void tidy(QueryNode& node) {
    for (auto& child : node.children)
        tidy(child);
    std::erase_if(node.children, [](const QueryNode& child) {
        return child.kind == QueryKind::word && child.text.empty();
    });
    if (is_group(node) && node.children.size() == 1 && node.weight == 1) {
        QueryNode only = std::move(node.children.front());
        node = std::move(only);
    }
}

QueryNode others(const std::vector<Place>& places, const Place& but) {
    QueryNode rest = {.kind = QueryKind::sequence};
    for (const auto& place : places) {
        if (place.leaf != but.leaf && !place.leaf->text.empty())
            rest.children.push_back(*place.leaf);
    }
    return rest;
}

}  // namespace

std::vector<Suggestion> did_you_mean(
    const QueryNode& asked,
    std::size_t total,
    std::size_t limit,
    const Xapian::Database& index,
    const IndexFacts& facts,
    Analyzer& analyzer
) {
    QueryNode best = asked;
    std::vector<Place> places;
    collect(best, places);
    Speller speller(index, facts, analyzer);
    std::vector<QueryNode> trees;
    // From the last to the first, so that places stay where they are while the text changes. The
    // first tree has the best of every word; the others another way to write the first one.
    join_words(places, speller);
    if (std::any_of(places.begin(), places.end(), [](const Place& place) { return place.settled; }))
        trees.push_back(best);
    for (auto place = places.rbegin(); place != places.rend(); ++place) {
        if (place->settled) continue;
        const auto found = speller.alternatives(*place, others(places, *place));
        if (found.empty()) continue;
        std::vector<QueryNode> further;
        const std::string before = place->leaf->text;
        for (std::size_t i = 1; i < found.size(); ++i) {
            write(*place, found[i]);
            further.push_back(best);
            place->leaf->text = before;
        }
        write(*place, found.front());
        trees = std::move(further);
        trees.insert(trees.begin(), best);
    }
    std::vector<Suggestion> suggestions;
    for (auto& tree : trees) {
        if (suggestions.size() >= limit) break;
        tidy(tree);
        const auto built = build_query(tree, index, facts, analyzer);
        const std::size_t found = estimated_matches(index, built.query);
        // A word that was nowhere is somewhere now, so as many articles answer better.
        if (found > 0 && found >= total)
            suggestions.push_back({.text = to_text(tree), .total = found});
    }
    return suggestions;
}

}  // namespace broadsheet
