#include "common/text/han_variants.h"

#include <memory>
#include <unordered_map>

#include <unicode/translit.h>
#include <unicode/unistr.h>

namespace broadsheet {

namespace {

using Table = std::unordered_map<char32_t, char32_t>;

constexpr char32_t kFirstHan = 0x3400;
constexpr char32_t kLastHan = 0x9FFF;

// The transliterator wants text, not characters: one line for each of them.
Table read_table() {
    Table table;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> transliterator(
        icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status)
    );
    if (U_FAILURE(status) || !transliterator) return table;  // an ICU built without it
    icu::UnicodeString lines;
    for (char32_t han = kFirstHan; han <= kLastHan; ++han) {
        lines.append(static_cast<UChar32>(han)).append(u'\n');
    }
    transliterator->transliterate(lines);
    std::int32_t line = 0;
    for (char32_t han = kFirstHan; han <= kLastHan && line < lines.length(); ++han) {
        const std::int32_t end = lines.indexOf(u'\n', line);
        const auto simplified = static_cast<char32_t>(lines.char32At(line));
        if (simplified != han && lines.countChar32(line, end - line) == 1) {
            table.emplace(han, simplified);
        }
        line = end + 1;
    }
    return table;
}

// Some characters are simplified to one that is itself simplified elsewhere.
Table settled_table() {
    Table table = read_table();
    for (auto& [han, simplified] : table) {
        for (int step = 0; step < 4; ++step) {
            const auto next = table.find(simplified);
            if (next == table.end() || next->second == han) break;
            simplified = next->second;
        }
    }
    return table;
}

}  // namespace

char32_t simplified_han(char32_t character) {
    if (character < kFirstHan || character > kLastHan) return character;
    static const Table kTable = settled_table();
    const auto row = kTable.find(character);
    return row == kTable.end() ? character : row->second;
}

}  // namespace broadsheet
