#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/date.h"

namespace broadsheet {

/// What stands under a picture.
struct Caption {
    std::string text = {};
    std::string credit = {};  ///< photographer and agency as printed, or empty

    friend bool operator==(const Caption&, const Caption&) = default;
};

/// The words before a report's first sentence, as printed: `CARACAS, Venezuela, April 30 (Reuters)
/// -`.
struct Dateline {
    std::string place = {};  ///< "CARACAS, Venezuela", or empty
    std::string date = {};   ///< "April 30", or empty; the article's own date is Article::published
    std::string agency = {};  ///< "Reuters", or empty

    [[nodiscard]] bool empty() const { return place.empty() && date.empty() && agency.empty(); }

    friend bool operator==(const Dateline&, const Dateline&) = default;
};

/// Where an article came from, so that a hit can be traced to its bytes.
struct Origin {
    std::string
        bundle;  ///< path of the bundle as it was given to the indexer; "-" for standard input
    std::string
        entry;  ///< name of the entry inside the bundle; archives inside archives joined by '/'
    std::uint64_t position =
        0;  ///< byte offset in the entry's decoded content at which the article starts
    std::string digest = {};  ///< 16 hexadecimal digits over the article's content, origin left out

    friend bool operator==(const Origin&, const Origin&) = default;
};

/// One news story as plain UTF-8 text with what its publisher said of it. Metadata that is absent
/// stays empty, never guessed. A plain value: copy it, keep it, hand it to another thread.
struct Article {
    std::string id = {};       ///< unique in an index, never empty once indexed
    std::string url = {};      ///< where it was published, as printed
    std::string source = {};   ///< publisher or agency
    std::string section = {};  ///< section, department or kicker
    std::string headline = {};
    std::string deck = {};    ///< the line under the headline (standfirst, subtitle, summary)
    std::string byline = {};  ///< as printed, "By Jane Doe and John Roe"
    std::vector<std::string> authors = {};  ///< the people named in the byline
    Dateline dateline = {};
    std::optional<Date> published = {};  ///< nothing when unknown
    std::optional<Date> updated = {};
    std::string language = {};  ///< ISO 639 code as CLD2 and Snowball use them: "en", "pt", "zh";
                                ///< empty when unknown
    std::vector<std::string> paragraphs = {};  ///< the body, one string a paragraph, no blank ones
    std::vector<Caption> captions = {};
    std::vector<std::string> tags = {};    ///< subjects, keywords, topics
    std::vector<std::string> places = {};  ///< places the publisher filed it under
    std::uint32_t version = 0;  ///< which version of its item the publisher says it is, from 1; 0
                                ///< where nothing is said
    Origin origin = {};

    friend bool operator==(const Article&, const Article&) = default;
};

}  // namespace broadsheet
