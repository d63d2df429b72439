#include "indexer/formats/html/stock_phrases.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "indexer/formats/ascii.h"
#include "indexer/formats/html/words.h"

namespace broadsheet::html {

namespace {

/// The line in small letters, without figures in front and marks behind: "12 Comments:" is
/// comments.
std::string bare(std::string_view line) {
    while (!line.empty() && (is_ascii_digit(line.front()) || is_ascii_blank(line.front()) ||
                             line.front() == '(' || line.front() == ')' || line.front() == '#'))
        line.remove_prefix(1);
    while (!line.empty() &&
           (is_ascii_digit(line.back()) || is_ascii_blank(line.back()) || line.back() == '(' ||
            line.back() == ')' || line.back() == ':' || line.back() == '.' || line.back() == '!'))
        line.remove_suffix(1);
    return lower_case(line);
}

bool is_one_of(std::string_view text, std::span<const std::string_view> phrases) {
    return std::find(phrases.begin(), phrases.end(), text) != phrases.end();
}

/// "Follow Jane Doe on Twitter @janedoe."
bool is_call_to_follow(std::string_view lower) {
    if (!lower.starts_with("follow ") && !lower.starts_with("like ")) return false;
    return lower.find(" on twitter") != std::string_view::npos ||
           lower.find(" on facebook") != std::string_view::npos ||
           lower.find(" on instagram") != std::string_view::npos ||
           lower.find('@') != std::string_view::npos;
}

}  // namespace

Closing closing_of(std::string_view line) {
    static constexpr std::array<std::string_view, 45> kComments{
        "comments",
        "comments are closed",
        "comments closed",
        "reader comments",
        "readers' comments",
        "your comments",
        "leave a comment",
        "leave a reply",
        "leave your comment",
        "post a comment",
        "post comment",
        "add a comment",
        "add comment",
        "write a comment",
        "join the conversation",
        "join the discussion",
        "what do you think",
        "have your say",
        "responses",
        "kommentare",
        "kommentar",
        "kommentar schreiben",
        "kommentar verfassen",
        "leserkommentare",
        "diskutieren sie mit",
        "commentaires",
        "vos commentaires",
        "laisser un commentaire",
        "réagir",
        "comentarios",
        "deja un comentario",
        "deja una respuesta",
        "comentários",
        "deixe um comentário",
        "deixe seu comentário",
        "commenti",
        "lascia un commento",
        "reacties",
        "reageer",
        "komentarze",
        "kommentarer",
        "комментарии",
        "оставить комментарий",
        "评论",
        "コメント",
    };
    static constexpr std::array<std::string_view, 62> kRelated{
        "about the author",
        "about the writer",
        "about author",
        "about us",
        "also on",
        "also read",
        "around the web",
        "editor's picks",
        "editors' picks",
        "from around the web",
        "from the web",
        "keep reading",
        "latest news",
        "latest stories",
        "more from the web",
        "more news",
        "more on this story",
        "more stories",
        "most popular",
        "most read",
        "most viewed",
        "on the web",
        "popular posts",
        "read more",
        "read next",
        "recent posts",
        "recommended",
        "recommended for you",
        "recommended reading",
        "related",
        "related articles",
        "related content",
        "related coverage",
        "related links",
        "related news",
        "related posts",
        "related stories",
        "related topics",
        "related video",
        "see also",
        "share this",
        "share this article",
        "share this story",
        "sign up for our newsletter",
        "sponsored content",
        "subscribe",
        "subscribe now",
        "top picks",
        "top stories",
        "trending",
        "trending now",
        "up next",
        "you may also like",
        "you might also like",
        "das könnte sie auch interessieren",
        "mehr zum thema",
        "à lire aussi",
        "sur le même sujet",
        "noticias relacionadas",
        "te puede interesar",
        "leia também",
        "potrebbe interessarti",
    };
    constexpr std::size_t kSizeMax = 60;
    if (line.size() > kSizeMax) return Closing::none;
    const std::string text = bare(line);
    if (is_one_of(text, kComments)) return Closing::comments;
    const bool related = is_one_of(text, kRelated) || text.starts_with("more from ") ||
                         text.starts_with("more stories from ") || text.starts_with("more by ");
    return related ? Closing::related : Closing::none;
}

bool is_closing_notice(std::string_view text) {
    constexpr std::size_t kSizeMax = 400;
    constexpr int kPlacesMin = 2;
    static constexpr std::array<std::string_view, 10> kRights{
        "all rights reserved",
        "rights reserved.",
        "may not be reproduced",
        "may not be published, broadcast",
        "alle rechte vorbehalten",
        "tous droits réservés",
        "todos los derechos reservados",
        "todos os direitos reservados",
        "tutti i diritti riservati",
        "все права защищены"};
    static constexpr std::array<std::string_view, 13> kComments{
        "los comentarios",
        "os comentários",
        "verter comentarios",
        "les commentaires",
        "die kommentare",
        "i commenti",
        "your comments",
        "comments are moderated",
        "comments are closed",
        "comments are subject",
        "комментарии",
        "التعليقات",
        "الآراء الواردة"};
    static constexpr std::array<std::string_view, 9> kPlaces{
        "facebook",
        "fb.me/",
        "twitter",
        "instagram",
        "youtube",
        "telegram",
        "whatsapp",
        "เฟซบุ๊ก",
        "วอตส์แอป"};
    if (text.size() > kSizeMax) return false;
    const std::string lower = lower_case(text);
    const auto has = [&lower](std::string_view phrase) {
        return lower.find(phrase) != std::string::npos;
    };
    if (std::any_of(kRights.begin(), kRights.end(), has)) return true;
    if (std::any_of(kComments.begin(), kComments.end(), has)) return true;
    if (has("ctrl+enter") || has("ctrl + enter")) return true;
    const bool is_address = has("http") || has("@") || has("follow") || has("subscribe");
    return is_address && std::count_if(kPlaces.begin(), kPlaces.end(), has) >= kPlacesMin;
}

bool is_stock_phrase(std::string_view text) {
    constexpr std::size_t kSizeMax = 120;
    static constexpr std::array<std::string_view, 90> kPhrases{
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
    };
    if (text.size() > kSizeMax) return false;
    const std::string lower = lower_case(text);
    if (is_call_to_follow(lower)) return true;
    return std::any_of(kPhrases.begin(), kPhrases.end(), [&lower](std::string_view phrase) {
        if (!lower.starts_with(phrase)) return false;
        // A phrase of one word must be the whole text, or any sentence could start with it.
        const bool one_word = phrase.find_first_of(" :@") == std::string_view::npos;
        return !one_word || lower.size() <= phrase.size() + 2 || phrase == "©";
    });
}

}  // namespace broadsheet::html
