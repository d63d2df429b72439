#include "searcher/query/vocabulary.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "common/fields.h"
#include "common/utf8.h"
#include "searcher/query/near_spelling.h"

namespace broadsheet {

namespace {

bool fits(std::string_view pattern, std::string_view term) {
    // The usual walk with one point of return: linear but for the last star's retries.
    std::size_t p = 0;
    std::size_t t = 0;
    std::size_t star = std::string_view::npos;
    std::size_t star_t = 0;
    while (t < term.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            star_t = t;
        } else if (p < pattern.size() && pattern[p] == '?') {
            ++p;
            t += decode_utf8(term, t).length;
        } else if (p < pattern.size() && pattern[p] == term[t]) {
            ++p;
            ++t;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            star_t += decode_utf8(term, star_t).length;
            t = star_t;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

// The first term behind all that begin with `beginning`, whose last byte is none of 0xFF in UTF-8.
std::string behind(std::string beginning) {
    if (!beginning.empty()) ++beginning.back();
    return beginning;
}

/// The most frequent words of those found; equally frequent ones by name.
std::vector<VocabularyWord> most_frequent(std::vector<VocabularyWord> words) {
    const std::size_t kept = std::min(words.size(), kExpansionTermsMax);
    std::partial_sort(
        words.begin(),
        words.begin() + static_cast<std::ptrdiff_t>(kept),
        words.end(),
        [](const VocabularyWord& a, const VocabularyWord& b) {
            return a.articles != b.articles ? a.articles > b.articles : a.term < b.term;
        }
    );
    words.resize(kept);
    return words;
}

}  // namespace

/// Reads the vocabularies of several segments within the bounds of time.
class Vocabulary::Reading {
public:
    Reading(std::string_view field_prefix, std::string_view beginning, std::size_t segments)
        : field_prefix_(field_prefix),
          start_(std::string(field_prefix) + std::string(beginning)),
          reads_(kVocabularyReadMax / std::max<std::size_t>(segments, 1)),
          fits_(kVocabularyFitMax / std::max<std::size_t>(segments, 1)) {}

    void read(const Xapian::Database& segment, const Reader& reader) {
        constexpr int kStepsBeforeSkip = 8;  // a step costs a fraction of a skip
        std::size_t reads_left = reads_;
        std::size_t fits_left = fits_;
        std::string hopeless;
        int steps = 0;
        auto term = segment.allterms_begin(start_);
        const auto end = segment.allterms_end(start_);
        for (; term != end && reads_left > 0 && fits_left > 0; --reads_left, ++entries_read_) {
            const std::string name = *term;
            const std::string_view word = std::string_view(name).substr(field_prefix_.size());
            if (belongs_to_a_field(word)) {
                term.skip_to(start_ + "[");  // the character behind Z
                continue;
            }
            if (!hopeless.empty() && word.starts_with(hopeless)) {
                if (++steps < kStepsBeforeSkip) {
                    ++term;
                } else {
                    term.skip_to(std::string(field_prefix_) + behind(hopeless));
                }
                continue;
            }
            const Opinion opinion = reader(word);
            hopeless = word.substr(0, opinion.hopeless_bytes);
            steps = 0;
            if (opinion.fits) {
                found_[std::string(word)] += term.get_termfreq();
                --fits_left;
            }
            ++term;
        }
        cut_ = cut_ || term != end;
    }

    Expansion take() {
        std::vector<VocabularyWord> words;
        words.reserve(found_.size());
        for (const auto& [term, articles] : found_)
            words.push_back({.term = term, .articles = articles});
        const bool cut = cut_ || words.size() > kExpansionTermsMax;
        return {.words = most_frequent(std::move(words)), .cut = cut};
    }

    [[nodiscard]] std::size_t entries_read() const { return entries_read_; }

private:
    std::string_view field_prefix_;
    std::string start_;
    std::size_t reads_;
    std::size_t fits_;
    std::unordered_map<std::string, Xapian::doccount> found_;
    std::size_t entries_read_ = 0;
    bool cut_ = false;
};

std::vector<std::string> Expansion::terms() const {
    std::vector<std::string> terms;
    terms.reserve(words.size());
    for (const auto& word : words)
        terms.push_back(word.term);
    return terms;
}

// A piece with each query, so that none takes much longer than the others.
void Vocabulary::keep_words() {
    constexpr std::size_t kReadBefore = 300'000;
    constexpr std::size_t kReadAtOnce = 50'000;
    constexpr std::size_t kKeptWordsMax = 2'000'000;
    if (kept_ || too_many_ || entries_read_ < kReadBefore) return;
    if (!keeping_) keeping_.emplace(segments_);
    const bool is_last = keeping_->read(kReadAtOnce);
    if (is_last) kept_ = keeping_->take();
    too_many_ = (is_last ? kept_->size() : keeping_->size()) > kKeptWordsMax;
    if (too_many_) kept_.reset();
    if (is_last || too_many_) keeping_.reset();
}

Expansion Vocabulary::read(
    std::string_view field_prefix, std::string_view beginning, const Reader& reader
) {
    if (field_prefix.empty()) keep_words();
    if (kept_ && field_prefix.empty()) return read_kept(beginning, reader);
    Reading reading(field_prefix, beginning, segments_.size());
    for (const auto& segment : segments_)
        reading.read(segment, reader);
    entries_read_ += reading.entries_read();
    return reading.take();
}

Expansion Vocabulary::read_kept(std::string_view beginning, const Reader& reader) const {
    std::vector<std::pair<Xapian::doccount, std::size_t>> found;
    std::size_t i = kept_->find(beginning);
    while (i < kept_->size() && kept_->word(i).starts_with(beginning)) {
        const std::string_view word = kept_->word(i);
        const Opinion opinion = reader(word);
        if (opinion.fits) found.emplace_back(kept_->articles(i), i);
        if (opinion.hopeless_bytes > 0) {
            i = kept_->find(behind(std::string(word.substr(0, opinion.hopeless_bytes))), i + 1);
        } else {
            ++i;
        }
    }
    const std::size_t kept = std::min(found.size(), kExpansionTermsMax);
    std::partial_sort(
        found.begin(),
        found.begin() + static_cast<std::ptrdiff_t>(kept),
        found.end(),
        [](const auto& a, const auto& b) {
            return a.first != b.first ? a.first > b.first : a.second < b.second;
        }
    );
    Expansion expansion;
    expansion.cut = found.size() > kept;
    for (std::size_t n = 0; n < kept; ++n) {
        expansion.words.push_back(
            {.term = std::string(kept_->word(found[n].second)), .articles = found[n].first}
        );
    }
    return expansion;
}

Expansion Vocabulary::beginning(
    std::string_view field_prefix,
    std::string_view beginning,
    const std::function<bool(std::string_view)>& wanted
) {
    return read(field_prefix, beginning, [&](std::string_view word) {
        return Opinion{.fits = wanted(word)};
    });
}

Xapian::doccount Vocabulary::articles_with(const std::string& stored) const {
    Xapian::doccount articles = 0;
    if (stored.size() > kTermBytesMax) return articles;
    for (const auto& segment : segments_)
        articles += segment.get_termfreq(stored);
    return articles;
}

Expansion Vocabulary::fitting(std::string_view field_prefix, std::string_view pattern) {
    const std::size_t first = pattern.find_first_of("*?");
    // What only must begin or end so needs no walk over the pattern for each word.
    if (first == pattern.size() - 1 && pattern.back() == '*')
        return beginning(field_prefix, pattern.substr(0, first), [](auto) { return true; });
    if (first == 0 && pattern.front() == '*' && pattern.find_first_of("*?", 1) == pattern.npos) {
        const std::string_view ending = pattern.substr(1);
        return beginning(field_prefix, {}, [ending](std::string_view word) {
            return word.ends_with(ending);
        });
    }
    return beginning(field_prefix, pattern.substr(0, first), [pattern](std::string_view word) {
        return fits(pattern, word);
    });
}

Expansion Vocabulary::near(
    std::string_view field_prefix, std::string_view term, std::uint32_t distance
) {
    if (term.empty()) return {};
    NearSpelling spelling(term, distance);
    return read(field_prefix, {}, [&spelling](std::string_view word) {
        const auto verdict = spelling.ask(word);
        return Opinion{.fits = verdict.near, .hopeless_bytes = verdict.hopeless_bytes};
    });
}

}  // namespace broadsheet
