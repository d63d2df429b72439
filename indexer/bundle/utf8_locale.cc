#include "indexer/bundle/utf8_locale.h"

namespace broadsheet {
namespace {

/// Made once and never freed: threads may still use it while the program ends.
locale_t utf8_locale() {
    static const locale_t kMade = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    return kMade;
}

}  // namespace

Utf8Locale::Utf8Locale() : before_(::uselocale(utf8_locale())) {}

Utf8Locale::~Utf8Locale() {
    ::uselocale(before_);
}

}  // namespace broadsheet
