// The public samples of five web-archiving projects, record by record. The numbers were counted by
// another program in another language: answers with a status of 2xx, and resources and conversions,
// that are not empty and whose media type may hold an article. Where that is none:
//   bad.arc                        its answers have no line of status
//   missing-status-text.warc       one answer, a redirect
//   gzip_extra_sl.warc.gz          one record, the description of a file that is not there
//   example-space-in-target-uri    one resource, a picture
//   example-url-agnostic-revisit,
//   example-digest                 nothing but records that a page was unchanged, or a redirect
//   invalid_example_1.wacz         a package without a web archive in it

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include <gtest/gtest.h>

#include "tests/indexer/bundle/collecting_visitor.h"
#include "tests/support/test_data.h"

namespace broadsheet::testing {
namespace {

struct Sample {
    std::string_view file;
    std::size_t pages;
};

constexpr std::array kSamples = {
    Sample{"aut/arc/badexample.arc.gz", 2},
    Sample{"aut/arc/example.arc.gz", 138},
    Sample{"aut/warc/example.docs.warc.gz", 2},
    Sample{"aut/warc/example.pdf.warc.gz", 2},
    Sample{"aut/warc/example.txt.warc.gz", 2},
    Sample{"aut/warc/example.warc.gz", 138},
    Sample{"aut/warc/issue-493.warc", 4},
    Sample{"aut/warc/issue-514.warc", 1},
    Sample{"jwarc/cc.warc.gz", 1},
    Sample{"jwarc/gzip_extra_sl.warc.gz", 0},
    Sample{"pywb/waczs/invalid_example_1.wacz", 0},
    Sample{"pywb/waczs/valid_example_1.wacz", 1},
    Sample{"pywb/warcs/bad.arc", 0},
    Sample{"pywb/warcs/dupes.warc.gz", 1},
    Sample{"pywb/warcs/example-bad.warc.gz.bad", 1},
    Sample{"pywb/warcs/example-extra.warc", 1},
    Sample{"pywb/warcs/example-url-agnostic-orig.warc.gz", 1},
    Sample{"pywb/warcs/example-url-agnostic-revisit.warc.gz", 0},
    Sample{"pywb/warcs/example-wget-1-14.warc.gz", 1},
    Sample{"pywb/warcs/example-wpull.warc.gz", 1},
    Sample{"pywb/warcs/example.arc", 1},
    Sample{"pywb/warcs/example.arc.gz", 1},
    Sample{"pywb/warcs/example.warc", 1},
    Sample{"pywb/warcs/example.warc.gz", 1},
    Sample{"pywb/warcs/example2.warc.gz", 1},
    Sample{"pywb/warcs/httpbin-resource.warc.gz", 1},
    Sample{"pywb/warcs/iana.warc.gz", 16},
    Sample{"pywb/warcs/missing-status-text.warc", 0},
    Sample{"pywb/warcs/post-test.warc.gz", 3},
    Sample{"ukwa/small-arcs-and-warcs/IAH-20080430204825-00000-blackbook-truncated.arc", 4},
    Sample{"ukwa/small-arcs-and-warcs/IAH-20080430204825-00000-blackbook-truncated.arc.gz", 4},
    Sample{"ukwa/small-arcs-and-warcs/IAH-20080430204825-00000-blackbook-truncated.warc", 4},
    Sample{"ukwa/small-arcs-and-warcs/IAH-20080430204825-00000-blackbook-truncated.warc.gz", 4},
    Sample{"ukwa/small-arcs-and-warcs/IAH-urls-wget.warc.gz", 4},
    Sample{
        "ukwa/wikipedia-sopa-blackout-2012/wikipedia-blackout/sopa-wikipedia-homepage.warc.gz", 3},
    Sample{"ukwa/wikipedia-sopa-blackout-2012/wikipedia-post-blackout/main-page.warc.gz", 3},
    Sample{"ukwa/wikipedia-sopa-blackout-2012/wikipedia-post-blackout/post-blackout.warc.gz", 3},
    Sample{"warcio/bad.arc", 0},
    Sample{"warcio/example-bad-non-chunked.warc.gz", 1},
    Sample{"warcio/example-bad.warc.gz.bad", 1},
    Sample{"warcio/example-digest.warc", 0},
    Sample{"warcio/example-iana.org-chunked.warc", 1},
    Sample{"warcio/example-resource.warc.gz", 1},
    Sample{"warcio/example-space-in-target-uri.warc.gz", 0},
    Sample{"warcio/example-space-in-url.arc", 1},
    Sample{"warcio/example-trunc.warc", 1},
    Sample{"warcio/example-wget-bad-target-uri.warc.gz", 1},
    Sample{"warcio/example-wrong-chunks.warc.gz", 1},
    Sample{"warcio/example.arc", 1},
    Sample{"warcio/example.arc.gz", 1},
    Sample{"warcio/example.warc", 1},
    Sample{"warcio/example.warc.gz", 1},
    Sample{"warcio/post-test.warc.gz", 3},
    Sample{"webarchive-commons/format/arc/IAH-20080430204825-00000-blackbook-truncated.arc", 4},
    Sample{"webarchive-commons/format/gzip/IAH-urls-wget.warc.gz", 4},
    Sample{"webarchive-commons/format/warc/IAH-urls-wget.warc", 4},
    Sample{"webarchive-commons/format/warc/mutliple-headers.warc", 1},
    Sample{"webarchive-commons/resource/html/link-extraction-test.warc", 7},
};

TEST(WebArchiveSamples, GiveEveryReadableRecord) {
    const auto bundle = test_data("bundles/warc-samples.tar.zst");
    if (!bundle) GTEST_SKIP() << "the collection is not here";
    CollectingVisitor visitor;
    read_bundle(*bundle, {}, visitor);
    std::map<std::string_view, std::size_t> found;
    for (const ReadEntry& entry : visitor.entries) {
        // Records without an address are named by their place.
        const std::string_view name = entry.name;
        if (entry.facts.url.empty() && name.find("/record ") == std::string_view::npos) continue;
        for (const Sample& sample : kSamples) {
            const std::size_t at = name.find(sample.file);
            const std::size_t end = at + sample.file.size();
            if (at != std::string_view::npos && end < name.size() && name[end] == '/')
                ++found[sample.file];
        }
    }
    for (const Sample& sample : kSamples)
        EXPECT_EQ(found[sample.file], sample.pages) << sample.file;
}

}  // namespace
}  // namespace broadsheet::testing
