#include "common/json_writer.h"

#include <limits>
#include <string>

#include <gtest/gtest.h>
#include <simdjson.h>

namespace broadsheet {

namespace {

template <typename T>
std::string json_of(const T& value) {
    std::string out;
    JsonWriter(out).value(value);
    return out;
}

// What a JSON parser reads back from the string we write.
std::string read_back(std::string_view text) {
    simdjson::dom::parser parser;
    const std::string json = "[" + json_of(text) + "]";
    std::string_view read;
    const auto error = parser.parse(json).at(0).get_string().get(read);
    return error == simdjson::SUCCESS ? std::string(read) : "no JSON: " + json;
}

TEST(JsonWriter, PutsCommasBetweenMembersAndElements) {
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    json.member("a", 1);
    json.key("b");
    json.begin_array();
    json.value("x");
    json.begin_object();
    json.end_object();
    json.begin_array();
    json.end_array();
    json.null();
    json.end_array();
    json.member("c", true);
    json.end_object();
    EXPECT_EQ(out, R"({"a":1,"b":["x",{},[],null],"c":true})");
}

TEST(JsonWriter, AppendsToWhatIsThere) {
    std::string out = "line: ";
    JsonWriter json(out);
    json.begin_array();
    json.end_array();
    EXPECT_EQ(out, "line: []");
}

TEST(JsonWriter, EscapesWhatJsonDemands) {
    EXPECT_EQ(json_of("say \"no\" \\ yes"), R"("say \"no\" \\ yes")");
    EXPECT_EQ(json_of("a\nb\rc\td"), R"("a\nb\rc\td")");
    EXPECT_EQ(json_of(std::string_view("\0\x1F\x7F", 3)), R"("\u0000\u001f\u007f")");
}

TEST(JsonWriter, EscapesAtEveryPlace) {
    for (std::size_t place = 0; place < 20; ++place) {
        std::string text(20, 'a');
        text.insert(place, "\"");
        std::string json = "\"" + std::string(20, 'a') + "\"";
        json.insert(place + 1, "\\\"");
        EXPECT_EQ(json_of(text), json);
    }
}

TEST(JsonWriter, EscapesNamesToo) {
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    json.member("a\"b", "c");
    json.end_object();
    EXPECT_EQ(out, R"({"a\"b":"c"})");
}

TEST(JsonWriter, LeavesUtf8AsItIs) {
    EXPECT_EQ(json_of("Guaid\xC3\xB3 \xF0\x9F\x93\xB0"), "\"Guaid\xC3\xB3 \xF0\x9F\x93\xB0\"");
}

TEST(JsonWriter, RepairsIllFormedText) {
    EXPECT_EQ(json_of("caf\xE9"), "\"caf\xC3\xA9\"");
}

TEST(JsonWriter, WritesEveryByteSoThatItReadsBack) {
    for (int c = 0; c < 0x80; ++c) {
        const std::string text = {'a', static_cast<char>(c), 'b'};
        EXPECT_EQ(read_back(text), text) << c;
    }
}

TEST(JsonWriter, WritesWholeNumbersExactly) {
    EXPECT_EQ(json_of(std::numeric_limits<std::uint64_t>::max()), "18446744073709551615");
    EXPECT_EQ(json_of(std::numeric_limits<std::int64_t>::min()), "-9223372036854775808");
    EXPECT_EQ(json_of(0), "0");
}

TEST(JsonWriter, WritesNumbersThatReadBackTheSame) {
    simdjson::dom::parser parser;
    for (const double number : {0.0, 0.1, 1.0 / 3, 1e300, 5e-324, -2.5, 12345678.9, 1e21, 100.0}) {
        const std::string json = "[" + json_of(number) + "]";
        double read = 0;
        ASSERT_EQ(parser.parse(json).at(0).get(read), simdjson::SUCCESS) << json;
        EXPECT_EQ(read, number) << json;
    }
}

TEST(JsonWriter, WritesNullForWhatIsNoNumber) {
    EXPECT_EQ(json_of(std::numeric_limits<double>::quiet_NaN()), "null");
    EXPECT_EQ(json_of(std::numeric_limits<double>::infinity()), "null");
}

TEST(JsonWriter, PutsACommaAfterANullNumber) {
    std::string out;
    JsonWriter json(out);
    json.begin_array();
    json.value(std::numeric_limits<double>::infinity());
    json.value(false);
    json.end_array();
    EXPECT_EQ(out, "[null,false]");
}

TEST(JsonWriter, TakesLiteralsForTextNotForTruth) {
    EXPECT_EQ(json_of("true"), R"("true")");
    const char* const pointer = "x";
    EXPECT_EQ(json_of(pointer), R"("x")");
}

TEST(JsonWriter, LeavesEmptyMembersOutOnRequest) {
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    json.member_if("none", "");
    json.member_if("some", "x");
    json.member("empty", "");
    json.end_object();
    EXPECT_EQ(out, R"({"some":"x","empty":""})");
}

}  // namespace

}  // namespace broadsheet
