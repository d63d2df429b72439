#pragma once

#include <string_view>

namespace broadsheet {

/// A folded Arabic word without its article and the words of one letter written onto it: والحكومة,
/// بالحكومة and للحكومة are حكومة, as the light10 stemmer cuts them (Larkey, Ballesteros and
/// Connell, "Improving stemming for Arabic information retrieval", 2002). At least two letters
/// are left, so that والد (father) stays. What is written onto a word without article is part of
/// the stem here; the query asks for it both ways (searcher/query/written_onto.h).
std::string_view without_arabic_article(std::string_view folded);

}  // namespace broadsheet
