#include "indexer/formats/html/caption_names.h"

#include <algorithm>
#include <string>
#include <unordered_set>
#include <vector>

#include "indexer/formats/html/element_names.h"
#include "indexer/formats/html/words.h"

namespace broadsheet::html {

namespace {

using WordSet = std::unordered_set<std::string_view>;

const WordSet& caption_words() {
    static const WordSet kWords{
        "caption",
        "captions",
        "captiontext",
        "imagecaption",
        "imgcaption",
        "bildtext",
        "bildunterschrift",
        "didascalia",
        "photocaption",
        "piedefoto",
        "bijschrift",
        "fotobyline",
        "cutline",
        "mediadescription",
        "figcaption",
    };
    return kWords;
}

bool has_word(std::string_view names, const WordSet& words) {
    std::string buffer;
    return for_each_word_of_name(names, buffer, [&words](std::string_view word) {
        return words.contains(word);
    });
}

}  // namespace

bool names_caption(std::string_view classes) {
    // "no-caption" and "has-caption" are said of the picture.
    static const WordSet kOfPicture{"no", "has", "with", "without"};
    if (!has_word(classes, caption_words())) return false;
    const std::vector<std::string> names = split_list(classes, " \t\r\n");
    return std::any_of(names.begin(), names.end(), [](const std::string& name) {
        return has_word(name, caption_words()) && !has_word(name, kOfPicture);
    });
}

bool is_photo_credit(std::string_view classes) {
    static const WordSet kPictures{"photo", "image", "img", "picture", "media", "foto", "bild"};
    static const WordSet kCredits{"credit", "credits", "copyright", "source"};
    static const WordSet kBoth{"photocredit", "imagecredit", "fotocredit", "piccredit"};
    return (has_word(classes, kPictures) && has_word(classes, kCredits)) ||
           has_word(classes, kBoth);
}

}  // namespace broadsheet::html
