#include "indexer/formats/html/closings.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/ascii.h"
#include "indexer/formats/html/paragraphs.h"
#include "indexer/formats/html/phrases.h"
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

}  // namespace

Closing closing_of(std::string_view line) {
    static const Phrases kComments(
        "report this comment|comments from our "
        "readers|comentar|kommentit|komentáře|hozzászólások|коментарі|σχόλια|"
        "yorumlar|yorum yap|التعليقات|تعليقات|टिप्पणियां|ความคิดเห็น|bình "
        "luận|maoni|网友评论|留言|留言列表|댓글|"
        "comments|comments are closed|comments closed|reader comments|"
        "readers' comments|your comments|leave a comment|leave a reply|"
        "leave your comment|post a comment|post comment|add a comment|add comment|"
        "write a comment|join the conversation|join the discussion|what do you think|"
        "have your say|responses|kommentare|kommentar|kommentar schreiben|"
        "kommentar verfassen|leserkommentare|diskutieren sie mit|commentaires|"
        "vos commentaires|laisser un commentaire|réagir|comentarios|"
        "deja un comentario|deja una respuesta|comentários|deixe um comentário|"
        "deixe seu comentário|commenti|lascia un commento|reacties|reageer|"
        "komentarze|kommentarer|комментарии|оставить комментарий|评论|コメント"
    );
    static const Phrases kRelated(
        "artículos relacionados|matérias relacionadas|notícias relacionadas|veja também|articles "
        "similaires|"
        "lire aussi|à lire également|lesen sie auch|weitere artikel|auch interessant|leggi "
        "anche|articoli correlati|"
        "lees ook|zobacz także|podobne artykuły|související články|läs också|ilgili "
        "haberler|benzer haberler|"
        "материалы по теме|читайте также|похожие новости|новости по теме|مواضيع ذات صلة|أخبار ذات "
        "صلة|اقرأ أيضا|"
        "संबंधित खबरें|यह भी पढ़ें|berita terkait|artikel terkait|tin liên quan|ข่าวที่เกี่ยวข้อง|habari "
        "zinazohusiana|"
        "相关新闻|相关阅读|相關新聞|延伸閱讀|関連記事|おすすめ記事|관련기사|ተዛማጅ ዜናዎች|"
        "about the author|about the writer|about author|about us|also on|also read|"
        "around the web|editor's picks|editors' picks|from around the web|"
        "from the web|keep reading|latest news|latest stories|more from the web|"
        "more news|more on this story|more stories|most popular|most read|"
        "most viewed|on the web|popular posts|read more|read next|recent posts|"
        "recommended|recommended for you|recommended reading|related|"
        "related articles|related content|related coverage|related links|"
        "related news|related posts|related stories|related topics|related video|"
        "see also|share this|share this article|share this story|"
        "sign up for our newsletter|sponsored content|subscribe|subscribe now|"
        "top picks|top stories|trending|trending now|up next|you may also like|"
        "you might also like|das könnte sie auch interessieren|mehr zum thema|"
        "à lire aussi|sur le même sujet|noticias relacionadas|te puede interesar|"
        "leia também|potrebbe interessarti"
    );
    constexpr std::size_t kSizeMax = 60;
    if (line.size() > kSizeMax) return Closing::none;
    const std::string text = bare(line);
    if (kComments.one_is(text)) return Closing::comments;
    const bool related = kRelated.one_is(text) || text.starts_with("more from ") ||
                         text.starts_with("more stories from ") || text.starts_with("more by ");
    return related ? Closing::related : Closing::none;
}

bool is_closing_notice(std::string_view text) {
    constexpr std::size_t kSizeMax = 1200;
    constexpr std::uint32_t kWeightMax = 400;
    constexpr int kPlacesMin = 2;
    static const Phrases kRights(
        "all rights reserved|rights reserved.|may not be reproduced|"
        "may not be published, broadcast|alle rechte vorbehalten|"
        "tous droits réservés|todos los derechos reservados|"
        "todos os direitos reservados|tutti i diritti riservati|все права защищены"
    );
    static const Phrases kComments(
        "verter comentarios|comments are moderated|comments are closed|comments are subject|"
        "الآراء الواردة"
    );
    // News is made of what people say; only with rules for it is it the house that speaks.
    static const Phrases kOpinions(
        "comentarios|comentários|commentaires|kommentare|commenti|your comment|комментари|التعليقات"
    );
    static const Phrases kRules(
        "los usuarios|dos usuários|internautes|der nutzer|degli utenti|пользовател|"
        "moder|guidelines|our policy|terms of use|normas|las reglas|responsab|nuestr|charte|règles|"
        "regeln|netiquette|verantwort|regole|redazione|правил|модерат|редакц|إرشادات|مراجعة"
    );
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
    static const Phrases kDonations(
        "consider making a donation|consider donating|support our journalism|support our work|"
        "support independent journalism|supporting our journalism|if you value our|"
        "unterstützen sie uns|unterstützen sie unser|soutenez-nous|apoya nuestro periodismo|"
        "apoie o nosso|apoie nosso|поддержите нас|поддержать редакцию|สนับสนุนเรา"
    );
    static const Phrases kPaywalls(
        "already a subscriber|already have an account|subscribe to continue|"
        "subscribe to read|subscribe now to|to continue reading|to read the full|"
        "for the full story|for subscribers only|only for subscribers|"
        "subscriber-only|nur für abonnenten|jetzt abonnieren|weiterlesen mit|"
        "réservé aux abonnés|réservé à nos abonnés|exclusivo para suscriptores|"
        "exclusivo para assinantes|riservato agli abbonati|alleen voor abonnees|"
        "会員限定|有料会員"
    );
    if (text.size() > kSizeMax || text_weight(text) > kWeightMax) return false;
    const std::string lower = lower_case(text);
    const auto has = [&lower](std::string_view phrase) {
        return lower.find(phrase) != std::string::npos;
    };
    if (kRights.one_is_in(lower) || kComments.one_is_in(lower) ||
        (kOpinions.one_is_in(lower) && kRules.one_is_in(lower)) || kDonations.one_is_in(lower) ||
        kPaywalls.one_is_in(lower)) {
        return true;
    }
    if (has("ctrl+enter") || has("ctrl + enter")) return true;
    const bool is_address = has("http") || has("@") || has("follow") || has("subscribe");
    return is_address && std::count_if(kPlaces.begin(), kPlaces.end(), has) >= kPlacesMin;
}

}  // namespace broadsheet::html
