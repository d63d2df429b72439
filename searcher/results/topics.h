#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// One of many queries, with the name its hits are listed under.
struct Topic {
    std::string id;
    std::string text;

    friend bool operator==(const Topic&, const Topic&) = default;
};

struct Topics {
    std::vector<Topic> topics;            ///< in the order of the file
    std::vector<std::string> complaints;  ///< what was left out and why, one sentence each
};

/// Reads a list of queries: one a line, named by the number of its line, or with a name and a tab
/// before it. Empty lines are passed over. A text that begins with `<top>` is read as topics of
/// TREC: the name from `<num>`, the query from `<title>`.
Topics read_topics(std::string_view text);

}  // namespace broadsheet
