#include "searcher/query/query_words.h"

#include <algorithm>

#include "common/text/acronyms.h"
#include "searcher/query/restored_letters.h"
#include "searcher/query/written_onto.h"

namespace broadsheet {

namespace {

void add_once(std::vector<std::string>& list, const std::string& item) {
    if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
}

}  // namespace

QueryWords::Reading QueryWords::read(std::string_view text, std::string_view language) {
    tokens_.clear();
    analyzer_.analyze(text, language, tokens_);
    Reading reading;
    for (const auto& token : tokens_) {
        Form form = {
            .begin = token.position,
            .end = token.position + token.span,
            .term = token.word->term,
            .stems = {},
            .unstemmed = token.word->stem.empty()};
        if (!form.unstemmed) form.stems.push_back({token.word->stem, {std::string(language)}});
        reading.push_back(std::move(form));
    }
    return reading;
}

// Forms of another spelling, behind those of the typed one.
void QueryWords::add_alternatives(Reading& reading, const Reading& other) {
    for (const Form& form : other) {
        const bool known = std::ranges::any_of(reading, [&](const Form& typed) {
            return typed.begin == form.begin && typed.end == form.end && typed.term == form.term;
        });
        if (known) continue;
        const auto behind = std::ranges::upper_bound(reading, form.begin, {}, &Form::begin);
        reading.insert(behind, form);
    }
}

std::vector<QueryWords::Reading> QueryWords::readings(std::string_view text) {
    std::vector<Reading> readings;
    std::vector<std::string> restored;
    if (restored_left_ > 0) restored = with_restored_letters(text);
    restored_left_ -= std::min(restored_left_, restored.size());
    for (const auto& language : facts_.languages) {
        Reading reading = read(text, language);
        for (const auto& other : restored)
            add_alternatives(reading, read(other, language));
        const auto same = std::find_if(readings.begin(), readings.end(), [&](const Reading& other) {
            return std::equal(
                other.begin(),
                other.end(),
                reading.begin(),
                reading.end(),
                [](const Form& a, const Form& b) {
                    return a.begin == b.begin && a.end == b.end && a.term == b.term;
                }
            );
        });
        if (same == readings.end()) {
            readings.push_back(std::move(reading));
            continue;
        }
        for (std::size_t i = 0; i < reading.size(); ++i) {
            Form& form = (*same)[i];
            form.unstemmed = form.unstemmed || reading[i].unstemmed;
            for (const auto& stem : reading[i].stems)
                add_stem(form.stems, stem);
        }
    }
    return readings;
}

// Every way from `begin` to `end` over the forms, forms between the same places being alternatives.
// A stretch of many compounds has many ways: the first ones found are enough.
std::vector<TermPath> QueryWords::paths(
    const Reading& reading, std::uint32_t begin, std::uint32_t end, bool whole_span_too
) {
    struct Partial {
        TermPath path;
        std::uint32_t at;
    };

    std::vector<TermPath> complete;
    std::vector<Partial> open = {{{}, begin}};
    while (!open.empty() && complete.size() < kPathsMax) {
        Partial partial = std::move(open.back());
        open.pop_back();
        if (partial.at == end) {
            complete.push_back(std::move(partial.path));
            continue;
        }
        const auto first = std::lower_bound(
            reading.begin(),
            reading.end(),
            partial.at,
            [](const Form& form, std::uint32_t at) { return form.begin < at; }
        );
        std::vector<std::uint32_t> ends;
        for (auto form = first; form != reading.end() && form->begin == partial.at; ++form) {
            const bool whole = form->begin == begin && form->end == end && end - begin > 1;
            if (form->end > end || (whole && !whole_span_too)) continue;
            if (std::find(ends.begin(), ends.end(), form->end) == ends.end())
                ends.push_back(form->end);
        }
        std::sort(ends.rbegin(), ends.rend());
        // The shortest step is taken first: it is on top of the stack.
        for (const std::uint32_t step : ends) {
            Partial next = {partial.path, step};
            auto& slot = next.path.emplace_back();
            for (auto form = first; form != reading.end() && form->begin == partial.at; ++form) {
                if (form->end == step) add_once(slot, form->term);
            }
            open.push_back(std::move(next));
        }
    }
    return complete;
}

void QueryWords::add_stem(std::vector<Stem>& stems, const Stem& stem) {
    const auto known = std::ranges::find(stems, stem.stem, &Stem::stem);
    if (known == stems.end()) return stems.push_back(stem);
    for (const auto& language : stem.languages)
        add_once(known->languages, language);
}

// What a stem is in one language of many articles, it is everywhere.
void QueryWords::add_stem(QueryWord& word, const Stem& stem) const {
    const bool rare = !stem.languages.empty() &&
                      std::ranges::all_of(stem.languages, [this](const std::string& language) {
                          return std::ranges::find(facts_.rare_languages, language) !=
                                 facts_.rare_languages.end();
                      });
    const auto is_it = [&](const RareStem& other) { return other.stem == stem.stem; };
    if (!rare) {
        add_once(word.stems, stem.stem);
        std::erase_if(word.rare_stems, is_it);
    } else if (std::ranges::find(word.stems, stem.stem) == word.stems.end()) {
        add_stem(word.rare_stems, stem);
    }
}

void QueryWords::add_written_onto(QueryWord& word, const Form& form) {
    for (const Stem& stem : form.stems) {
        for (const std::string& language : stem.languages) {
            if (!may_have_written_onto(stem.stem, language)) continue;
            if (looked_up_left_ == 0) return;
            --looked_up_left_;
            for (auto& other : written_onto(stem.stem, language, *facts_.vocabulary))
                add_stem(word, Stem{std::move(other), {language}});
        }
    }
}

// Snowball takes one ending more of bakan and seçim than of bakanlar and seçimlerde, whose stems
// are these words themselves.
void QueryWords::add_turkish_stems(QueryWord& word, const std::string& term) {
    constexpr std::string_view kTurkish = "tr";
    constexpr std::size_t kBaseBytesMin = 3;
    add_stem(word, Stem{term, {std::string(kTurkish)}});
    for (const std::string_view plural : {"lar", "ler"}) {
        if (!term.ends_with(plural) || term.size() < plural.size() + kBaseBytesMin) continue;
        const std::string base = term.substr(0, term.size() - plural.size());
        for (const Form& form : read(base, kTurkish)) {
            for (const Stem& stem : form.stems)
                add_stem(word, stem);
        }
    }
}

QueryWord QueryWords::word_between(const Reading& reading, std::uint32_t begin, std::uint32_t end) {
    QueryWord word;
    for (const auto& form : reading) {
        if (form.begin != begin || form.end != end) continue;
        if (form.unstemmed) add_once(word.terms, form.term);
        for (const auto& stem : form.stems)
            add_stem(word, stem);
        const bool is_turkish = std::ranges::any_of(form.stems, [](const Stem& stem) {
            return std::ranges::find(stem.languages, "tr") != stem.languages.end();
        });
        if (is_turkish) add_turkish_stems(word, form.term);
        // Function words are passed over as they are.
        if (!form.unstemmed) add_written_onto(word, form);
        const std::string acronym(acronym_reading(form.term));
        if (!acronym.empty()) add_once(word.stems, acronym);
        if (end - begin == 1 && word.typed.empty()) word.typed = form.term;
    }
    if (end - begin > 1) {
        word.parts = paths(reading, begin, end, false);
        // The parts one by one are in every article that has longer ones of them.
        if (word.parts.size() > 1) word.parts.resize(1);
    }
    return word;
}

std::vector<QueryWord> QueryWords::words(std::string_view text) {
    std::vector<QueryWord> words;
    bool first_reading = true;
    for (const auto& reading : readings(text)) {
        std::vector<QueryWord> found;
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
        // A stretch ends where no form reaches over.
        for (std::size_t i = 0; i < reading.size(); ++i) {
            if (i > 0 && reading[i].begin >= end) {
                found.push_back(word_between(reading, begin, end));
                begin = reading[i].begin;
            }
            if (i == 0) begin = reading[i].begin;
            end = std::max(end, reading[i].end);
        }
        if (!reading.empty()) found.push_back(word_between(reading, begin, end));
        if (first_reading) {
            words = std::move(found);
            first_reading = false;
            continue;
        }
        // Another language cuts the text in another way: the same words where they correspond.
        if (found.size() != words.size()) {
            words.insert(words.end(), found.begin(), found.end());
            continue;
        }
        for (std::size_t i = 0; i < found.size(); ++i) {
            for (const auto& term : found[i].terms)
                add_once(words[i].terms, term);
            for (const auto& stem : found[i].stems)
                add_stem(words[i], {stem, {}});
            for (const auto& stem : found[i].rare_stems)
                add_stem(words[i], stem);
            words[i].parts.insert(
                words[i].parts.end(), found[i].parts.begin(), found[i].parts.end()
            );
        }
    }
    return words;
}

std::vector<TermPath> QueryWords::phrase(std::string_view text) {
    std::vector<TermPath> all;
    for (const auto& reading : readings(text)) {
        if (reading.empty()) continue;
        std::uint32_t end = 0;
        for (const auto& form : reading)
            end = std::max(end, form.end);
        for (auto& path : paths(reading, reading.front().begin, end, true)) {
            if (all.size() < kPathsMax && std::find(all.begin(), all.end(), path) == all.end())
                all.push_back(std::move(path));
        }
    }
    return all;
}

std::string QueryWords::single_term(std::string_view text) {
    tokens_.clear();
    analyzer_.analyze(
        text, facts_.languages.empty() ? std::string() : facts_.languages.front(), tokens_
    );
    return tokens_.size() == 1 ? tokens_.front().word->term : std::string();
}

std::string QueryWords::folded_pattern(std::string_view text) {
    std::string pattern;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const std::size_t end = std::min(text.find_first_of("*?", begin), text.size());
        const std::string piece(text.substr(begin, end - begin));
        const std::string term = piece.empty() ? std::string() : single_term(piece);
        pattern += term.empty() ? piece : term;
        if (end < text.size()) pattern += text[end];
        begin = end + 1;
    }
    return pattern;
}

}  // namespace broadsheet
