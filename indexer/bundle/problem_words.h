#pragma once

#include <string>
#include <string_view>

#include "indexer/bundle/byte_source.h"
#include "indexer/bundle/limits.h"

namespace broadsheet {

/// Reason of what ends in the middle.
inline constexpr std::string_view kCutOff =
    "is truncated: it breaks off before its end; what came before was kept";

/// Such a reason where nothing came before.
std::string without_anything(std::string_view reason);

/// Reason of what cannot be read without a password.
inline constexpr std::string_view kEncrypted = "is encrypted; decrypt it first";

/// The reason for a decoder's own message: plain words first, its own at the end.
std::string damage_words(std::string_view decoder_message);

/// An entry or a compressed file that grows beyond limits.expansion_max.
Failure expansion_failure(const Limits& limits);

}  // namespace broadsheet
