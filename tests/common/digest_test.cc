#include "common/digest.h"

#include <set>
#include <string>

#include <gtest/gtest.h>

namespace broadsheet {

namespace {

std::uint64_t digest_of(std::initializer_list<std::string_view> texts) {
    Digest digest;
    for (const auto text : texts)
        digest.add(text);
    return digest.value();
}

TEST(Hash64, IsXxh3) {
    // Test vector of the XXH3 specification; a change here would change every derived id.
    EXPECT_EQ(hash64(""), 0x2D06800538D394C2U);
}

TEST(Hash64, SeesEveryByteAndTheLength) {
    std::set<std::uint64_t> seen;
    for (std::size_t size = 0; size < 300; ++size)
        seen.insert(hash64(std::string(size, '\0')));
    for (std::size_t at = 0; at < 300; ++at) {
        std::string text(300, '\0');
        text[at] = '\1';
        seen.insert(hash64(text));
    }
    EXPECT_EQ(seen.size(), 600U);
}

TEST(Digest, TellsWhereOneStringEndsAndTheNextBegins) {
    EXPECT_NE(digest_of({"ab", "c"}), digest_of({"a", "bc"}));
    EXPECT_NE(digest_of({"abc"}), digest_of({"abc", ""}));
    EXPECT_NE(digest_of({"", "a"}), digest_of({"a", ""}));
    EXPECT_EQ(digest_of({"ab", "c"}), digest_of({"ab", "c"}));
}

TEST(Digest, OfAStreamDoesNotDependOnHowItWasCut) {
    const std::string stream = "The quick brown fox jumps over the lazy dog";
    Digest whole;
    whole.add_bytes(stream);
    for (std::size_t cut = 0; cut <= stream.size(); ++cut) {
        Digest parts;
        parts.add_bytes(std::string_view(stream).substr(0, cut));
        parts.add_bytes(std::string_view(stream).substr(cut));
        EXPECT_EQ(parts.value(), whole.value()) << cut;
    }
    EXPECT_EQ(whole.value(), hash64(stream));
}

TEST(Digest, TakesNumbersInFull) {
    Digest one;
    Digest big;
    one.add_number(1);
    big.add_number(1 + (std::uint64_t{1} << 56U));
    EXPECT_NE(one.value(), big.value());
}

TEST(Digest, WritesSixteenLowerCaseDigits) {
    EXPECT_EQ(Digest().hex(), "2d06800538d394c2");
    for (int i = 0; i < 100; ++i) {
        Digest digest;
        digest.add_number(static_cast<std::uint64_t>(i));
        EXPECT_EQ(digest.hex().size(), 16U);
        EXPECT_EQ(digest.hex().find_first_not_of("0123456789abcdef"), std::string::npos);
    }
}

TEST(Digest, MayBeReadOnTheWay) {
    Digest digest;
    digest.add("a");
    const auto before = digest.value();
    EXPECT_EQ(digest.value(), before);
    digest.add("b");
    EXPECT_EQ(digest.value(), digest_of({"a", "b"}));
    EXPECT_NE(digest.value(), before);
}

}  // namespace

}  // namespace broadsheet
