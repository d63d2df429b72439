#include "searcher/ranking/country_words.h"

#include <algorithm>
#include <string_view>

#include "common/text/stemmer.h"

namespace broadsheet {

namespace {

// What a country and its people are called, a row each.
constexpr std::string_view kCountries[] = {
    "afghanistan, afghan, afghans",
    "africa, african, africans",
    "albania, albanian, albanians",
    "algeria, algerian, algerians",
    "america, american, americans, u.s, united states",
    "angola, angolan, angolans",
    "arabia, arabian, saudi, saudis",
    "argentina, argentine, argentinian, argentinians",
    "armenia, armenian, armenians",
    "asia, asian, asians",
    "australia, australian, australians",
    "austria, austrian, austrians",
    "azerbaijan, azerbaijani, azeri",
    "bahrain, bahraini",
    "bangladesh, bangladeshi",
    "belarus, belarusian, belarusians",
    "belgium, belgian, belgians",
    "bolivia, bolivian, bolivians",
    "bosnia, bosnian, bosnians",
    "brazil, brazilian, brazilians",
    "britain, british, briton, britons, uk, united kingdom",
    "bulgaria, bulgarian, bulgarians",
    "burma, burmese",
    "cambodia, cambodian, cambodians",
    "cameroon, cameroonian",
    "canada, canadian, canadians",
    "chad, chadian",
    "chile, chilean, chileans",
    "china, chinese",
    "colombia, colombian, colombians",
    "congo, congolese",
    "croatia, croatian, croatians, croat, croats",
    "cuba, cuban, cubans",
    "cyprus, cypriot, cypriots",
    "czechoslovakia, czechoslovak, czech, czechs",
    "denmark, danish, dane, danes",
    "ecuador, ecuadorian",
    "egypt, egyptian, egyptians",
    "england, english",
    "eritrea, eritrean",
    "estonia, estonian, estonians",
    "ethiopia, ethiopian, ethiopians",
    "europe, european, europeans",
    "finland, finnish, finn, finns",
    "france, french",
    "georgia, georgian, georgians",
    "germany, german, germans",
    "ghana, ghanaian",
    "greece, greek, greeks",
    "guatemala, guatemalan",
    "haiti, haitian, haitians",
    "honduras, honduran",
    "hungary, hungarian, hungarians",
    "iceland, icelandic",
    "india, indian, indians",
    "indonesia, indonesian, indonesians",
    "iran, iranian, iranians",
    "iraq, iraqi, iraqis",
    "ireland, irish",
    "israel, israeli, israelis",
    "italy, italian, italians",
    "jamaica, jamaican, jamaicans",
    "japan, japanese",
    "jordan, jordanian, jordanians",
    "kazakhstan, kazakh",
    "kenya, kenyan, kenyans",
    "korea, korean, koreans",
    "kosovo, kosovar, kosovars",
    "kuwait, kuwaiti, kuwaitis",
    "laos, laotian",
    "latvia, latvian, latvians",
    "lebanon, lebanese",
    "liberia, liberian, liberians",
    "libya, libyan, libyans",
    "lithuania, lithuanian, lithuanians",
    "macedonia, macedonian",
    "malawi, malawian",
    "malaysia, malaysian, malaysians",
    "malta, maltese",
    "mauritania, mauritanian",
    "mexico, mexican, mexicans",
    "moldova, moldovan",
    "mongolia, mongolian",
    "morocco, moroccan, moroccans",
    "mozambique, mozambican",
    "namibia, namibian",
    "nepal, nepalese, nepali",
    "netherlands, dutch, holland",
    "nicaragua, nicaraguan, nicaraguans",
    "nigeria, nigerian, nigerians",
    "norway, norwegian, norwegians",
    "oman, omani",
    "pakistan, pakistani, pakistanis",
    "palestine, palestinian, palestinians",
    "panama, panamanian",
    "paraguay, paraguayan",
    "peru, peruvian, peruvians",
    "philippines, philippine, filipino, filipinos",
    "poland, polish",
    "portugal, portuguese",
    "qatar, qatari",
    "romania, romanian, romanians",
    "russia, russian, russians",
    "rwanda, rwandan, rwandans",
    "scotland, scottish, scots",
    "senegal, senegalese",
    "serbia, serbian, serb, serbs",
    "singapore, singaporean",
    "slovakia, slovak, slovaks",
    "slovenia, slovenian",
    "somalia, somali, somalis",
    "soviet, soviets, ussr, soviet union",
    "spain, spanish, spaniard, spaniards",
    "sudan, sudanese",
    "sweden, swedish, swede, swedes",
    "switzerland, swiss",
    "syria, syrian, syrians",
    "taiwan, taiwanese",
    "tanzania, tanzanian",
    "thailand, thai, thais",
    "tibet, tibetan, tibetans",
    "tunisia, tunisian, tunisians",
    "turkey, turkish, turk, turks",
    "u.n, united nations",
    "uganda, ugandan, ugandans",
    "ukraine, ukrainian, ukrainians",
    "uruguay, uruguayan",
    "uzbekistan, uzbek",
    "venezuela, venezuelan, venezuelans",
    "vietnam, vietnamese",
    "wales, welsh",
    "yemen, yemeni, yemenis",
    "yugoslavia, yugoslav, yugoslavs",
    "zambia, zambian",
    "zimbabwe, zimbabwean, zimbabweans",
};

/// The stems of a name; all of them must be in a query that means it.
using Name = std::set<std::string>;
using Country = std::vector<Name>;

template <typename Visit>
void each_piece(std::string_view text, std::string_view separator, Visit&& visit) {
    for (;;) {
        const std::size_t end = text.find(separator);
        visit(text.substr(0, end));
        if (end == std::string_view::npos) return;
        text.remove_prefix(end + separator.size());
    }
}

// The analysis gives letters that are spoken as such no stem.
std::string stem_of(std::string_view word, const Stemmer& stemmer) {
    return word.find('.') == std::string_view::npos ? stemmer.stem(word) : std::string(word);
}

std::vector<Country> read_countries() {
    const Stemmer stemmer("en");
    std::vector<Country> countries;
    for (const auto& row : kCountries) {
        Country& country = countries.emplace_back();
        each_piece(row, ", ", [&](std::string_view words) {
            Name& name = country.emplace_back();
            each_piece(words, " ", [&](std::string_view word) {
                name.insert(stem_of(word, stemmer));
            });
        });
    }
    return countries;
}

}  // namespace

std::vector<std::string> country_words(const std::set<std::string>& stems) {
    static const std::vector<Country> kKnown = read_countries();
    const auto is_named = [&](const Name& name) { return std::ranges::includes(stems, name); };
    std::set<std::string> found;
    for (const auto& country : kKnown) {
        if (std::ranges::none_of(country, is_named)) continue;
        for (const auto& name : country) {
            if (name.size() == 1 && !stems.contains(*name.begin())) found.insert(*name.begin());
        }
    }
    return {found.begin(), found.end()};
}

}  // namespace broadsheet
