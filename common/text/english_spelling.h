#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

/// A folded English word as it is spelled in the United States, so that colour and color,
/// organisation and organization, theatre and theater have one stem. (That way round because what
/// the stemmer makes of its endings is made for them.) Words that mean something else across the
/// ocean (tyre, cheque, kerb, draught) stay as they are, as does what is spelled alike.
std::string american_spelling(std::string_view folded);

}  // namespace broadsheet
