#pragma once

#include <string>

namespace broadsheet::testing {

/// `count` invented articles of some 60 words each as JSON lines, the same for the same arguments.
/// Ids are the prefix and the number from 0; every text holds its id as a word.
std::string wire_articles(int count, const std::string& prefix = "a");

}  // namespace broadsheet::testing
