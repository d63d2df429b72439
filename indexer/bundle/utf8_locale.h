#pragma once

#include <locale.h>

namespace broadsheet {

/// While it lives, this thread reads characters as UTF-8, whatever locale the program runs in.
/// In any other one libarchive gives no name at all for entries whose name is not ASCII.
class Utf8Locale {
public:
    Utf8Locale();
    ~Utf8Locale();
    Utf8Locale(const Utf8Locale&) = delete;
    Utf8Locale& operator=(const Utf8Locale&) = delete;

private:
    locale_t before_;
};

}  // namespace broadsheet
