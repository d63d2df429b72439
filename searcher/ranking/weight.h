#pragma once

#include <cstddef>
#include <memory>

#include <xapian.h>

namespace broadsheet {

/// The ranking formula with its parameters for a query of so many words (README.md beside this file
/// says why these).
std::unique_ptr<Xapian::Weight> default_weight(std::size_t words);

}  // namespace broadsheet
