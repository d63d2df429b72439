#include "indexer/formats/html/stock_phrases.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "common/ascii.h"
#include "indexer/formats/html/paragraphs.h"
#include "indexer/formats/html/phrases.h"
#include "indexer/formats/html/words.h"

namespace broadsheet::html {

namespace {

// All phrases in small letters, with bars between them. One of a single word must be the whole
// text.

constexpr std::string_view kAdvertising =
    "advertisement|advertising|ad|publicidad|publicité|anzeige|werbung|pubblicità|"
    "publicidade|реклама|reklam|reklama|advertentie|annonce|annons|"
    "a message from our sponsor|continues below advertisement|広告|广告|廣告|광고|إعلان|"
    "اعلان|โฆษณา|विज्ञापन|বিজ্ঞাপন|reklám|mainos|διαφήμιση|quảng cáo|iklan|ilan";

/// What points to another article, its title often behind it.
constexpr std::string_view kPointers =
    "story continues below|article continues|continue reading|scroll to continue|read more|"
    "read also|also read|read next|related:|related article|see also|más información|"
    "leia também|leia mais|lire aussi|à lire aussi|lesen sie auch|mehr zum thema|"
    "leggi anche|lees ook|читайте также|czytaj także|lee también|click here to|"
    "this story continues below|the article continues after|story continues after|"
    "baca juga|lihat juga|simak juga|lea también|lea más|vea también|ver también|ver más:|"
    "te puede interesar|le puede interesar|veja também|saiba mais|voir aussi|lire la suite|"
    "lire également|auch interessant|mehr dazu|lesen sie mehr|lesen sie hier|leggi tutto|"
    "vedi anche|leggi pure|читать также|читайте ещё|смотрите также|по теме:|подробнее:|"
    "читайте також|дивіться також|اقرأ أيض|إقرأ أيض|اقرأ ايض|شاهد أيض|यह भी पढ़ें|"
    "ये भी पढ़ें|इसे भी पढ़ें|আরও পড়ুন|相关阅读|相關閱讀|相关新闻|相關新聞|延伸阅读|"
    "延伸閱讀|推荐阅读|更多新闻|関連記事|あわせて読みたい|こちらもおすすめ|관련기사|"
    "関連ニュース|ilgili haber|ilginizi çekebilir|bunlar da ilginizi|ayrıca oku|xem thêm|"
    "đọc thêm|läs också|läs även|läs mer|les også|læs også|lue myös|czytaj też|"
    "czytaj więcej|zobacz także|zobacz też|čtěte také|přečtěte si|citește și|citeşte şi|"
    "διαβάστε επίσης|прочетете още|soma pia|soma zaidi|อ่านเพิ่มเติม|อ่านข่าว|"
    "ข่าวที่เกี่ยวข้อง|บทความที่เกี่ยวข้อง";

constexpr std::string_view kSharing =
    "compartilhe |partagez |поделитесь |share this|share on|share article|share via|tweet|email "
    "this|print this|bookmark this|"
    "teilen sie ihn|auf facebook teilen|artikel teilen|jetzt teilen|"
    "hat ihnen der artikel gefallen|partager sur|partager cet article|partagez|"
    "compartir en|compartir por|comparte esta|compartilhe|compartilhar no|compartilhar via|"
    "condividi su|condividi questo|condividi l|deel dit artikel|deel via|deel op|"
    "haberi paylaş|facebook'ta paylaş|twitter'da paylaş|whatsapp'ta paylaş|paylaş|"
    "поделиться|поделитесь|поділитися|udostępnij|sdílet|sdílet článek|dela artikel|del artikel|del "
    "på|"
    "jaa artikkeli|bagikan|chia sẻ|shiriki|شارك الخبر|شارك المقال|شارك على|مشاركة عبر|انشر|"
    "शेयर करें|শেয়ার করুন|แชร์|分享到|分享至|转发到|シェアする|この記事をシェア|ツイート|"
    "공유하기";

/// What asks readers to follow the house elsewhere, or to subscribe.
constexpr std::string_view kFollowing =
    "suscríbete |suscríbase |síguenos |abonnez-vous |suivez-nous |siga-nos |подписывайтесь |"
    "подпишитесь |تابعونا |تابعنا |اشترك |tufuate |follow us|follow @|like us on|join us on|find "
    "us on|download our app|"
    "get our newsletter|get the latest|sign up for|subscribe to|enter your email|"
    "your email address|thank you for subscribing|thanks for signing up|"
    "you have successfully subscribed|newsletter|add us on google|join our whatsapp|"
    "join our telegram|folgen sie uns|folgt uns|abonnieren sie|zum newsletter|"
    "newsletter abonnieren|jetzt abonnieren|suivez-nous|suivez nous|abonnez-vous|"
    "inscrivez-vous à|recevez notre|rejoignez-nous|síguenos|suscríbete|suscríbase|"
    "únete a nuestro|recibe nuestro|siga-nos|assine nossa|receba nossa|"
    "clique aqui|inscreva-se|entre no nosso|seguici su|iscriviti alla|volg ons|"
    "schrijf je in|følg os|följ oss|følg oss|seuraa meitä|bizi takip|takip edin|"
    "google news'te|abone ol|whatsapp kanal|telegram kanal|подписывайтесь|подпишитесь|"
    "подписаться|присоединяйтесь|следите за нами|читайте нас|підписуйтесь|obserwuj nas|"
    "zapisz się|śledź nas|sledujte nás|تابعونا|تابعنا|للاشتراك في|اشترك في|اشتركوا في|"
    "انضم إلى|हमें फेसबुक|हमें फॉलो|हमारा ऐप|ताजा खबरों के लिए|ikuti kami|gabung|"
    "dapatkan berita|theo dõi|tufuate|jiunge na|ติดตามข่าว|ติดตามเรา|扫一扫|扫码关注|"
    "关注我们|更多精彩|欢迎关注|点击下载|구독하기|구독하세요|네이버에서 구독|フォローする|"
    "友だち追加|メルマガ|会員登録";

constexpr std::string_view kRights =
    "(c) |copyright ©|©|all rights reserved|alle rechte vorbehalten|todos los derechos|"
    "tous droits réservés|ⓒ|版权声明|版权所有|未经授权|転載を禁|無断転載|無断複写|저작권자|"
    "무단전재|copyright (c)|copyright 20";

/// What is said of comments, lists of articles, films and buttons.
constexpr std::string_view kMachinery =
    "leave a comment|post a comment|comments|view comments|to post a comment|"
    "log in to comment|sign in to comment|this video is no longer available|"
    "to view this video please enable|please enable javascript|"
    "you need to enable javascript|javascript is disabled|loading...|loading…|"
    "click to enlarge|slideshow:|hide caption|toggle caption|enlarge this image|"
    "have a story|do you have a story|got a tip|send us your|download this article|"
    "last modified on|zur startseite|voir les commentaires|réagir à cet|deja un comentario|"
    "ver comentarios|deixe seu comentário|deixe um comentário|lascia un commento|commenta|"
    "yorum yap|yorumlar|комментарии|комментировать|нашли ошибку|التعليقات|टिप्पणी करें|"
    "komentar|bình luận|maoni|评论|コメント|댓글|記事一覧へ|トップページへ|记事一览|"
    "热门推荐|热点推荐|人気記事|おすすめ記事|ランキング|많이 본 뉴스|인기기사|الأكثر قراءة|"
    "مواضيع ذات صلة|أخبار ذات صلة|संबंधित खबरें|और पढ़ें|berita terkait|berita populer|"
    "habari zinazohusiana|tin liên quan|новости партнёров|новости по теме|"
    "материалы по теме|noticias relacionadas|más noticias|notícias relacionadas|"
    "sur le même sujet|ilgili haberler";

/// With a few names behind them and no full stop: "Tags: harbour, pier".
constexpr std::string_view kLabels =
    "tags:|tag:|topics:|keywords:|filed under|source:|sources:|editor:|edited by|photo:|"
    "photos:|image:|picture:|read time|reading time|schlagworte:|themen:|quelle:|quellen:|"
    "lesezeit:|temps de lecture|source :|mots-clés|crédit photo|photo :|etiquetas:|"
    "fuente:|fuentes:|lectura:|fonte:|fonti:|fontes:|leitura:|tempo di lettura|"
    "trefwoorden:|bron:|etiketler:|kaynak:|fotoğraf:|теги:|источник:|фото:|метки:|"
    "время чтения|джерело:|źródło:|tagi:|zdroj:|källa:|kilde:|lähde:|forrás:|sursa:|πηγή:|"
    "المصدر:|المصدر :|كلمات مفتاحية|كلمات دلالية|تصوير:|टैग्स:|स्रोत:|ट्रेंडिंग|ที่มา:|"
    "ที่มา :|แท็ก|sumber:|nguồn:|chanzo:|từ khóa|责任编辑|責任編輯|编辑：|編輯：|编辑:|"
    "来源：|來源：|来源:|标签：|关键词|（编辑|（责任编辑|【责任编辑|（完）|(完)|［責任編集|"
    "撮影：|タグ：|キーワード|사진=|사진 =|태그";

/// "Follow Jane Doe on Twitter @janedoe."
bool is_call_to_follow(std::string_view lower) {
    if (!lower.starts_with("follow ") && !lower.starts_with("like ")) return false;
    return lower.find(" on twitter") != std::string_view::npos ||
           lower.find(" on facebook") != std::string_view::npos ||
           lower.find(" on instagram") != std::string_view::npos ||
           lower.find('@') != std::string_view::npos;
}

/// "Karl Mies/Getty Images": whose a picture is, in a line that no element marks.
bool is_picture_credit(std::string_view lower, std::uint32_t weight) {
    static const Phrases kHouses(
        "getty images|ap photo|reuters/|/reuters|/afp|afp/|/epa|/dpa|dpa/|picture alliance|"
        "picture-alliance|imago/|/ansa|shutterstock|istockphoto|unsplash|pixabay|file photo|"
        "photo by|photo courtesy|photograph by|image courtesy|archivbild|symbolbild|foto de "
        "archivo|"
        "imagen de archivo|photo d'illustration|архивное фото"
    );
    constexpr std::uint32_t kWeightMax = 90;
    return weight <= kWeightMax && !ends_sentence(lower) && kHouses.one_is_in(lower);
}

/// East Asian phrases have no blanks: those of three letters or more begin no sentence, or at least
/// not one that ends like a sentence.
bool may_go_on(std::string_view phrase, std::string_view text) {
    const bool one_word = phrase.find_first_of(" :@") == std::string_view::npos;
    if (!one_word || phrase == "©" || phrase == "ⓒ") return true;
    const bool east_asian =
        phrase.size() >= 9 && static_cast<unsigned char>(phrase.front()) >= 0xE3;
    return east_asian && !text.ends_with("。");
}

bool opens_with_phrase(std::string_view lower) {
    static const std::array<Phrases, 6> kAll{
        Phrases(kAdvertising),
        Phrases(kPointers),
        Phrases(kSharing),
        Phrases(kFollowing),
        Phrases(kRights),
        Phrases(kMachinery)};
    const auto opens = [lower](std::string_view phrase) {
        if (!lower.starts_with(phrase)) return false;
        return may_go_on(phrase, lower) || lower.size() <= phrase.size() + 2;
    };
    return std::any_of(kAll.begin(), kAll.end(), [&opens](const Phrases& phrases) {
        return std::any_of(phrases.begin(), phrases.end(), opens);
    });
}

bool opens_with_label(std::string_view lower) {
    static const Phrases kAll(kLabels);
    return kAll.one_opens(lower);
}

}  // namespace

bool is_stock_phrase(std::string_view text) {
    constexpr std::size_t kSizeMax = 300;
    constexpr std::uint32_t kWeightMax = 120;
    constexpr std::uint32_t kLabelMax = 80;
    if (text.size() > kSizeMax) return false;
    const std::uint32_t weight = text_weight(text);
    if (weight > kWeightMax) return false;
    const std::string lower = lower_case(text);
    if (is_call_to_follow(lower) || opens_with_phrase(lower) || is_picture_credit(lower, weight)) {
        return true;
    }
    return weight <= kLabelMax && !text.ends_with('.') && opens_with_label(lower);
}

}  // namespace broadsheet::html
