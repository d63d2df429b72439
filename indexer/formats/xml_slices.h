#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

#include "indexer/formats/format.h"

namespace broadsheet {

/// Files in which articles are elements one after another are read an element at a time: long ones
/// in little memory, and broken ones without the rest being lost.

/// The markup of one element, in UTF-8, and where it starts in the entry.
using SliceReader = std::function<void(std::string_view markup, std::uint64_t position)>;

/// Calls `read` with each element of one of these names, from its tag to its end tag, or to the
/// next such element where it is not closed.
void for_each_slice(
    const Piece& piece, std::span<const std::string_view> names, const SliceReader& read
);

/// Behind the last end tag of these names, or 0.
std::size_t cut_behind_slice(std::string_view bytes, std::span<const std::string_view> names);

}  // namespace broadsheet
