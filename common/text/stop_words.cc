#include "common/text/stop_words.h"

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <unordered_set>

#include "common/text/folding.h"

namespace broadsheet {

namespace {

struct StopWords {
    std::string_view language;
    std::string_view words;  // with blanks between; they are folded when read
};

// The words a reader of the language would not miss in a list of search terms: articles, pronouns,
// prepositions, conjunctions, auxiliaries. Chosen by us, kept short.
constexpr StopWords kStopWords[] = {
    {"ar",
     "في من على الى ان هذا هذه ذلك التي الذي عن مع ما لا لم لن قد كان كانت هو هي هم او ثم بعد قبل "
     "بين كل كما غير عند حتي اذا انه انها فيه وقد وفي ومن وان الا اي حيث به له لها منذ"},
    {"ca",
     "a al als amb aquest aquesta com de del dels el els en entre es esta ha han hi i la les li "
     "mes "
     "ni no o on pel pels per pero que quan qui se sense ser si sobre son un una uns va van"},
    {"cs",
     "a aby ale ani az bez bude by byl byla bylo byt co do i ja jak jako je jeho jejich jen jeste "
     "ji "
     "jsem jsme jsou k kde kdy ktera ktere ktery na nad ne nebo neni o od po pod podle pro proti "
     "pri s se si ta tak take tak to tom u uz v ve vsak z za ze"},
    {"da",
     "af alle at blev de den der deres det dette dig din du efter eller en end er et for fra ham "
     "han "
     "hans har havde hende her hun hvad hvis hvor i ikke ind jeg kan kom kunne man med meget men "
     "mig "
     "min mod ned nogle nu og om op os over pa sa sig sin skal skulle som til ud under var vi vil "
     "ville vaere"},
    {"de",
     "aber als am an auch auf aus bei bin bis das dass dem den der des die dies diese dieser durch "
     "ein eine einem einen einer eines er es fur hat hatte hatten ich ihm ihn ihr ihre im in ist "
     "ja "
     "kann kein keine man mehr mich mir mit nach nicht noch nun nur ob oder sehr sein seine sich "
     "sie "
     "sind so soll uber um und uns unter vom von vor war waren was wenn werden wie wir wird wurde "
     "wurden zu zum zur zwischen"},
    {"el",
     "αλλα αν απο αυτη αυτο αυτος για δε δεν εινα ειναι ενα ενας εχει η ηταν θα και κατα με μετα "
     "μια "
     "να ο οι ομωσ οπως οπωσ ος οτι που προς προσ σε στα στη στην στις στισ στο στον τα τη την της "
     "τησ τι τις τισ το τον του τους τουσ των ως ωσ"},
    {"en",
     "a about after all also am an and any are as at be because been before being but by can could "
     "did do does for from had has have he her him his how i if in into is it its just may me more "
     "most my no not now of on only or other our out over she should so some such than that the "
     "their them then there these they this those through to too under until up us very was we "
     "were "
     "what when where which while who whom why will with would you your"},
    {"es",
     "a al ante asi aun aunque como con contra cual cuando de del desde donde dos el ella ellas "
     "ellos "
     "en entre era eran es esa ese eso esta estaba estan este esto estos fue fueron ha habia han "
     "hasta hay la las le les lo los mas me mi muy ni no nos o para pero por porque que quien se "
     "ser "
     "si sin sobre son su sus tambien tanto te tiene todo todos tras tu un una uno unos y ya yo"},
    {"eu",
     "al baina bat bere beste da dago dela den dira du dute edo egin egon ere eta ez gu hau hori "
     "izan nola orain zen zer ziren zuen zuten"},
    {"fa",
     "از است اما ان اين با بايد براي بر به بود بودند تا خود در را شد شده كرد كرده كند كه ما مي هم "
     "هر هاي و يا يك وي نيز پس"},
    {"fi",
     "ei eika eivat ennen en etta han hanen he heidan ihan itse ja jo jolla jonka jos joka jossa "
     "jota "
     "jotka kanssa koska kuin kun mika mita me mina minun mukaan mutta myos nama ne niin niita nyt "
     "oli olisi olivat olla on ole ovat se sen sita siita sen seka tai tama taman tata vain vaikka "
     "voi yli"},
    {"fr",
     "a afin ainsi alors apres au aussi autre aux avait avant avec avoir ce cela celle celui ces "
     "cet "
     "cette comme contre dans de depuis des deux donc dont du elle elles en encore entre est et "
     "etait "
     "etaient ete etre eux fait il ils je la le les leur leurs lors lui mais me meme mes moi mon "
     "ne "
     "ni nos notre nous on ont ou par pas pendant peu peut plus pour qu quand que quel quelle qui "
     "sa sans se selon ses si sont son sous sur ta te tout tous toute tres tu un une vers vos "
     "votre "
     "vous y"},
    {"hi",
     "और का की के को में से है हैं था थे थी पर ने यह वह इस उस एक कि जो तो भी ही नहीं कर लिए साथ गया "
     "हो कहा या अपने तक बाद"},
    {"hu",
     "a az aki ala alatt ami amely amelyek amikor azt be csak de e ebben egy egyes el elott es ez "
     "ezt "
     "fel ha hanem hogy ide igy is itt ki kell lehet lesz maga mar meg mert mint mint most nagyon "
     "nem o oket ott pedig s sem szerint tehat tobb ugy utan vagy van vannak volt voltak"},
    {"id",
     "ada adalah agar akan antara apa atau bagi bahwa belum bisa dalam dan dapat dari dengan di "
     "dia "
     "hanya harus ia ini itu jika juga kami karena ke kepada kita lagi lebih maka mereka namun "
     "oleh "
     "pada para saat saya sebagai secara sejak seperti serta sudah tak telah tentang terhadap "
     "tersebut "
     "tidak untuk yang"},
    {"it",
     "a ad ai al alla alle anche avere aveva c che chi ci come con contro cui da dagli dai dal "
     "dalla "
     "dalle degli dei del della delle dello di dopo dove due e ed era erano essere fra gli ha "
     "hanno "
     "ho i il in io la le lei li lo loro ma mi molto ne negli nei nel nella nelle non o ogni per "
     "perche piu poi quando quello questa questo se sei senza si sia solo sono stata stato su sua "
     "sue "
     "sugli sui sul sulla suo suoi tra tu tutti tutto un una uno"},
    {"nl",
     "aan af al als alleen bij dan dat de der deze die dit doch door dus een en er ge geen haar "
     "had "
     "hadden heb hebben heeft hem het hier hij hoe hun ik in is ja je kan maar me meer men met "
     "mijn "
     "moet na naar niet nog nu of om omdat onder ook op over te tegen toch toen tot u uit uw van "
     "veel "
     "voor want waren was wat we wel werd wie wij wil worden wordt zal ze zei zich zij zijn zo "
     "zou"},
    {"no",
     "alle at av bare ble blir da de deg den denne der det dette du eller en er et etter for fra "
     "fordi ha hadde han hans har hun hva hvis hvor i ikke inn jeg kan kom kunne man med meg men "
     "mot "
     "mye na noe noen nar og om opp oss over pa sa seg selv si sin skal skulle slik som til under "
     "ut "
     "var ved vi vil ville vaere vaert"},
    {"pl",
     "a ale albo bo by byc byl byla bylo byly bedzie co czy dla do gdy gdzie go i ich ile im ja "
     "jak "
     "jako je jego jej jest jestem jeszcze jezeli juz ktora ktore ktory ktorzy lub ma mnie moze na "
     "nad nie niz o od on ona one oni oraz po pod poza przed przez przy sa sie swoje ta tak takze "
     "tam "
     "te tego tej ten to tu tych tylko tym u w wie wiec we za ze z"},
    {"pt",
     "a ao aos as ate com como contra da das de dela dele depois do dos e ela elas ele eles em "
     "entre "
     "era eram essa esse esta estao este eu foi foram ha isso isto ja la lhe mais mas me mesmo meu "
     "muito na nao nas nem no nos nossa nosso num numa o os ou para pela pelas pelo pelos por "
     "porque "
     "qual quando que quem se segundo sem ser seu seus sao sob sobre sua suas tambem te tem tinha "
     "um "
     "uma umas uns voce"},
    {"ro",
     "a acest aceasta aceste ai al ale am ar are as atat au avea ca care catre ce cei cel cu cum "
     "da "
     "dar de deci din dintre dupa ea ei el era este eu fi fie fost iar ii il in intre isi la lor "
     "lui "
     "ma mai mult ne nici noi nu o or pana pe pentru prin sa sau se si spre sub sunt toate un una "
     "unde unei unui va vor"},
    {"ru",
     "а без более бы был была были было быть в вам вас ведь во вот все всех вы где да даже для до "
     "его "
     "ее если есть еще же за и из или им их к как когда которая которые который кто ли лишь между "
     "меня мне мы на над не него нее нет ни них но ну о об однако он она они оно от перед по под "
     "после потому при про с сам свои своей себя со так также там те тем то того тоже только том "
     "ты "
     "у уже хотя чего чем что чтобы эта эти это этого этом этот я"},
    {"sv",
     "alla an att av blev bli da de dem den denna deras dess det detta dig din du efter eller en "
     "er "
     "ett fick for fran ha hade han hans har hon hur i icke in inte jag kan kom kunde man med "
     "mellan "
     "men mig min mot mycket nagon nagot nar nu och om oss over pa sa sedan sig sin ska skulle som "
     "till under upp ut utan vad var vara varit vi vid vill"},
    {"sw",
     "au baada bila cha hadi hata hii hili hivyo huo huyo ili ingawa ila ja je juu kama katika "
     "kila "
     "kisha kuhusu kutoka kuwa kwa kwamba la lakini lake mara mwa na ndani ni pa pia sana tu wa "
     "wake "
     "wao ya yake za zake"},
    {"tr",
     "acaba ama ancak artik bana bazi belki ben beri bile bir biri biz bu buna bunu bunun cok "
     "cunku "
     "da daha de degil diye en gibi gore hem hep her hic icin ile ise iste kadar ki kim mi mu "
     "nasil "
     "ne neden nerede o olan olarak oldu oldugu olup ona once ondan onlar onu onun orada sadece "
     "sen "
     "siz sonra su tum uzere var ve veya ya yani yok"},
    {"uk",
     "а або але без би був була були було бути в вам вас вже ви від він все всіх вона вони воно "
     "все "
     "де для до досить є ж з за зі і із його йому коли ми між на навіть над не нею ні ніж них о "
     "однак ось от перед по при про під після та так також там те ти тим то тому у хоча це цей ці "
     "цього чи чим що щоб як яка які який якщо її їх"},
    {"vi",
     "ai bi ca cac cai cho chi co con cua cung da dang de den di do duoc gi ho khi khong la lai "
     "len "
     "ma moi mot nay nen neu ngay nhieu nhu nhung o phai qua ra rang rat sau se su tai the thi "
     "theo "
     "tren trong truoc tu va van vao ve vi voi"},
};

struct Hash {
    using is_transparent = void;

    std::size_t operator()(std::string_view word) const {
        return std::hash<std::string_view>{}(word);
    }
};

using Set = std::unordered_set<std::string, Hash, std::equal_to<>>;

Set words_of(std::string_view list) {
    Set words;
    while (!list.empty()) {
        const std::size_t blank = std::min(list.find(' '), list.size());
        words.insert(fold(list.substr(0, blank)));
        list.remove_prefix(std::min(blank + 1, list.size()));
    }
    return words;
}

const std::map<std::string_view, Set>& sets() {
    static const std::map<std::string_view, Set> kSets = [] {
        std::map<std::string_view, Set> all;
        for (const auto& row : kStopWords)
            all.emplace(row.language, words_of(row.words));
        all.emplace("nb", all.at("no"));
        all.emplace("nn", all.at("no"));
        return all;
    }();
    return kSets;
}

}  // namespace

bool is_stop_word(std::string_view term, std::string_view language) {
    const auto set = sets().find(language);
    return set != sets().end() && set->second.contains(term);
}

}  // namespace broadsheet
