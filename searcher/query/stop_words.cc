#include "searcher/query/stop_words.h"

#include <string>
#include <unordered_map>
#include <unordered_set>

namespace broadsheet {

namespace {

struct LanguageWords {
    std::string_view language;
    std::string_view words;  ///< folded, by blanks
};

/// Articles, prepositions, conjunctions, pronouns and auxiliaries, chosen for this program. Words
/// that name a thing as well (German "die" is no English word, but "will" is a name) are in where
/// the function is by far the commoner one.
constexpr LanguageWords kStopWords[] = {
    {"en",
     "a about above after again against all also am an and any are as at be because been before "
     "being below between both but by can could did do does doing down during each few for from "
     "further had has have having he her here hers him his how i if in into is it its just may me "
     "might more most must my no nor not now of off on once only or other our out over own same "
     "shall she should so some such than that the their them then there these they this those "
     "through to too under until up upon very was we were what when where which while who whom "
     "whose why will with would you your"},
    {"de",
     "aber als am an auch auf aus bei beim bin bis bist da dann das dass dem den der des die dies "
     "diese dieser dieses doch du durch ein eine einem einen einer eines er es fuer fur hat hatte "
     "ich ihm ihn ihr ihre im in ist ja kann kein keine man mit nach nicht noch nun nur ob oder "
     "ohne sein seine sich sie sind so ueber uber um und uns unter vom von vor war waren was wenn "
     "werden wie wir wird wo wurde wurden zu zum zur zwischen"},
    {"fr",
     "a ai ainsi alors au aucun aussi autre aux avec avait ce ceci cela ces cet cette ceux comme "
     "dans de des deux donc dont du elle elles en entre est et etait ete etre eu fait il ils je la "
     "le les leur leurs lui mais me meme mes moi mon ne ni nos notre nous on ont ou par pas plus "
     "pour qu que quel quelle qui sa sans se ses si son sont sous sur ta te tes tout toute toutes "
     "tous tres tu un une vos votre vous y"},
    {"es",
     "a al algo ante antes asi aun aunque cada como con contra cual cuando de del desde donde dos "
     "e "
     "el ella ellas ellos en entre era es esa ese eso esta estaba estan este esto estos fue fueron "
     "ha habia han hasta hay la las le les lo los mas me mi mientras muy ni no nos o otra otro "
     "otros "
     "para pero por porque que quien se sea segun ser si sin sino sobre son su sus tambien tan "
     "tanto "
     "te tiene todo todos tras tu un una uno unos y ya yo"},
    {"pt",
     "a ainda ao aos apos as ate com como contra da das de dela dele deles depois desde do dos e "
     "ela "
     "elas ele eles em entre era essa esse esta estava este eu foi foram ha isso isto ja la lhe "
     "mais "
     "mas me mesmo meu muito na nao nas nem no nos nossa nosso num numa o os ou para pela pelas "
     "pelo "
     "pelos por porque quando que quem se sem ser seu seus sao so sobre sua suas tambem te tem ter "
     "todos um uma voce"},
    {"it",
     "a ad agli ai al alla alle allo anche c che chi ci come con contro cui da dagli dai dal dalla "
     "dalle degli dei del della delle dello di dopo dove e ed era erano fra gli ha hanno i il in "
     "io "
     "la le lei li lo loro lui ma mi ne negli nei nel nella nelle no noi non nostro o ogni per "
     "perche "
     "piu poi quale quando quella quelle quelli quello questa queste questi questo se sei si sia "
     "sono sta su sua sue sui sul sulla suo suoi tra tu tutti un una uno vi"},
    {"nl",
     "aan al alles als bij daar dan dat de der deze die dit door dus een en er ge geen had heb "
     "hebben "
     "heeft hem het hier hij hoe hun ik in is ja je kan maar me meer men met mij mijn naar niet "
     "nog "
     "nu of om omdat onder ons ook op over te tegen toch toen tot u uit uw van veel voor was wat "
     "we "
     "wel werd wie wij worden zal ze zich zij zijn zo zonder zou"},
    {"sv",
     "alla att av blev de dem den denna det detta dig din dom du ett eller en for fran har hade "
     "han "
     "hans har hon i icke inte jag kan man med mellan men mig min mot nar ni nu och om oss pa sa "
     "sig "
     "sin sina som till under upp ut var vi vid vilken"},
    {"da",
     "af alle at da de dem den denne der deres det dette dig din dog du eller en end er et for fra "
     "ham han hans har havde hun hvad hvor i ikke ind jeg jer kan man med meget men mig mod ned nu "
     "og "
     "om op os pa sig sin sine skal som til ud under var ved vi vil vaere"},
    {"no",
     "alle at av ble bli da de deg dem den denne der det dette din du eller en er et etter for fra "
     "ha "
     "hadde han hans har hun hva hvor i ikke ja jeg kan man med meg men mot na nar og om opp oss "
     "pa "
     "sa seg sin sine skal som til ut var ved vi vil"},
    {"ru",
     "а без более был была были было быть в вам вас весь во вот все всего всех вы где да даже для "
     "до "
     "его ее если есть еще же за здесь и из или им их к как ко когда кто ли либо мне может мы на "
     "надо "
     "наш не него нее нет ни них но ну о об однако он она они оно от по под при с со так также "
     "такой "
     "там те тем то того тоже той только том ты у уже что чтобы эта эти это я"},
    {"tr",
     "ama ancak bir bu bunu cok da daha de diye en gibi hem her icin ile ise kadar ki mi ne o olan "
     "olarak oldu on once sonra su ve veya ya"},
    {"fi",
     "ei en eli ettei etta han he hanen ja jo joka jos kanssa kuin kun me mika mina mita mutta "
     "myos "
     "ne niin nyt oli olla on ovat se sen siina sina ta tai tama te vai"},
    {"pl",
     "a aby ale bo by byc byl byla bylo co czy dla do gdy go i ich ile im ja jak jako je jego jej "
     "jest "
     "juz ktora ktore ktory lub ma mi mnie na nad nie o od on ona oni po pod przez przy sa sie tak "
     "tam te tego tej ten to tu tylko w we z za ze"},
};

using WordSet = std::unordered_set<std::string_view>;

std::unordered_map<std::string_view, WordSet> word_sets() {
    std::unordered_map<std::string_view, WordSet> sets;
    for (const auto& [language, words] : kStopWords) {
        WordSet& set = sets[language];
        std::size_t begin = 0;
        while (begin < words.size()) {
            const std::size_t end = std::min(words.find(' ', begin), words.size());
            if (end > begin) set.insert(words.substr(begin, end - begin));
            begin = end + 1;
        }
    }
    return sets;
}

}  // namespace

bool is_stop_word(std::string_view term, std::string_view language) {
    static const std::unordered_map<std::string_view, WordSet> kSets = word_sets();
    const auto set = kSets.find(language);
    return set != kSets.end() && set->second.contains(term);
}

}  // namespace broadsheet
