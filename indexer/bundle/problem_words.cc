#include "indexer/bundle/problem_words.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "common/utf8.h"

namespace broadsheet {
namespace {

struct Words {
    std::string_view part_of_message;  ///< lower case
    std::string_view reason;
};

/// libarchive has no error codes to tell these apart, only sentences.
constexpr std::array kWords{
    Words{"encrypted", kEncrypted},
    Words{"encryption", kEncrypted},
    Words{"passphrase", kEncrypted},
    Words{"truncated", kCutOff},
    Words{"unexpected end", kCutOff},
    Words{"premature end", kCutOff},
    Words{"end-of-file", kCutOff},
    Words{"end of file", kCutOff},
    Words{"no progress is possible", kCutOff},    // liblzma waits for more
    Words{"decompression failed (-5)", kCutOff},  // zlib waits for more
    Words{
        "dictionary mismatch",
        "was compressed with a dictionary that is not in it: decompress it first (zstd -d -D "
        "DICTIONARY)"},
    Words{"checksum", "is damaged: its checksum does not match"},
    Words{"bad crc", "is damaged: its checksum does not match"},
    Words{"incorrect data check", "is damaged: its checksum does not match"},
    Words{"multivolume", "is one part of an archive in several files, which cannot be read"},
    Words{"multi-volume", "is one part of an archive in several files, which cannot be read"},
    Words{"unsupported", "is packed in a way that cannot be read"},
    Words{"not supported", "is packed in a way that cannot be read"},
};

std::string lower_case(std::string_view text) {
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return lower;
}

}  // namespace

std::string without_anything(std::string_view reason) {
    if (reason == kEncrypted) return std::string(reason);
    return fmt::format("{}; nothing could be read", reason.substr(0, reason.find("; what ")));
}

std::string damage_words(std::string_view decoder_message) {
    if (decoder_message.empty()) return "is damaged; what could be read was kept";
    const std::string lower = lower_case(decoder_message);
    const auto* const words = std::ranges::find_if(kWords, [&](const Words& candidate) {
        return lower.find(candidate.part_of_message) != std::string::npos;
    });
    const std::string_view reason = words == kWords.end() ? "is damaged" : words->reason;
    const bool says_all = reason == kEncrypted || reason == kCutOff || reason.ends_with(')');
    if (says_all) return std::string(reason);
    return fmt::format("{} ({})", reason, repair_utf8(decoder_message));
}

Failure expansion_failure(const Limits& limits) {
    return {
        .kind = ProblemKind::over_limit,
        .reason = fmt::format(
            "expands to more than {} times its size; the rest of it was left out "
            "(--max-expansion allows more)",
            limits.expansion_max
        ),
    };
}

}  // namespace broadsheet
