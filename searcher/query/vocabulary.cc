#include "searcher/query/vocabulary.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "common/utf8.h"
#include "searcher/query/edit_distance.h"

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

/// Keeps the most frequent terms; equally frequent ones by name.
class Best {
public:
    void add(std::string term, Xapian::doccount frequency) {
        found_.push_back({frequency, std::move(term)});
        if (found_.size() >= 2 * kExpansionTermsMax) shrink();
    }

    Expansion take(bool scan_cut) {
        const bool more = dropped_ || found_.size() > kExpansionTermsMax;
        shrink();
        Expansion expansion = {.terms = {}, .cut = scan_cut || more};
        for (auto& [frequency, term] : found_)
            expansion.terms.push_back(std::move(term));
        return expansion;
    }

private:
    void shrink() {
        std::sort(found_.begin(), found_.end(), [](const auto& a, const auto& b) {
            return a.first != b.first ? a.first > b.first : a.second < b.second;
        });
        if (found_.size() <= kExpansionTermsMax) return;
        found_.resize(kExpansionTermsMax);
        dropped_ = true;
    }

    std::vector<std::pair<Xapian::doccount, std::string>> found_;
    bool dropped_ = false;
};

// Terms of fields begin with a capital, words never do (common/fields.cc).
bool belongs_to_a_field(std::string_view term) {
    return !term.empty() && term.front() >= 'A' && term.front() <= 'Z';
}

Expansion scan(
    const Xapian::Database& index,
    std::string_view field_prefix,
    std::string_view beginning,
    const std::function<bool(std::string_view)>& wanted
) {
    const std::string start = std::string(field_prefix) + std::string(beginning);
    Best best;
    std::size_t seen = 0;
    auto term = index.allterms_begin(start);
    const auto end = index.allterms_end(start);
    while (term != end && seen < kExpansionScanMax) {
        const std::string name = *term;
        const std::string_view word = std::string_view(name).substr(field_prefix.size());
        if (belongs_to_a_field(word)) {
            term.skip_to(start + "[");  // the character behind Z
            continue;
        }
        ++seen;
        if (wanted(word)) best.add(std::string(word), term.get_termfreq());
        ++term;
    }
    return best.take(term != end);
}

}  // namespace

Expansion expand_wildcard(
    const Xapian::Database& index, std::string_view field_prefix, std::string_view pattern
) {
    const std::string_view beginning = pattern.substr(0, pattern.find_first_of("*?"));
    return scan(index, field_prefix, beginning, [pattern](std::string_view term) {
        return fits(pattern, term);
    });
}

Expansion expand_fuzzy(
    const Xapian::Database& index,
    std::string_view field_prefix,
    std::string_view term,
    std::uint32_t distance
) {
    if (term.empty()) return {};
    const std::string_view beginning = term.substr(0, decode_utf8(term, 0).length);
    return scan(index, field_prefix, beginning, [term, distance](std::string_view candidate) {
        return edit_distance(term, candidate, distance) <= distance;
    });
}

}  // namespace broadsheet
