#pragma once

#include <memory>

#include <xapian.h>

namespace broadsheet {

/// The ranking formula with its parameters (README.md beside this file says why these).
std::unique_ptr<Xapian::Weight> default_weight();

}  // namespace broadsheet
