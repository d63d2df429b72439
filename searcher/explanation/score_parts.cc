#include "searcher/explanation/score_parts.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "common/fields.h"
#include "searcher/results/stored_articles.h"

namespace broadsheet {

namespace {

using Xapian::Query;

constexpr std::size_t kPartsMax = 100;
constexpr std::size_t kTermsShown = 20;

// The capitals at the beginning of a term say where it is looked for (common/fields.cc).
struct TermName {
    std::string text;
    std::string field;
};

TermName name_of(std::string_view term) {
    TermName name;
    if (term.starts_with('Z')) term.remove_prefix(1);  // a stem
    std::size_t end = 0;
    while (end < term.size() && term[end] >= 'A' && term[end] <= 'Z')
        ++end;
    for (const auto& field : fields()) {
        if (end > 0 && field.prefix == term.substr(0, end)) name.field = field.name;
    }
    name.text = term.substr(end);
    return name;
}

std::string kind_of(const Query& query, bool beside) {
    switch (query.get_type()) {
        case Query::OP_PHRASE:
            return "side by side";
        case Query::OP_NEAR:
            return "near";
        case Query::LEAF_POSTING_SOURCE:
            return query.get_description().find("Recency") != std::string::npos ? "freshness"
                                                                                : "other articles";
        case Query::LEAF_TERM:
            return beside ? "typed form" : "word";
        default:
            return "word";
    }
}

ScorePart described(const Query& query, bool beside) {
    ScorePart part;
    // A phrase hides inside the factor it counts by.
    const bool scaled = query.get_type() == Query::OP_SCALE_WEIGHT;
    part.what = kind_of(scaled ? query.get_subquery(0) : query, beside);
    // A stem of rare languages stands among them with these languages.
    const std::string_view language = find_field("language")->prefix;
    const auto end = query.get_terms_end();
    for (auto term = query.get_terms_begin(); term != end; ++term) {
        if ((*term).starts_with(language)) continue;
        TermName name = name_of(*term);
        part.field = std::move(name.field);
        if (part.terms.size() < kTermsShown) part.terms.push_back(std::move(name.text));
    }
    return part;
}

bool is_sum(Query::op type) {
    return type == Query::OP_OR || type == Query::OP_AND || type == Query::OP_AND_MAYBE;
}

}  // namespace

ScoreParts::ScoreParts(
    const Xapian::Database& index,
    const Query& query,
    std::vector<Xapian::docid> documents,
    MakeWeight make_weight
)
    : index_(index), documents_(std::move(documents)), make_weight_(std::move(make_weight)) {
    std::vector<Query> ids;
    const Field& field = *find_field("id");
    for (const auto document : documents_)
        ids.emplace_back(exact_term(field, stored_id(index_, document)));
    if (ids.empty()) return;
    hits_ = Query(Query::OP_OR, ids.begin(), ids.end());
    take_apart(query, 1, false);
}

void ScoreParts::take_apart(const Query& query, double factor, bool beside) {
    if (query.empty() || factor == 0 || parts_.size() >= kPartsMax) return;
    const auto type = query.get_type();
    if (is_sum(type)) {
        for (std::size_t i = 0; i < query.get_num_subqueries(); ++i)
            take_apart(
                query.get_subquery(i), factor, beside || (type == Query::OP_AND_MAYBE && i > 0)
            );
    } else if (type == Query::OP_FILTER || type == Query::OP_AND_NOT) {
        take_apart(query.get_subquery(0), factor, beside);
    } else if (type == Query::OP_SCALE_WEIGHT && is_sum(query.get_subquery(0).get_type())) {
        // The engine does not tell the factor: it is what the scores differ by.
        const Query inner = query.get_subquery(0);
        const Scores scaled = scores(query);
        for (const auto& [document, score] : scores(inner)) {
            const auto other = scaled.find(document);
            if (score <= 0 || other == scaled.end()) continue;
            take_apart(inner, factor * other->second / score, beside);
            return;
        }
    } else {
        add(query, factor, beside);
    }
}

void ScoreParts::add(const Query& query, double factor, bool beside) {
    Scores found = scores(query);
    std::erase_if(found, [](const auto& entry) { return entry.second <= 0; });
    if (found.empty()) return;
    for (auto& [document, score] : found)
        score *= factor;
    parts_.push_back(described(query, beside));
    scores_.push_back(std::move(found));
}

ScoreParts::Scores ScoreParts::scores(const Query& query) const {
    Xapian::Enquire enquire(index_);
    enquire.set_query(Query(Query::OP_FILTER, query, hits_));
    const auto weight = make_weight_();
    enquire.set_weighting_scheme(*weight);
    const auto size = static_cast<Xapian::doccount>(documents_.size());
    const Xapian::MSet matches = enquire.get_mset(0, size, size);
    Scores found;
    for (auto match = matches.begin(); match != matches.end(); ++match)
        found[*match] = match.get_weight();
    return found;
}

std::vector<Contribution> ScoreParts::of(Xapian::docid document) const {
    std::vector<Contribution> contributions;
    for (std::size_t part = 0; part < scores_.size(); ++part) {
        const auto score = scores_[part].find(document);
        if (score != scores_[part].end())
            contributions.push_back({.part = part, .score = score->second});
    }
    std::stable_sort(contributions.begin(), contributions.end(), [](const auto& a, const auto& b) {
        return a.score > b.score;
    });
    return contributions;
}

}  // namespace broadsheet
