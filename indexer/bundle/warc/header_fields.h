#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace broadsheet {

/// The head of a WARC record or an HTTP message: a first line, and fields as RFC 822 writes them.
class HeaderFields {
public:
    /// Longest head that is believed.
    static constexpr std::size_t kSizeBytesMax = std::size_t{64} << 10U;

    /// Reads a head up to and including its blank line; nothing when `bytes` has no blank line.
    /// Lines may end in LF alone; a line that begins with a blank continues the one before.
    static std::optional<HeaderFields> parse(std::string_view bytes);

    [[nodiscard]] std::string_view first_line() const { return first_line_; }

    /// Length of the head with its blank line.
    [[nodiscard]] std::size_t size_bytes() const { return size_bytes_; }

    /// The value of the first field of that name, in whatever case; empty when there is none.
    [[nodiscard]] std::string_view get(std::string_view name) const;

private:
    std::string first_line_;
    std::vector<std::pair<std::string, std::string>> fields_;
    std::size_t size_bytes_ = 0;
};

/// A media type as `Content-Type` states it.
struct MediaType {
    std::string type;     ///< lower case, without parameters
    std::string charset;  ///< as written, without quotes
};

MediaType parse_media_type(std::string_view value);

/// A number in decimal digits and nothing else; nothing where it is none or does not fit.
std::optional<std::uint64_t> parse_decimal(std::string_view digits);

}  // namespace broadsheet
