#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

/// The text as terms are written: compatibility forms replaced (NFKC), full case folding, accents
/// and vowel points dropped, letters without decomposition replaced (ø o, ł l, æ ae, þ th ...),
/// digits of every script as 0-9, invisible characters removed. README.md has the list by script.
/// It knows nothing of words: punctuation and blanks stay. Ill-formed UTF-8 becomes U+FFFD.
/// fold(fold(x)) == fold(x). Safe to call from several threads.
std::string fold(std::string_view text);

/// The folded text with ä ö ü ø å written ae oe ue oe aa ("Müller" -> "mueller"), or empty when
/// there is none of these letters in it.
std::string fold_umlauts(std::string_view text);

}  // namespace broadsheet
