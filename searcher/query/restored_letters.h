#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// The ways a Cyrillic text may be meant that was typed without the marks that make another letter,
/// й, ї or ў: краи for край, Украіні for Україні. Without the text itself; none for most texts, few
/// for any.
std::vector<std::string> with_restored_letters(std::string_view text);

}  // namespace broadsheet
