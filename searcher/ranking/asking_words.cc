#include "searcher/ranking/asking_words.h"

#include <functional>
#include <map>
#include <set>
#include <string>

namespace broadsheet {

namespace {

using Words = std::set<std::string, std::less<>>;

// After the stop structure of Callan, Croft: An evaluation of query processing strategies using the
// TIPSTER collection (SIGIR 1993) and Huston, Croft: Evaluating verbose query processing techniques
// (SIGIR 2010). Chosen by us, in all forms that are typed.
constexpr std::string_view kEnglish =
    "actual actually article articles aspect aspects associated available concern concerned "
    "concerning concerns consider considered contain contained containing contains current "
    "currently deal dealing deals dealt describe described describes describing discuss discussed "
    "discusses discussing discussion discussions document documents example examples exist "
    "existing "
    "exists find general generally give given gives giving grateful happen happened identify "
    "include "
    "included includes including information interest interested interests involve involved "
    "involves "
    "involving kind kinds know known like list listed lists mention mentioned mentions need needed "
    "needs obtain obtained paper papers particular particularly please possible problem problems "
    "provide provided provides providing question questions receive refer reference references "
    "refers regard regarded regarding relate related relates relating relation relevant report "
    "reported reports specific specifically thing things type types various want would written";
constexpr std::string_view kGerman =
    "angaben artikel aspekte aussagen bericht berichte berichten beschreiben beschreibt "
    "beschrieben "
    "betrifft bezug dokument dokumente enthalten erwahnen finde finden fragen gesucht "
    "informationen "
    "interessiere nennen relevant relevante suche texte thema themen verschiedene";
constexpr std::string_view kFrench =
    "article articles aspect aspects cherche concernant concerne concernent decrivent decrivant "
    "document documents donner exemple exemples information informations interesse mentionnant "
    "mentionnent parlent parlant pertinent pertinents question questions rapport rapports "
    "relatifs renseignements sujet traitant traitent trouver";
constexpr std::string_view kSpanish =
    "articulo articulos aspecto aspectos buscar busco describen documento documentos ejemplo "
    "ejemplos encontrar informacion informe informes interesa interesado mencionan mencionen "
    "pregunta preguntas referente referentes relacionados relevantes tema tratan traten";

Words words_of(std::string_view list) {
    Words words;
    for (std::size_t begin = 0; begin < list.size();) {
        const std::size_t end = std::min(list.find(' ', begin), list.size());
        words.emplace(list.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

}  // namespace

bool is_asking_word(std::string_view term, std::string_view language) {
    static const std::map<std::string, Words, std::less<>> kLists = {
        {"de", words_of(kGerman)},
        {"en", words_of(kEnglish)},
        {"es", words_of(kSpanish)},
        {"fr", words_of(kFrench)},
    };
    const auto list = kLists.find(language);
    return list != kLists.end() && list->second.contains(term);
}

}  // namespace broadsheet
