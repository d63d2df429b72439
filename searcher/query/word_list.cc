#include "searcher/query/word_list.h"

#include <algorithm>
#include <utility>

namespace broadsheet {

void WordList::add(std::string_view word, Xapian::doccount articles) {
    entries_.push_back(
        {.begin = static_cast<std::uint32_t>(bytes_.size()),
         .length = static_cast<std::uint32_t>(word.size()),
         .articles = articles}
    );
    bytes_ += word;
}

std::size_t WordList::find(std::string_view word, std::size_t from) const {
    std::size_t end = entries_.size();
    while (from < end) {
        const std::size_t middle = from + (end - from) / 2;
        if (this->word(middle) < word) {
            from = middle + 1;
        } else {
            end = middle;
        }
    }
    return from;
}

std::optional<WordList> WordList::read_segment(const Xapian::Database& segment, std::size_t max) {
    WordList list;
    const auto end = segment.allterms_end();
    for (auto term = segment.allterms_begin(); term != end;) {
        const std::string word = *term;
        if (belongs_to_a_field(word)) {
            term.skip_to("[");  // the character behind Z
            continue;
        }
        if (list.size() >= max) return std::nullopt;
        list.add(word, term.get_termfreq());
        ++term;
    }
    return list;
}

WordList WordList::merged(const WordList& a, const WordList& b) {
    WordList all;
    all.bytes_.reserve(a.bytes_.size() + b.bytes_.size());
    all.entries_.reserve(a.size() + b.size());
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() || j < b.size()) {
        const int order = i == a.size() ? 1 : j == b.size() ? -1 : a.word(i).compare(b.word(j));
        if (order == 0) {
            all.add(a.word(i), a.articles(i) + b.articles(j));
        } else if (order < 0) {
            all.add(a.word(i), a.articles(i));
        } else {
            all.add(b.word(j), b.articles(j));
        }
        if (order <= 0) ++i;
        if (order >= 0) ++j;
    }
    return all;
}

std::optional<WordList> WordList::read(
    const std::vector<Xapian::Database>& segments, std::size_t max
) {
    // Lists of about the same size are merged, so that each word is moved few times.
    std::vector<WordList> lists;
    const auto merge_last = [&lists] {
        WordList last = std::move(lists.back());
        lists.pop_back();
        lists.back() = merged(lists.back(), last);
    };
    for (const auto& segment : segments) {
        auto list = read_segment(segment, max);
        if (!list) return std::nullopt;
        lists.push_back(std::move(*list));
        while (lists.size() > 1 && lists[lists.size() - 2].size() < 2 * lists.back().size())
            merge_last();
        if (lists.front().size() > max) return std::nullopt;
    }
    while (lists.size() > 1)
        merge_last();
    if (lists.empty()) return WordList();
    return std::move(lists.front());
}

}  // namespace broadsheet
