#include "searcher/query/typed_weight.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "broadsheet/query_tree.h"
#include "common/ascii.h"

namespace broadsheet {

std::optional<double> typed_weight(std::string_view digits) {
    if (digits.empty() || digits.size() > 8 || !is_ascii_digit(digits.front()) ||
        !is_ascii_digit(digits.back()))
        return std::nullopt;
    double weight = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), weight);
    if (end != digits.data() + digits.size() || error != std::errc()) return std::nullopt;
    return std::round(std::min(weight, kQueryWeightMax) * 1000) / 1000;
}

double take_weight(std::string& text) {
    std::optional<double> last;
    while (true) {
        const std::size_t caret = text.rfind('^');
        if (caret == std::string::npos || caret == 0) break;
        const auto weight = typed_weight(std::string_view(text).substr(caret + 1));
        if (!weight) break;
        if (!last) last = weight;
        text.resize(caret);
    }
    return last.value_or(1);
}

}  // namespace broadsheet
