#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace broadsheet {

/// Appends JSON (RFC 8259) to a string, in order and without spaces; commas put themselves. The
/// indexer writes millions of articles with it, so it keeps no tree. Text must be UTF-8; ill-formed
/// bytes are repaired first (repair_utf8). Closing what was not opened is the caller's defect.
class JsonWriter {
public:
    explicit JsonWriter(std::string& out) : out_(out) {}

    void begin_object();
    void end_object();
    void begin_array();
    void end_array();
    void key(std::string_view name);
    void value(std::string_view text);

    void value(const char* text) { value(std::string_view(text)); }

    void value(std::uint64_t number);
    void value(std::int64_t number);

    void value(int number) { value(static_cast<std::int64_t>(number)); }

    void value(double number);  ///< shortest form that reads back the same; null when not finite
    void value(bool truth);
    void null();

    /// key and value in one; `member_if` leaves empty text out.
    template <typename T>
    void member(std::string_view name, const T& v) {
        key(name);
        value(v);
    }

    void member_if(std::string_view name, std::string_view text);

private:
    void separate();
    void open(char bracket);
    void close(char bracket);

    std::string& out_;
    bool needs_comma_ = false;
};

}  // namespace broadsheet
