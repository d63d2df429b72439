#include "common/edit_distance.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "common/utf8.h"

namespace broadsheet {

namespace {

std::u32string code_points(std::string_view text) {
    std::u32string out;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_utf8(text, at);
        out.push_back(point.value);
        at += point.length;
    }
    return out;
}

}  // namespace

std::uint32_t edit_distance(std::string_view a_text, std::string_view b_text, std::uint32_t max) {
    const std::u32string a = code_points(a_text);
    const std::u32string b = code_points(b_text);
    const std::size_t longer = std::max(a.size(), b.size());
    if (longer - std::min(a.size(), b.size()) > max) return max + 1;

    std::vector<std::uint32_t> before_last(b.size() + 1);
    std::vector<std::uint32_t> last(b.size() + 1);
    std::vector<std::uint32_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        last[j] = static_cast<std::uint32_t>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = static_cast<std::uint32_t>(i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::uint32_t change = a[i - 1] == b[j - 1] ? 0 : 1;
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before_last[j - 2] + 1);
        }
        if (*std::min_element(row.begin(), row.end()) > max) return max + 1;
        std::swap(before_last, last);
        std::swap(last, row);
    }
    return std::min(last[b.size()], max + 1);
}

}  // namespace broadsheet
