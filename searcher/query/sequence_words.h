#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "broadsheet/query_tree.h"
#include "searcher/query/building.h"
#include "searcher/ranking/row_source.h"

namespace broadsheet {

/// The words of a sequence: which of them are searched for, and how much each counts.
class SequenceWords {
public:
    /// `building` must outlive this.
    explicit SequenceWords(Building& building) : building_(building) {}

    /// The words of one stretch of text.
    void add(const QueryNode& node);

    /// Something else stands here: the words around it are no neighbours.
    void leave_place() { ++place_; }

    /// The queries of the words that are searched for, any of which an article may have, and behind
    /// them those of neighbours side by side. `others`: the sequence has more parts than words. To
    /// be called once, after the last add().
    std::vector<Xapian::Query> queries(bool others, const Context& context);

private:
    /// A word before it is known whether it is searched for.
    struct Candidate {
        QueryWord word;
        double weight = 1;
        double rarity = 0;
        std::string prefix;
        bool stop = false;
        std::size_t place = 0;  ///< in the order they were typed; neighbours differ by one
        std::size_t times = 1;  ///< it was typed

        Xapian::Query found = {};  ///< its articles
        Xapian::Query typed = {};  ///< those with the form that was typed
        bool in_row = false;       ///< it scores itself, by
        ScoredWord scored = {};    ///< these terms
    };

    /// Neighbours, and whether the row of words that score themselves counts them.
    struct Pair {
        ScoredPair scored;
        bool in_row = false;
    };

    /// Text of a script without blanks that falls apart in several words: together it is most
    /// likely the name that no dictionary has.
    struct Stretch {
        std::string text;
        std::string prefix;
        double weight = 1;
        std::size_t words = 0;
        std::size_t end = 0;  ///< place of its last word
        bool by_characters = false;
    };

    void add(Candidate candidate);
    void add_stretch(const QueryNode& node, const std::vector<QueryWord>& found);
    std::vector<Xapian::Query> stretches();
    void drop_function_words();
    void keep_the_rarest();
    void look_up(Candidate& candidate, const Context& context);
    bool is_unknown(const Xapian::Query& word);
    WordRow in_row();
    std::vector<Xapian::Query> apart();
    std::vector<Pair> side_by_side();
    Xapian::doccount pair_cost(const Candidate& first, const Candidate& second);
    [[nodiscard]] bool is_stop(const QueryWord& word) const;
    bool is_in_list(std::string_view term, bool (*list)(std::string_view, std::string_view)) const;

    Building& building_;
    std::vector<Candidate> candidates_;
    std::vector<Stretch> stretches_;
    std::size_t place_ = 0;
};

}  // namespace broadsheet
