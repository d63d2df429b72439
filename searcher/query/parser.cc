#include "searcher/query/parser.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "common/fields.h"
#include "common/utf8.h"
#include "searcher/query/date_words.h"
#include "searcher/query/leaf.h"
#include "searcher/query/lexer.h"
#include "searcher/query/notes.h"
#include "searcher/query/query_text.h"

namespace broadsheet {

namespace {

using std::chrono::year_month_day;

double limited_weight(double weight) {
    return std::round(std::min(weight, kQueryWeightMax) * 1000) / 1000;
}

/// Recursive descent over lexemes that are in order (lex_query). Loosest first:
/// either: all (OR all)*; all: sequence (AND sequence)*; sequence: item+;
/// item: [+|-|NOT] paragraph; paragraph: sentence (SAME/p sentence)*; sentence: near (SAME/s
/// near)*; near: operand (NEAR/n operand)*.
class Parser {
public:
    Parser(std::vector<Lexeme> lexemes, const year_month_day& today, Notes& notes)
        : lexemes_(std::move(lexemes)), leaves_(today, notes) {}

    QueryNode run() { return either({}); }

private:
    [[nodiscard]] bool at(LexemeKind kind) const {
        return next_ < lexemes_.size() && lexemes_[next_].kind == kind;
    }

    bool take(LexemeKind kind) {
        if (!at(kind)) return false;
        ++next_;
        return true;
    }

    // One child is itself; several are a node of that kind.
    static QueryNode joined(QueryKind kind, std::vector<QueryNode> children) {
        if (children.size() == 1) return std::move(children.front());
        return {.kind = kind, .children = std::move(children)};
    }

    QueryNode either(const std::string& field) {
        std::vector<QueryNode> children = {all(field)};
        while (take(LexemeKind::op_or))
            children.push_back(all(field));
        return joined(QueryKind::either, std::move(children));
    }

    QueryNode all(const std::string& field) {
        std::vector<QueryNode> children = {sequence(field)};
        while (take(LexemeKind::op_and))
            children.push_back(sequence(field));
        return joined(QueryKind::all, std::move(children));
    }

    [[nodiscard]] bool at_end_of_sequence() const {
        return next_ >= lexemes_.size() || at(LexemeKind::op_and) || at(LexemeKind::op_or) ||
               at(LexemeKind::close);
    }

    QueryNode sequence(const std::string& field) {
        std::vector<QueryNode> children;
        while (!at_end_of_sequence())
            children.push_back(item(field));
        return joined(QueryKind::sequence, std::move(children));
    }

    QueryNode item(const std::string& field) {
        if (take(LexemeKind::require)) return wrapped(QueryKind::require, paragraph(field));
        if (take(LexemeKind::exclude) || take(LexemeKind::op_not))
            return wrapped(QueryKind::exclude, paragraph(field));
        return paragraph(field);
    }

    static QueryNode wrapped(QueryKind kind, QueryNode child) {
        QueryNode node = {.kind = kind};
        node.children.push_back(std::move(child));
        return node;
    }

    QueryNode paragraph(const std::string& field) {
        std::vector<QueryNode> children = {sentence(field)};
        while (take(LexemeKind::op_paragraph))
            children.push_back(sentence(field));
        return joined(QueryKind::same_paragraph, std::move(children));
    }

    QueryNode sentence(const std::string& field) {
        std::vector<QueryNode> children = {near(field)};
        while (take(LexemeKind::op_sentence))
            children.push_back(near(field));
        return joined(QueryKind::same_sentence, std::move(children));
    }

    QueryNode near(const std::string& field) {
        std::vector<QueryNode> children = {operand(field)};
        std::uint32_t distance = 0;
        bool ordered = true;
        while (at(LexemeKind::op_near)) {
            distance = std::max(distance, lexemes_[next_].number);
            ordered = ordered && lexemes_[next_].ordered;
            ++next_;
            children.push_back(operand(field));
        }
        if (children.size() == 1) return std::move(children.front());
        return {
            .kind = QueryKind::near,
            .number = distance,
            .ordered = ordered,
            .children = std::move(children)};
    }

    QueryNode operand(const std::string& outer_field) {
        std::string field = outer_field;
        if (at(LexemeKind::field)) field = lexemes_[next_++].text;
        if (take(LexemeKind::open)) {
            QueryNode inside = either(field);
            const double weight = lexemes_[next_].weight;
            take(LexemeKind::close);
            QueryNode* weighted = &inside;
            while (weighted->kind == QueryKind::require || weighted->kind == QueryKind::exclude)
                weighted = &weighted->children.front();
            weighted->weight = limited_weight(weighted->weight * weight);
            return inside;
        }
        const Field* row = field.empty() ? nullptr : find_field(field);
        if (row != nullptr && row->kind == FieldKind::date) join_date_words();
        return leaves_.make(lexemes_[next_++], row);
    }

    // `date:april 2019`: as many of the words behind as make a date together with the first.
    void join_date_words() {
        constexpr std::size_t kMoreWords = 6;
        if (!at(LexemeKind::chunk)) return;
        std::size_t best = next_;
        std::string text = lexemes_[next_].text;
        std::string best_text = text;
        for (std::size_t i = next_ + 1;
             i < lexemes_.size() && i <= next_ + kMoreWords &&
             lexemes_[i].kind == LexemeKind::chunk && lexemes_[i - 1].weight == 1;
             ++i) {
            text += ' ' + lexemes_[i].text;
            if (!leaves_.is_date(text)) continue;
            best = i;
            best_text = text;
        }
        lexemes_[best].text = best_text;
        lexemes_[best].begin = lexemes_[next_].begin;
        next_ = best;
    }

    std::vector<Lexeme> lexemes_;
    LeafMaker leaves_;
    std::size_t next_ = 0;
};

bool is_blank_text(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_utf8(text, at);
        if (!is_query_blank(point.value)) return false;
        at += point.length;
    }
    return true;
}

bool means_everything(std::string_view text) {
    const std::size_t star = text.find('*');
    if (star == std::string_view::npos) return is_blank_text(text);
    return is_blank_text(text.substr(0, star)) && is_blank_text(text.substr(star + 1));
}

}  // namespace

ParsedQuery parse_query(std::string_view text, year_month_day today) {
    Notes notes;
    if (text.size() > kQueryBytesMax) {
        text = utf8_prefix(text, kQueryBytesMax);
        notes.add("The query is longer than a mebibyte; the rest was ignored.");
    }
    ParsedQuery parsed;
    parsed.text = repair_utf8(text);
    if (!means_everything(parsed.text)) {
        std::vector<Lexeme> lexemes = lex_query(parsed.text, notes);
        if (lexemes.empty()) {
            notes.add("There is no word in the query to search for.");
            parsed.root = {.kind = QueryKind::sequence};
        } else {
            parsed.root = Parser(std::move(lexemes), today, notes).run();
        }
    }
    parsed.notes = notes.take();
    parsed.mistakes = notes.take_mistakes();
    return parsed;
}

ParsedQuery parse_query(std::string_view text) {
    const auto now = std::chrono::system_clock::now();
    return parse_query(text, year_month_day(std::chrono::floor<std::chrono::days>(now)));
}

}  // namespace broadsheet
