#include "indexer/formats/paragraphs.h"

#include <string>

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

// The beginning of a text is looked at in steps: what is wrong must be seen wherever it stands.
TEST(CleanText, FindsWhatIsWrongAtEveryPlace) {
    for (std::size_t place = 1; place < 30; ++place) {
        const std::string before(place, 'a');
        const std::string behind = "bcdefghij klm";
        const std::string clean = before + " " + behind;
        EXPECT_EQ(clean_text(before + " " + behind), clean);
        EXPECT_EQ(clean_text(before + "  " + behind), clean);
        EXPECT_EQ(clean_text(before + "\n" + behind), clean);
        EXPECT_EQ(clean_text(before + " \t " + behind), clean);
        EXPECT_EQ(clean_text(before + "\xC2\xA0" + behind), clean);
        EXPECT_EQ(clean_text(before + "\x7F" + behind), before + behind);
        EXPECT_EQ(clean_text(before + "\xC3\xA9" + behind), before + "\xC3\xA9" + behind);
        EXPECT_EQ(clean_text(before + std::string(20, ' ')), before);
        EXPECT_EQ(clean_text(std::string(place, ' ') + behind), behind);
    }
}

}  // namespace
}  // namespace broadsheet
