#include "common/xapian_errors.h"

#include <cstring>
#include <string>

#include <fmt/format.h>

namespace broadsheet {

namespace {

struct Translation {
    const char* type;  // Xapian::Error::get_type()
    ErrorKind kind;
};

constexpr Translation kTranslations[] = {
    {"DatabaseLockError", ErrorKind::locked},
    {"DatabaseNotFoundError", ErrorKind::not_found},
    {"DatabaseVersionError", ErrorKind::incompatible},
    {"FeatureUnavailableError", ErrorKind::incompatible},
    {"DatabaseCorruptError", ErrorKind::corrupt},
    {"DatabaseOpeningError", ErrorKind::unreadable},
    {"DatabaseCreateError", ErrorKind::unwritable},
    {"DatabaseError", ErrorKind::unreadable},
    {"DatabaseModifiedError", ErrorKind::unreadable},
    {"DocNotFoundError", ErrorKind::not_found},
    {"InvalidArgumentError", ErrorKind::invalid_argument},
    {"RangeError", ErrorKind::corrupt},
    {"SerialisationError", ErrorKind::corrupt},
};

ErrorKind kind_of(const char* type) {
    for (const auto& translation : kTranslations) {
        if (std::strcmp(translation.type, type) == 0) return translation.kind;
    }
    return ErrorKind::internal;
}

}  // namespace

Error from_xapian(const Xapian::Error& error, std::string_view action) {
    std::string reason = error.get_msg();
    if (const char* cause = error.get_error_string()) reason += fmt::format(" ({})", cause);
    return {kind_of(error.get_type()), fmt::format("cannot {}: {}", action, reason)};
}

}  // namespace broadsheet
