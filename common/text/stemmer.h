#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace broadsheet {

/// Stems words of one language with Xapian's Snowball stemmers so that the accented and the plain
/// spelling of a word get the same stem (README.md, "Stems"). Belongs to one thread.
class Stemmer {
public:
    /// `language` is an ISO 639 code; an unknown one gives a stemmer that changes nothing.
    explicit Stemmer(std::string_view language);
    ~Stemmer();
    Stemmer(Stemmer&&) noexcept;
    Stemmer& operator=(Stemmer&&) noexcept;

    /// The folded stem of a folded word.
    [[nodiscard]] std::string stem(std::string_view folded) const;

    [[nodiscard]] const std::string& language() const { return language_; }

private:
    struct Impl;
    std::string language_;
    std::unique_ptr<Impl> impl_;
};

/// True when words of this language (ISO 639 code) are stemmed.
bool has_stemmer(std::string_view language);

}  // namespace broadsheet
