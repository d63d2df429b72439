#include "indexer/formats/html/author_note.h"

#include <algorithm>

#include "indexer/formats/html/phrases.h"
#include "indexer/formats/html/words.h"

namespace broadsheet::html {

namespace {

/// Words of a life told in three lines, in small letters.
bool tells_of_a_job(std::string_view lower) {
    static const Phrases kSigns(
        " is a | is an | is the | writes | covers | reports on | joined | works |"
        " contributes | is based | has written| has been | reporter| journalist|"
        " correspondent| editor| columnist| contributor| ist | schreibt | arbeitet |"
        "redakteur| est | écrit | travaille |journaliste| es | escribe |periodista|"
        " é | escreve |jornalista| è | scrive |giornalista|журналист|редактор|"
        "корреспондент|muhabir|gazeteci"
    );
    return kSigns.one_is_in(lower);
}

}  // namespace

bool is_author_note(std::string_view text, const std::vector<std::string>& authors) {
    constexpr std::size_t kSizeMax = 700;
    constexpr std::size_t kNameMin = 5;
    if (text.size() > kSizeMax) return false;
    return std::any_of(authors.begin(), authors.end(), [text](const std::string& name) {
        if (name.size() < kNameMin || name.find(' ') == std::string::npos) return false;
        const bool opens = text.starts_with(name) ||
                           (text.starts_with("About ") && text.substr(6).starts_with(name));
        return opens && (text.size() <= name.size() + 8 || tells_of_a_job(lower_case(text)));
    });
}

}  // namespace broadsheet::html
