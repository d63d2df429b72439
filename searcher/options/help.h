#pragma once

#include <span>

#include "common/cli/program.h"

namespace broadsheet {

/// What the help of broadsheet-search says before and behind its options.
extern const std::span<const cli::Example> kSearchExamples;
extern const std::span<const cli::Topic> kSearchTopics;

}  // namespace broadsheet
