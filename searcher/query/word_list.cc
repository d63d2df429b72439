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

void WordListReader::begin_segment() {
    lists_.emplace_back();
    term_ = segments_[segment_].allterms_begin();
    begun_ = true;
}

bool WordListReader::read(std::size_t entries) {
    for (std::size_t left = entries; segment_ < segments_.size() && left > 0;) {
        if (!begun_) begin_segment();
        const auto end = segments_[segment_].allterms_end();
        for (; term_ != end && left > 0; --left) {
            const std::string word = *term_;
            if (belongs_to_a_field(word)) {
                term_.skip_to("[");  // the character behind Z
                continue;
            }
            lists_.back().add(word, term_.get_termfreq());
            ++term_;
        }
        if (term_ != end) break;
        begun_ = false;
        ++segment_;
        // Lists of about the same size are merged, so that each word is moved few times.
        while (lists_.size() > 1 && lists_[lists_.size() - 2].size() < 2 * lists_.back().size())
            merge_last();
    }
    return segment_ == segments_.size();
}

void WordListReader::merge_last() {
    const WordList last = std::move(lists_.back());
    lists_.pop_back();
    lists_.back() = WordList::merged(lists_.back(), last);
}

std::size_t WordListReader::size() const {
    std::size_t size = 0;
    for (const WordList& list : lists_)
        size += list.size();
    return size;
}

WordList WordListReader::take() {
    while (lists_.size() > 1)
        merge_last();
    return lists_.empty() ? WordList() : std::move(lists_.front());
}

}  // namespace broadsheet
