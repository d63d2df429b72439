#pragma once

#include <string>
#include <vector>

namespace broadsheet::testing {

using Paragraphs = std::vector<std::string>;

inline const Paragraphs& pier() {
    static const Paragraphs kPier{
        "The harbour council of Ostmark voted on Tuesday night to close the old grain pier, ending "
        "a dispute that has divided the town for eleven years.",
        "Engineers found cracks in nine of the fourteen pillars last autumn, and two of them were "
        "judged unsafe for anything heavier than a bicycle.",
        "The decision passed by eight votes to five after a debate that lasted until shortly "
        "before midnight.",
        "Fishermen who moor their boats at the pier were told that they could use the eastern "
        "basin from the first of March, at half the usual fee."};
    return kPier;
}

inline const Paragraphs& house() {
    static const Paragraphs kHouse{
        "The Evening Echo is a member of the Council of the Press, and follows its rules on truth, "
        "fairness and the privacy of those it writes about.",
        "All prices include tax, and are subject to change without notice; delivery takes three to "
        "five days, and is free for orders above fifty crowns.",
        "Letters to the editor may be shortened, and are printed under the full name of the "
        "writer, who must give an address and a telephone number."};
    return kHouse;
}

inline std::string in_elements(const Paragraphs& texts, const std::string& tag) {
    std::string out;
    for (const std::string& text : texts)
        out += "<" + tag + ">" + text + "</" + tag + ">";
    return out;
}

/// Boxes that point to other articles, each with a linked title and a line of text.
inline std::string teasers(const std::string& summary) {
    std::string out;
    for (const std::string title :
         {"Ferry to the islands is cancelled", "Mayor resigns over parking", "Rare owl was seen"}) {
        out += "<div class=k7><a href='/n/1'><h3>" + title + "</h3></a><p>" + title + summary +
               "</p></div>";
    }
    return out;
}

inline constexpr const char* kSummary =
    ", officials said on Monday, and more is expected tomorrow.";
inline constexpr const char* kHeadline = "<h1>Ostmark closes its pier</h1>";

inline std::string page_with(const std::string& body, const std::string& head = {}) {
    return "<!DOCTYPE html><html lang=en><head><title>Ostmark closes its pier</title>" + head +
           "</head><body>" + body + "</body></html>";
}

}  // namespace broadsheet::testing
