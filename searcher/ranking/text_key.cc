#include "searcher/ranking/text_key.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "broadsheet/error.h"
#include "common/fields.h"
#include "common/stored_article.h"
#include "common/utf8.h"

namespace broadsheet {

namespace {

/// Texts that are the same so far are taken for the same.
constexpr std::size_t kComparedBytes = 300;

/// Whatever ICU makes of a text of kComparedBytes is shorter than this.
constexpr std::size_t kKeyBytes = kComparedBytes * 16;

}  // namespace

TextKey::TextKey(std::string Article::*text) : text_(text) {
    UErrorCode status = U_ZERO_ERROR;
    order_.reset(icu::Collator::createInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status) != 0)
        throw Error(ErrorKind::internal, "the Unicode library has no order of letters");
}

std::string TextKey::operator()(const Xapian::Document& document) const {
    constexpr char kWithText = 'A';
    constexpr char kWithout = 'B';
    const std::string id = document.get_value(static_cast<Xapian::valueno>(Slot::id));
    const Article article = parse_article_json(document.get_data());
    const std::string& text = article.*text_;
    if (text.empty()) return kWithout + id;
    std::array<std::uint8_t, kKeyBytes> bytes{};
    const int32_t size = order_->getSortKey(
        icu::UnicodeString::fromUTF8(std::string(utf8_prefix(text, kComparedBytes))),
        bytes.data(),
        static_cast<int32_t>(bytes.size())
    );
    // The key ends in a zero byte and holds no other: what is shorter comes first.
    const auto used = std::min<std::size_t>(static_cast<std::size_t>(size), bytes.size());
    return kWithText + std::string(bytes.begin(), bytes.begin() + used) + id;
}

}  // namespace broadsheet
