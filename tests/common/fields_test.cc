#include "common/fields.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include "tests/support/temp_directory.h"

namespace broadsheet {

namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::StartsWith;

const Field& field(std::string_view name) {
    const Field* found = find_field(name);
    if (found == nullptr) throw std::invalid_argument("no field " + std::string(name));
    return *found;
}

std::vector<std::string> values_of(std::string_view name, const Article& article) {
    std::vector<std::string> values;
    field(name).values(article, [&](std::string_view value) { values.emplace_back(value); });
    return values;
}

std::string exact(std::string_view name, std::string_view value) {
    return exact_term(field(name), value);
}

TEST(FieldTable, NamesAndAliasesAreUnique) {
    std::set<std::string_view> names;
    for (const Field& f : fields()) {
        EXPECT_TRUE(names.insert(f.name).second) << f.name;
        for (const auto alias : f.aliases)
            EXPECT_TRUE(names.insert(alias).second) << alias;
    }
}

TEST(FieldTable, PrefixesAreUniqueAndFollowTheConventions) {
    std::set<std::string_view> prefixes;
    for (const Field& f : fields()) {
        EXPECT_TRUE(prefixes.insert(f.prefix).second) << f.name;
        ASSERT_FALSE(f.prefix.empty()) << f.name;
        for (const char c : f.prefix)
            EXPECT_TRUE(c >= 'A' && c <= 'Z') << f.name;
        EXPECT_EQ(f.prefix.size() > 1, f.prefix[0] == 'X')
            << f.name << ": only X starts a long one";
        EXPECT_NE(f.prefix[0], 'Z') << f.name << ": Z is for stems";
    }
}

TEST(FieldTable, EveryFieldExplainsItselfInOneLine) {
    for (const Field& f : fields()) {
        EXPECT_FALSE(f.help.empty()) << f.name;
        EXPECT_EQ(f.help.find('\n'), std::string_view::npos) << f.name;
        EXPECT_LT(f.help.size(), 60U) << f.name;
    }
}

TEST(FieldTable, FindsByNameAndAliasWhateverTheCase) {
    for (const Field& f : fields()) {
        EXPECT_EQ(find_field(f.name), &f);
        for (const auto alias : f.aliases)
            EXPECT_EQ(find_field(alias), &f);
    }
    EXPECT_EQ(find_field("TITLE"), find_field("headline"));
    EXPECT_EQ(find_field("Author"), find_field("byline"));
    EXPECT_EQ(find_field("http"), nullptr);
    EXPECT_EQ(find_field(""), nullptr);
}

std::vector<std::string> authors_in(std::string_view value) {
    std::vector<std::string> names;
    each_author(value, [&names](std::string_view name) { names.emplace_back(name); });
    return names;
}

TEST(AuthorsValue, HoldsTheNamesAsPrinted) {
    EXPECT_THAT(
        authors_in(authors_value({"Mia Quist", "", "Jörg \"J.\" Vale\n"})),
        ElementsAre("Mia Quist", "Jörg \"J.\" Vale\n")
    );
    EXPECT_THAT(authors_in(authors_value({})), IsEmpty());
    EXPECT_THAT(authors_in("\x1f\x1f"), IsEmpty());
}

TEST(AuthorsValue, IsBounded) {
    const std::vector<std::string> many(10'000, "Mia Quist of Port Larch");
    EXPECT_LE(authors_value(many).size(), 65'536U);
    EXPECT_EQ(authors_in(authors_value(many)).back(), many.back());
}

TEST(FieldTable, AnEmptyArticleHasNoValues) {
    for (const Field& f : fields())
        EXPECT_THAT(values_of(f.name, Article()), IsEmpty()) << f.name;
}

TEST(FieldTable, EveryPartOfAnArticleReachesItsField) {
    Article a;
    a.id = "i";
    a.url = "https://www.news.example/x";
    a.source = "News";
    a.section = "s";
    a.headline = "h";
    a.deck = "d";
    a.byline = "b";
    a.dateline = {"p", "d", "g"};
    a.published = make_date(2019, 4);
    a.language = "en";
    a.captions = {{"c", "r"}, {"", "q"}};
    a.tags = {"t", "u"};
    a.places = {"v"};
    a.origin.bundle = "w";
    const std::map<std::string, std::vector<std::string>> expected = {
        {"headline", {"h"}},
        {"deck", {"d"}},
        {"byline", {"b"}},
        {"dateline", {"p", "d", "g"}},
        {"caption", {"c", "r", "q"}},
        {"id", {"i"}},
        {"source", {"News", "news.example"}},
        {"section", {"s"}},
        {"tag", {"t", "u"}},
        {"place", {"v"}},
        {"language", {"en"}},
        {"bundle", {"w"}},
        {"date", {"2019-04"}},
    };
    for (const Field& f : fields()) {
        ASSERT_TRUE(expected.count(std::string(f.name))) << "say what field " << f.name << " holds";
        EXPECT_EQ(values_of(f.name, a), expected.at(std::string(f.name))) << f.name;
    }
}

TEST(ExactTerm, IsThePrefixAndTheFoldedValue) {
    EXPECT_EQ(exact("source", "Harbour Bulletin"), "Hharbour bulletin");
    EXPECT_EQ(exact("tag", "CO2"), "Kco2");
}

TEST(ExactTerm, IgnoresCaseAndBlanks) {
    EXPECT_EQ(exact("tag", "  New \t\n York\r"), exact("tag", "new york"));
    EXPECT_EQ(exact("section", "\u00C9CONOMIE"), exact("section", "\u00E9conomie"));
    EXPECT_EQ(exact("place", "STRASSE"), exact("place", "stra\u00DFe"));
    EXPECT_EQ(exact("tag", "\u0416\u0418\u0417\u041D\u042C"), "K\u0436\u0438\u0437\u043D\u044C");
}

TEST(ExactTerm, TellsDifferentValuesApart) {
    EXPECT_NE(exact("tag", "newyork"), exact("tag", "new york"));
    EXPECT_NE(exact("tag", "x"), exact("place", "x"));
    EXPECT_NE(exact("tag", "caf\u00E9"), exact("tag", "cafe"));
}

TEST(ExactTerm, TakesIdsLetterByLetter) {
    EXPECT_EQ(exact("id", "Ab  C "), "QAb  C ");
    EXPECT_NE(exact("id", "a"), exact("id", "A"));
}

TEST(ExactTerm, SetsALongPrefixApartFromAColon) {
    EXPECT_EQ(exact("section", ":x"), "XSECTION::x");
    EXPECT_EQ(exact("section", "x"), "XSECTIONx");
}

TEST(ExactTerm, KeepsWhatJustFitsAndCutsWhatDoesNot) {
    const std::string fits(kTermBytesMax - 1, 'a');
    EXPECT_EQ(exact("tag", fits), "K" + fits);
    const std::string cut = exact("tag", fits + "a");
    EXPECT_EQ(cut.size(), kTermBytesMax);
    EXPECT_THAT(cut, StartsWith("Kaaaa"));
    EXPECT_EQ(cut[kTermBytesMax - 17], '#');
}

TEST(ExactTerm, TellsLongValuesApartByTheirEnd) {
    const std::string base(5000, 'a');
    EXPECT_NE(exact("tag", base + "x"), exact("tag", base + "y"));
    EXPECT_EQ(exact("tag", base + "x"), exact("tag", base + "X"));
}

TEST(ExactTerm, CutsBetweenCodePoints) {
    for (std::size_t shift = 0; shift < 3; ++shift) {
        std::string value(shift, 'a');
        for (int i = 0; i < 200; ++i)
            value += "\u20AC";
        const std::string term = exact("tag", value);
        EXPECT_LE(term.size(), kTermBytesMax);
        const std::string before = term.substr(0, term.rfind('#'));
        EXPECT_EQ((before.size() - 1 - shift) % 3, 0U) << shift;
    }
}

TEST(ExactTerm, KeepsThePrefixOfIllFormedIds) {
    EXPECT_THAT(exact("id", std::string(400, '\x80')), StartsWith("Q"));
}

TEST(ExactTerm, CanAlwaysBeStored) {
    const testing::TempDirectory folder;
    Xapian::WritableDatabase database((folder / "db").string(), Xapian::DB_CREATE);
    const std::string zeros(150, '\0');
    const std::vector<std::string> values = {
        "", zeros, zeros + std::string(200, 'a'), std::string(9000, 'b'), std::string(400, '\x80')};
    for (const Field& f : fields()) {
        for (const auto& value : values) {
            Xapian::Document document;
            document.add_boolean_term(exact_term(f, value));
            EXPECT_NO_THROW(database.add_document(document)) << f.name << " " << value.size();
        }
    }
    EXPECT_NO_THROW(database.commit());
}

TEST(DateSlot, HasTheDigitsOfThePrecision) {
    EXPECT_EQ(date_slot_value(*make_date(2019)), "2019");
    EXPECT_EQ(date_slot_value(*make_date(2019, 4)), "201904");
    EXPECT_EQ(date_slot_value(*make_date(2019, 4, 30)), "20190430");
    EXPECT_EQ(date_slot_value(*make_instant(2019, 4, 30, 15, 1, 1)), "20190430150101");
    EXPECT_EQ(date_slot_value(*make_instant(2019, 4, 30, 15, 1, 1, 7)), "20190430150101007");
    EXPECT_EQ(date_slot_value(*make_date(7)), "0007");
}

TEST(DateSlot, IsInUtc) {
    EXPECT_EQ(date_slot_value(*make_instant(2019, 4, 30, 1, 0, 0, 0, 120)), "20190429230000");
    EXPECT_EQ(date_slot_value(*make_instant(2018, 12, 31, 23, 0, 0, 0, -120)), "20190101010000");
}

TEST(DateSlot, SortsByTimeAcrossPrecisions) {
    // In the order of their beginnings, the longer period first where these are the same.
    const std::vector<Date> in_order = {
        *make_date(1),
        *make_date(1969, 12, 31),
        *make_instant(1969, 12, 31, 23, 59, 59, 999),
        *make_date(1970),
        *make_date(1970, 1),
        *make_date(1970, 1, 1),
        *make_instant(1970, 1, 1, 0, 0, 0),
        *make_instant(1970, 1, 1, 0, 0, 0, 1),
        *make_instant(1970, 1, 1, 0, 0, 1),
        *make_date(1970, 1, 2),
        *make_date(1970, 2),
        *make_instant(2019, 4, 30, 1, 0, 0, 0, 120),
        *make_date(2019, 4, 30),
        *make_date(9999),
        *make_instant(9999, 12, 31, 23, 59, 59, 999),
    };
    for (std::size_t i = 1; i < in_order.size(); ++i) {
        EXPECT_LT(date_slot_value(in_order[i - 1]), date_slot_value(in_order[i]));
        EXPECT_LE(in_order[i - 1].begin_ms, in_order[i].begin_ms);
    }
}

TEST(DateTerms, GoAsFarAsThePrecision) {
    EXPECT_THAT(date_terms(*make_date(2019)), ElementsAre("Y2019"));
    EXPECT_THAT(date_terms(*make_date(2019, 4)), ElementsAre("Y2019", "M201904"));
    EXPECT_THAT(date_terms(*make_date(2019, 4, 30)), ElementsAre("Y2019", "M201904", "D20190430"));
    EXPECT_THAT(
        date_terms(*make_instant(2019, 12, 31, 23, 0, 0, 5, -120)),
        ElementsAre("Y2020", "M202001", "D20200101")
    );
}

struct UrlHost {
    const char* url;
    const char* host;
};

class HostOf : public ::testing::TestWithParam<UrlHost> {};

TEST_P(HostOf, TakesTheHostAlone) {
    EXPECT_EQ(host_of(GetParam().url), GetParam().host);
}

INSTANTIATE_TEST_SUITE_P(
    Urls,
    HostOf,
    ::testing::Values(
        UrlHost{"https://news.example/2019/04/x.html", "news.example"},
        UrlHost{"http://www.news.example", "news.example"},
        UrlHost{"HTTP://WWW.News.Example/", "news.example"},
        UrlHost{"https://news.example:8080/x", "news.example"},
        UrlHost{"https://user:secret@news.example/x", "news.example"},
        UrlHost{"https://news.example?q=a/b", "news.example"},
        UrlHost{"https://news.example#top", "news.example"},
        UrlHost{"https://news.example\\@evil.example/", "news.example"},
        UrlHost{"https://news.example/a@b", "news.example"},
        UrlHost{"https://[2001:db8::1]:8080/x", "[2001:db8::1]"},
        UrlHost{"https://[2001:db8::1]/x", "[2001:db8::1]"},
        UrlHost{"https://wwwnews.example/", "wwwnews.example"},
        UrlHost{"https:///x", ""},
        UrlHost{"/go?to=https://elsewhere.example/", ""},
        UrlHost{"news.example/x", ""},
        UrlHost{"mailto:desk@news.example", ""},
        UrlHost{"://news.example", ""},
        UrlHost{"", ""}
    )
);

}  // namespace

}  // namespace broadsheet
