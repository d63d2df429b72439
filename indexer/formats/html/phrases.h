#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

namespace broadsheet::html {

/// A fixed list of phrases, written with bars between them: Phrases("read more|see also").
class Phrases {
public:
    /// `list` must outlive this: it is meant to be a literal.
    explicit Phrases(std::string_view list);

    [[nodiscard]] auto begin() const { return phrases_.begin(); }

    [[nodiscard]] auto end() const { return phrases_.end(); }

    /// Whether `text` is one of the phrases, letter by letter.
    [[nodiscard]] bool one_is(std::string_view text) const {
        return std::find(begin(), end(), text) != end();
    }

    /// Whether `text` begins with one of them.
    [[nodiscard]] bool one_opens(std::string_view text) const {
        return std::any_of(begin(), end(), [text](std::string_view phrase) {
            return text.starts_with(phrase);
        });
    }

    /// Whether one of them stands anywhere in `text`.
    [[nodiscard]] bool one_is_in(std::string_view text) const {
        return std::any_of(begin(), end(), [text](std::string_view phrase) {
            return text.find(phrase) != std::string_view::npos;
        });
    }

private:
    std::vector<std::string_view> phrases_;
};

}  // namespace broadsheet::html
