#pragma once

#include <cstdint>
#include <string>
#include <string_view>

struct XXH3_state_s;

namespace broadsheet {

/// Running 64-bit XXH3 digest of a sequence of strings. Each string is added with its length, so
/// that ("ab", "c") and ("a", "bc") differ. One thread at a time.
class Digest {
public:
    Digest();
    ~Digest();
    Digest(const Digest&) = delete;
    Digest& operator=(const Digest&) = delete;

    void add(std::string_view text);
    void add_number(std::uint64_t number);
    /// Adds bytes without their length: the digest of a stream does not depend on how it was cut.
    void add_bytes(std::string_view bytes);

    [[nodiscard]] std::uint64_t value() const;
    /// 16 lower-case hexadecimal digits.
    [[nodiscard]] std::string hex() const;

private:
    XXH3_state_s* state_;
};

/// The 64-bit XXH3 hash of one string.
std::uint64_t hash64(std::string_view bytes);

}  // namespace broadsheet
