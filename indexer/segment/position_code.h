#pragma once

#include <cstdint>
#include <span>

#include "indexer/segment/byte_buffer.h"

namespace broadsheet {

/// Appends the positions of one term in one article as the position table keeps them; they rise
/// strictly and there is at least one.
///
/// `uint` last position; if there is more than one, a bit stream, the least significant bit first:
/// the first position out of the last, (count - 2) out of (last - first), then those between by
/// interpolative coding: the middle one, out of the room its rank leaves it, then both halves. A
/// number out of n is coded in truncated binary where the values in the middle are the short ones.
/// Source: Xapian 1.4, common/bitstream.cc; interpolative coding: Moffat and Stuiver, 2000.
void append_positions(ByteBuffer& out, std::span<const std::uint32_t> positions);

}  // namespace broadsheet
