#include "indexer/formats/html/stock_phrases.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/ascii.h"
#include "indexer/formats/html/paragraphs.h"
#include "indexer/formats/html/words.h"

namespace broadsheet::html {

namespace {

/// "Follow Jane Doe on Twitter @janedoe."
bool is_call_to_follow(std::string_view lower) {
    if (!lower.starts_with("follow ") && !lower.starts_with("like ")) return false;
    return lower.find(" on twitter") != std::string_view::npos ||
           lower.find(" on facebook") != std::string_view::npos ||
           lower.find(" on instagram") != std::string_view::npos ||
           lower.find('@') != std::string_view::npos;
}

/// East Asian phrases have no blanks: those of four letters or more are no words of a sentence.
bool is_pointer_in_one_word(std::string_view phrase) {
    return phrase.size() >= 12 && static_cast<unsigned char>(phrase.front()) >= 0xE0;
}

}  // namespace

bool is_stock_phrase(std::string_view text) {
    constexpr std::size_t kSizeMax = 300;
    constexpr std::uint32_t kWeightMax = 120;
    static constexpr std::array<std::string_view, 190> kPhrases{
        "advertisement",
        "advertising",
        "ad",
        "publicidad",
        "publicité",
        "anzeige",
        "werbung",
        "pubblicità",
        "publicidade",
        "реклама",
        "reklam",
        "reklama",
        "advertentie",
        "annonce",
        "annons",
        "story continues below",
        "article continues",
        "continue reading",
        "scroll to continue",
        "read more",
        "read also",
        "also read",
        "read next",
        "related:",
        "related article",
        "see also",
        "más información",
        "leia também",
        "leia mais",
        "lire aussi",
        "à lire aussi",
        "lesen sie auch",
        "mehr zum thema",
        "leggi anche",
        "lees ook",
        "читайте также",
        "czytaj także",
        "lee también",
        "share this",
        "share on",
        "share article",
        "share via",
        "tweet",
        "email this",
        "print this",
        "click here to",
        "sign up for",
        "subscribe to",
        "follow us",
        "follow @",
        "like us on",
        "copyright ©",
        "©",
        "(c) ",
        "all rights reserved",
        "alle rechte vorbehalten",
        "todos los derechos",
        "tous droits réservés",
        "leave a comment",
        "post a comment",
        "comments",
        "view comments",
        "download our app",
        "a message from our sponsor",
        "this story continues below",
        "the article continues after",
        "story continues after",
        "continues below advertisement",
        "to post a comment",
        "log in to comment",
        "sign in to comment",
        "get our newsletter",
        "get the latest",
        "enter your email",
        "your email address",
        "thank you for subscribing",
        "thanks for signing up",
        "you have successfully subscribed",
        "this video is no longer available",
        "to view this video please enable",
        "please enable javascript",
        "you need to enable javascript",
        "javascript is disabled",
        "loading...",
        "loading…",
        "click to enlarge",
        "slideshow:",
        "hide caption",
        "toggle caption",
        "enlarge this image",
        "newsletter",
        "have a story",
        "do you have a story",
        "got a tip",
        "send us your",
        "download this article",
        "last modified on",
        "広告",
        "广告",
        "廣告",
        "광고",
        "إعلان",
        "اعلان",
        "โฆษณา",
        "विज्ञापन",
        "বিজ্ঞাপন",
        "reklám",
        "mainos",
        "διαφήμιση",
        "quảng cáo",
        "iklan",
        "ilan",
        "baca juga",
        "lihat juga",
        "simak juga",
        "lea también",
        "lea más",
        "vea también",
        "ver también",
        "ver más:",
        "te puede interesar",
        "le puede interesar",
        "veja também",
        "saiba mais",
        "voir aussi",
        "lire la suite",
        "lire également",
        "auch interessant",
        "mehr dazu",
        "lesen sie mehr",
        "lesen sie hier",
        "leggi tutto",
        "vedi anche",
        "leggi pure",
        "читать также",
        "читайте ещё",
        "смотрите также",
        "по теме:",
        "подробнее:",
        "читайте також",
        "дивіться також",
        "اقرأ أيض",
        "إقرأ أيض",
        "اقرأ ايض",
        "شاهد أيض",
        "यह भी पढ़ें",
        "ये भी पढ़ें",
        "इसे भी पढ़ें",
        "আরও পড়ুন",
        "相关阅读",
        "相關閱讀",
        "相关新闻",
        "相關新聞",
        "延伸阅读",
        "延伸閱讀",
        "推荐阅读",
        "更多新闻",
        "関連記事",
        "あわせて読みたい",
        "こちらもおすすめ",
        "관련기사",
        "関連ニュース",
        "ilgili haber",
        "ilginizi çekebilir",
        "bunlar da ilginizi",
        "ayrıca oku",
        "xem thêm",
        "đọc thêm",
        "läs också",
        "läs även",
        "läs mer",
        "les også",
        "læs også",
        "lue myös",
        "czytaj też",
        "czytaj więcej",
        "zobacz także",
        "zobacz też",
        "čtěte také",
        "přečtěte si",
        "citește și",
        "citeşte şi",
        "διαβάστε επίσης",
        "прочетете още",
        "soma pia",
        "soma zaidi",
        "อ่านเพิ่มเติม",
        "อ่านข่าว",
        "ข่าวที่เกี่ยวข้อง",
        "บทความที่เกี่ยวข้อง",
    };
    if (text.size() > kSizeMax || text_weight(text) > kWeightMax) return false;
    const std::string lower = lower_case(text);
    if (is_call_to_follow(lower)) return true;
    return std::any_of(kPhrases.begin(), kPhrases.end(), [&lower](std::string_view phrase) {
        if (!lower.starts_with(phrase)) return false;
        // A phrase of one word must be the whole text, or any sentence could start with it.
        const bool one_word = phrase.find_first_of(" :@") == std::string_view::npos &&
                              !is_pointer_in_one_word(phrase);
        return !one_word || lower.size() <= phrase.size() + 2 || phrase == "©";
    });
}

}  // namespace broadsheet::html
