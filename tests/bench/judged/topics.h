#pragma once

#include <algorithm>
#include <chrono>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

namespace broadsheet::bench {

/// The lines of a file in two parts, before and behind the first tab.
inline std::vector<std::pair<std::string, std::string>> tabbed_lines(const std::string& path) {
    std::vector<std::pair<std::string, std::string>> lines;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        const std::size_t tab = std::min(line.find('\t'), line.size());
        lines.emplace_back(line.substr(0, tab), line.substr(std::min(tab + 1, line.size())));
    }
    return lines;
}

/// Milliseconds an action takes.
template <typename Action>
double milliseconds(const Action& action) {
    const auto begin = std::chrono::steady_clock::now();
    action();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
        .count();
}

inline double median(std::vector<double> values) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

inline constexpr unsigned kHitsWanted = 1000;

}  // namespace broadsheet::bench
