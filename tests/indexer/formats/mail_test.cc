#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/formats/format_reading.h"

namespace broadsheet::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

Article only_message(std::string_view text, std::string_view name = "message") {
    const Findings found = read_entry(name, text);
    EXPECT_THAT(found.articles, SizeIs(1)) << text;
    return found.articles.empty() ? Article() : found.articles[0];
}

constexpr std::string_view kPost =
    "Path: coast.example!news\n"
    "From: ana@coast.example (Ana Brandt)\n"
    "Newsgroups: rec.fog,misc.harbour\n"
    "Subject: Re: Fog again\n"
    "Message-ID: <fog1@coast.example>\n"
    "Article-I.D.: coast.17\n"
    "Date: 6 Apr 93 04:13:43 GMT\n"
    "\n"
    "Tom writes:\n"
    "> The fog is thick,\n"
    "> they say.\n"
    "It is not.\n"
    "--\n"
    "Ana\n";

TEST(Mail, ReadsAUsenetMessage) {
    const Article a = only_message(kPost);
    EXPECT_EQ(a.id, "fog1@coast.example");
    EXPECT_EQ(a.url, "news:fog1@coast.example");
    EXPECT_EQ(a.headline, "Re: Fog again");
    EXPECT_THAT(a.authors, ElementsAre("Ana Brandt"));
    EXPECT_EQ(to_iso(a.published.value()), "1993-04-06T04:13:43Z");
    EXPECT_THAT(a.tags, ElementsAre("rec.fog", "misc.harbour"));
    EXPECT_THAT(
        a.paragraphs, ElementsAre("Tom writes:", "The fog is thick, they say.", "It is not.", "Ana")
    );
}

TEST(Mail, NamesMessagesOfASpoolByFolderAndNumber) {
    EXPECT_EQ(only_message(kPost, "news/rec.fog/1742").id, "rec.fog/1742");
    EXPECT_EQ(only_message(kPost, "1742").id, "fog1@coast.example");
}

TEST(Mail, DecodesHeadersAndTakesThePlainAlternative) {
    const Article a = only_message(
        "\nFrom: =?UTF-8?Q?Jos=C3=A9_Ferr=C3=A3o?= <jose@coast.example>\r\n"
        "Subject: =?iso-8859-1?Q?Caf=E9?= am\r\n Hafen\r\n"
        "Date: Tue, 30 Apr 2019 10:00:00 +0200\r\n"
        "MIME-Version: 1.0\r\n"
        "Content-Type: multipart/alternative; boundary=XX\r\n\r\n"
        "--XX\r\nContent-Type: text/plain; charset=iso-8859-1\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n\r\nDas Caf=E9 bleibt zu.\r\n"
        "--XX\r\nContent-Type: text/html\r\n\r\n<p>Das andere.</p>\r\n--XX--\r\n"
    );
    EXPECT_EQ(a.byline, "José Ferrão");
    EXPECT_EQ(a.headline, "Café am Hafen");
    EXPECT_EQ(to_iso(a.published.value()), "2019-04-30T10:00:00+02:00");
    EXPECT_THAT(a.paragraphs, ElementsAre("Das Café bleibt zu."));
}

TEST(Mail, TurnsHtmlIntoTextAndLeavesAttachmentsOut) {
    const Article a = only_message(
        "From: jose@coast.example\nSubject: Fog\nMIME-Version: 1.0\n"
        "Content-Type: multipart/mixed; boundary=XX\n\n"
        "--XX\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
        "PHA+RGllIEbDpGhyZS48L3A+\n"
        "--XX\nContent-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\nnot "
        "this\n"
        "--XX\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--XX--\n"
    );
    EXPECT_EQ(a.byline, "jose@coast.example");
    EXPECT_THAT(a.authors, IsEmpty());
    EXPECT_THAT(a.paragraphs, ElementsAre("Die Fähre."));
}

TEST(Mail, LeavesEncodedFilesOut) {
    const std::string row = "M" + std::string(60, 'A') + "\n";
    const Article a = only_message(
        "From: a@coast.example\nSubject: Map\nPath: x\n\nHere is the map.\n\nbegin 644 map.gif\n" +
        row + row + "`\nend\n\nEnjoy it.\n"
    );
    EXPECT_THAT(a.paragraphs, ElementsAre("Here is the map.", "Enjoy it."));
}

TEST(Mail, ReadsBytesThatAreNotUtf8) {
    const Article a = only_message(
        "From: a@coast.example (J\xF6rg)\nSubject: Gr\xFC\xDF"
        "e\nPath: x\n\nSch\xF6nes Wetter hier.\n"
    );
    EXPECT_EQ(a.headline, "Grüße");
    EXPECT_EQ(a.byline, "Jörg");
    EXPECT_THAT(a.paragraphs, ElementsAre("Schönes Wetter hier."));
}

constexpr std::string_view kMbox =
    "From ana@coast.example Tue Apr 30 10:00:00 2019\nFrom: a@coast.example\nSubject: One\n\n"
    "From here on it is foggy.\n\nFrom now on too.\n\n"
    "From tom@coast.example Tue Apr 30 11:00:00 2019\nFrom: t@coast.example\nSubject: "
    "Two\n\nYes.\n";

TEST(Mail, SplitsAnMbox) {
    const Findings found = read_entry("box", kMbox);
    ASSERT_THAT(found.articles, SizeIs(2));
    EXPECT_THAT(
        found.articles[0].paragraphs, ElementsAre("From here on it is foggy.", "From now on too.")
    );
    EXPECT_EQ(found.articles[1].headline, "Two");
    EXPECT_EQ(found.articles[1].origin.position, kMbox.find("From tom"));
    EXPECT_EQ(find_format("mail")->cut(kMbox), kMbox.find("From tom"));
}

TEST(Mail, DoesNotTakeOtherTextWithColons) {
    EXPECT_EQ(
        chosen_format("a.txt", "Subject: fog\n\nIt is foggy today, said Ana.\n"), "plain-text"
    );
}

}  // namespace
}  // namespace broadsheet::testing
