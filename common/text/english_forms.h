#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

/// The form that the stemmer is to see in place of a folded English form it knows nothing of: of an
/// irregular plural the singular (crises, women, matrices), of an irregular past the present
/// (bought, fallen). Other words as they are, and so are forms that are other words as well
/// (leaves, found, rose).
std::string regular_english_form(std::string_view folded);

}  // namespace broadsheet
