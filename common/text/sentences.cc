#include "common/text/sentences.h"

#include <algorithm>
#include <iterator>
#include <string>

#include <unicode/uchar.h>

#include "common/text/folding.h"
#include "common/text/stop_words.h"
#include "common/utf8.h"

namespace broadsheet {

namespace {

// Words before a full stop that belongs to them, folded. What follows goes on with the sentence.
constexpr std::string_view kAbbreviations[] = {
    "a.k.a", "abb",   "abs",  "adm",   "al",   "ala",  "apr",   "approx", "ariz", "ark",  "art",
    "assn",  "atty",  "aug",  "av",    "ave",  "bd",   "betr",  "bgen",   "bil",  "bldg", "blvd",
    "bros",  "brig",  "bzw",  "c.f",   "ca",   "cal",  "calif", "capt",   "cf",   "ch",   "cmdr",
    "co",    "col",   "colo", "comdr", "conn", "corp", "cpl",   "ct",     "d.h",  "dec",  "del",
    "dept",  "dist",  "div",  "dr",    "dra",  "e.g",  "ed",    "eds",    "ee",   "est",  "etc",
    "evtl",  "excmo", "feb",  "fig",   "fla",  "fr",   "ft",    "ga",     "geb",  "gen",  "ggf",
    "gov",   "govs",  "hon",  "hr",    "hrn",  "i.e",  "ill",   "inc",    "ind",  "ing",  "insp",
    "intl",  "jan",   "jr",   "jul",   "jun",  "kan",  "kl",    "km",     "lic",  "lt",   "ltd",
    "ltda",  "m",     "maj",  "mar",   "mass", "max",  "md",    "messrs", "mgr",  "mich", "mil",
    "min",   "minn",  "mio",  "miss",  "mlle", "mm",   "mme",   "mo",     "mr",   "mrd",  "mrs",
    "ms",    "msgr",  "mt",   "mx",    "nat",  "nev",  "no",    "nos",    "nov",  "nr",   "nro",
    "num",   "o.a",   "oct",  "okla",  "op",   "ore",  "p",     "p.ej",   "p.ex", "pa",   "pag",
    "penn",  "ph.d",  "plc",  "pp",    "pres", "pr",   "prof",  "profa",  "pt",   "pte",  "pvt",
    "rd",    "ref",   "rep",  "reps",  "resp", "ret",  "rev",   "rs",     "sec",  "sen",  "sens",
    "sept",  "sep",   "sgt",  "sig",   "sog",  "sq",   "sr",    "sra",    "srta", "ss",   "st",
    "sta",   "ste",   "sto",  "str",   "supt", "tel",  "tenn",  "tex",    "u.a",  "ud",   "uds",
    "usw",   "uu",    "v",    "va",    "vgl",  "vol",  "vols",  "vs",     "vt",   "wash", "wis",
    "wm",    "wyo",   "z.b",  "z.t",   "zzgl", "акад", "г",     "гг",     "гл",   "др",   "им",
    "млн",   "млрд",  "напр", "обл",   "проф", "р",    "руб",   "см",     "ст",   "стр",  "т",
    "т.д",   "т.е",   "т.к",  "т.н",   "т.п",  "тыс",  "ул",    "чел",
};

// Languages that print ordinal numbers with a full stop: am 30. April.
constexpr std::string_view kOrdinalLanguages[] = {
    "bs",
    "cs",
    "da",
    "de",
    "et",
    "fi",
    "hr",
    "hu",
    "is",
    "lv",
    "nb",
    "nn",
    "no",
    "pl",
    "sk",
    "sl",
    "sr",
    "tr",
};

// An abbreviation is not longer than this, so a search backwards stops here.
constexpr std::size_t kWordBytesMax = 32;

template <std::size_t size>
bool contains(const std::string_view (&table)[size], std::string_view word) {
    return std::find(std::begin(table), std::end(table), word) != std::end(table);
}

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// What a character does to a sentence.
enum class Mark { none, stop, emphatic_stop, wide_stop };

Mark mark_of(char32_t character) {
    switch (character) {
        case U'.':
            return Mark::stop;
        case U'!':
        case U'?':
        case 0x2026:  // …
        case 0x203C:
        case 0x2047:
        case 0x2048:
        case 0x2049:
        case 0x061F:  // Arabic question mark
        case 0x06D4:  // Urdu full stop
        case 0x0589:  // Armenian
            return Mark::emphatic_stop;
        case 0x3002:  // CJK
        case 0xFF01:
        case 0xFF0E:
        case 0xFF1F:
        case 0xFF61:
        case 0x0964:  // Devanagari danda
        case 0x0965:
        case 0x104B:  // Burmese
        case 0x1362:  // Ethiopic
        case 0x1367:
        case 0x17D4:  // Khmer
        case 0x17D5:
            return Mark::wide_stop;
        default:
            return Mark::none;
    }
}

bool is_closer(char32_t character) {
    switch (character) {
        case U'"':
        case U'\'':
        case U')':
        case U']':
        case U'}':
        case 0x00BB:  // »
        case 0x203A:
        case 0x2019:
        case 0x201C:  // “ closes in German
        case 0x201D:
        case 0x300D:
        case 0x300F:
        case 0x3011:
        case 0xFF09:
            return true;
        default:
            return false;
    }
}

class SentenceFinder {
public:
    SentenceFinder(std::string_view text, std::string_view language)
        : text_(text), language_(language) {}

    std::vector<Sentence> find() {
        std::size_t offset = 0;
        while (offset < text_.size()) {
            const CodePoint point = decode_utf8(text_, offset);
            const Mark mark = mark_of(point.value);
            if (mark != Mark::none) {
                offset = behind_stop(offset, mark);
            } else if (text_[offset] == '\n' && is_empty_line(offset + 1)) {
                end_sentence(offset);
                ++offset;
            } else {
                offset += point.length;
            }
        }
        end_sentence(text_.size());
        return std::move(sentences_);
    }

private:
    // Deals with the stop at `stop` and what belongs to it; returns where to go on.
    std::size_t behind_stop(std::size_t stop, Mark mark) {
        std::size_t end = stop;
        int count = 0;
        for (; end < text_.size(); ++count) {
            const CodePoint point = decode_utf8(text_, end);
            const Mark next = mark_of(point.value);
            if (next == Mark::none && (count == 0 || !is_closer(point.value))) break;
            if (next != Mark::none && next != Mark::stop) mark = std::max(mark, next);
            end += point.length;
        }
        const bool is_lone_stop = mark == Mark::stop && end == stop + 1;
        if (mark == Mark::wide_stop || ends_here(stop, end, is_lone_stop)) end_sentence(end);
        return end;
    }

    [[nodiscard]] bool ends_here(std::size_t stop, std::size_t end, bool is_lone_stop) const {
        if (end == text_.size()) return true;
        if (!is_blank(text_[end])) return false;
        std::size_t next = end;
        while (next < text_.size() && is_blank(text_[next]))
            ++next;
        if (next == text_.size()) return true;
        if (begins_with_small_letter(next)) return false;
        if (!is_lone_stop) return true;
        return !belongs_to_word(stop) || begins_with_function_word(next);
    }

    [[nodiscard]] bool begins_with_small_letter(std::size_t offset) const {
        return u_islower(static_cast<UChar32>(decode_utf8(text_, offset).value)) != 0;
    }

    // The stop behind an initial, an acronym, an abbreviation or an ordinal number.
    [[nodiscard]] bool belongs_to_word(std::size_t stop) const {
        const std::string_view word = word_before(stop);
        if (word.empty()) return false;
        if (std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; })) {
            return word.size() <= 2 && contains(kOrdinalLanguages, language_);
        }
        const CodePoint first = decode_utf8(word, 0);
        const bool is_initial =
            first.length == word.size() && u_isupper(static_cast<UChar32>(first.value)) != 0;
        if (is_initial) return true;
        const std::string folded = fold(word);
        if (contains(kAbbreviations, folded)) return folded != "no" || digit_follows(stop + 1);
        return is_acronym(word);
    }

    [[nodiscard]] bool digit_follows(std::size_t offset) const {
        while (offset < text_.size() && is_blank(text_[offset]))
            ++offset;
        return offset < text_.size() && text_[offset] >= '0' && text_[offset] <= '9';
    }

    // The word that ends at `stop`, points inside it included; empty when it is a long one.
    [[nodiscard]] std::string_view word_before(std::size_t stop) const {
        std::size_t begin = stop;
        while (begin > 0 && stop - begin <= kWordBytesMax && continues_word(text_[begin - 1])) {
            --begin;
        }
        const std::string_view word = text_.substr(begin, stop - begin);
        return word.size() > kWordBytesMax ? std::string_view{} : word;
    }

    static bool continues_word(char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0x80 || c == '.' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
               (c >= 'a' && c <= 'z');
    }

    // Single letters with points between: U.S
    static bool is_acronym(std::string_view word) {
        std::size_t letters = 0;
        for (std::size_t i = 0; i < word.size();) {
            const CodePoint letter = decode_utf8(word, i);
            if (u_isalpha(static_cast<UChar32>(letter.value)) == 0) return false;
            i += letter.length;
            ++letters;
            if (i < word.size() && word[i++] != '.') return false;
        }
        return letters >= 2;
    }

    [[nodiscard]] bool begins_with_function_word(std::size_t offset) const {
        while (offset < text_.size()) {  // an opening quotation mark before it
            const CodePoint point = decode_utf8(text_, offset);
            if (!is_closer(point.value) && point.value != 0x2018 && point.value != 0x00AB) break;
            offset += point.length;
        }
        std::size_t end = offset;
        while (end < text_.size() && end - offset <= kWordBytesMax && text_[end] != '.' &&
               continues_word(text_[end])) {
            ++end;
        }
        const std::string word = fold(text_.substr(offset, end - offset));
        const bool stands_alone = end >= text_.size() || text_[end] != '.';
        return stands_alone && is_stop_word(word, language_.empty() ? "en" : language_);
    }

    [[nodiscard]] bool is_empty_line(std::size_t offset) const {
        while (offset < text_.size() && (text_[offset] == ' ' || text_[offset] == '\r'))
            ++offset;
        return offset < text_.size() && text_[offset] == '\n';
    }

    void end_sentence(std::size_t end) {
        std::size_t begin = begin_;
        begin_ = end;
        while (begin < end && is_blank(text_[begin]))
            ++begin;
        while (begin < end && is_blank(text_[end - 1]))
            --end;
        if (begin == end) return;
        sentences_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    }

    std::string_view text_;
    std::string_view language_;
    std::size_t begin_ = 0;
    std::vector<Sentence> sentences_;
};

}  // namespace

std::vector<Sentence> find_sentences(std::string_view text, std::string_view language) {
    return SentenceFinder(text, language).find();
}

}  // namespace broadsheet
