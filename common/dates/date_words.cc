#include "common/dates/date_words.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

namespace broadsheet {

namespace {

// One line a month; English first, then de fr es pt it nl sv da no fi pl cs ru uk ro hu tr el id,
// ca bg hr ar he hi th; lt lv az sq sk ka hy bn ur fa. A word that is another month in another
// language is left out.
constexpr std::array<std::string_view, 12> kMonths = {
    "january jan januar jänner jän janvier janv enero ene janeiro gennaio gen januari tammikuu "
    "tammikuuta stycznia styczeń sty ledna leden январь января янв січень січня ianuarie ian "
    "január ocak oca ιανουάριος ιανουαρίου ιαν "
    "gener януари siječnja يناير جانفي ינואר בינואר जनवरी มกราคม "
    "sausio sausis janvāris janvārī yanvar janar იანვარი იანვარს հունվարի հունվար জানুয়ারি জানুয়ারি "
    "جنوری ژانویه",
    "february feb febr februar feber février févr fév febrero fevereiro fev febbraio februari "
    "helmikuu helmikuuta lutego luty lut února únor февраль февраля фев лютий лютого februarie "
    "február şubat şub φεβρουάριος φεβρουαρίου φεβ pebruari "
    "febrer февруари veljače فبراير فيفري פברואר בפברואר फ़रवरी फरवरी กุมภาพันธ์ "
    "vasario vasaris februāris februārī fevral shkurt თებერვალი თებერვალს փետրվարի փետրվար "
    "ফেব্রুয়ারি فروری فوریه",
    "march mar märz mär mars marzo março maart mrt marts maaliskuu maaliskuuta marca marzec března "
    "březen март марта мар березень березня martie március márc mart μάρτιος μαρτίου μαρ maret "
    "març ožujka مارس מרץ במרץ मार्च มีนาคม "
    "kovo kovas martā marec marca მარტი მარტს մարտի մարտ মার্চ مارچ",
    "april apr avril avr abril abr aprile huhtikuu huhtikuuta kwietnia kwiecień kwi dubna duben "
    "апрель апреля апр квітень квітня aprilie április ápr nisan nis απρίλιος απριλίου απρ "
    "travnja أبريل إبريل ابريل أفريل אפריל באפריל अप्रैल เมษายน "
    "balandžio balandis aprel aprīlis aprīlī prill apríl apríla აპრილი აპრილს ապրիլի ապրիլ এপ্রিল "
    "اپریل آوریل",
    "may mai mayo maio maggio mag mei maj toukokuu toukokuuta maja května květen май мая травень "
    "травня május máj mayıs μάιος μαΐου μαϊ "
    "maig svibnja مايو ماي מאי במאי मई พฤษภาคม "
    "gegužės gegužė maijs maijā máj mája მაისი მაისს մայիսի մայիս মে مئی",
    "june jun juni juin junio junho giugno giu kesäkuu kesäkuuta czerwca czerwiec cze června "
    "červen "
    "июнь июня июн червень червня iunie iun június jún haziran haz ιούνιος ιουνίου ιουν "
    "juny юни lipnja يونيو يونيه جوان יוני ביוני जून มิถุนายน "
    "birželio birželis jūnijs jūnijā iyun qershor ივნისი ივნისს հունիսի հունիս জুন جون ژوئن",
    "july jul juli juillet juil julio julho luglio lug heinäkuu heinäkuuta lipca lipiec lip "
    "července "
    "červenec июль июля июл липень липня iulie iul július júl temmuz tem ιούλιος ιουλίου ιουλ "
    "juliol юли srpnja يوليو يوليه جويلية יולי ביולי जुलाई กรกฎาคม "
    "liepos liepa jūlijs jūlijā iyul korrik ივლისი ივლისს հուլիսի հուլիս জুলাই جولائی ژوئیه",
    "august aug août agosto ago augustus augusti elokuu elokuuta sierpnia sierpień sie srpna srpen "
    "август августа авг серпень серпня augusztus ağustos ağu αύγουστος αυγούστου αυγ agustus agt "
    "agost kolovoza avgust أغسطس اغسطس أوت אוגוסט באוגוסט अगस्त สิงหาคม "
    "rugpjūčio rugpjūtis augusts augustā avqust gusht აგვისტო აგვისტოს օգոստոսի օգոստոս আগস্ট اگست "
    "اوت",
    "september sep sept septembre septiembre setiembre setembro set settembre syyskuu syyskuuta "
    "września wrzesień wrz září сентябрь сентября сен сент вересень вересня septembrie szeptember "
    "szept eylül eyl σεπτέμβριος σεπτεμβρίου σεπ "
    "setembre септември rujna septembar septembra سبتمبر ספטמבר בספטמבר सितंबर सितम्बर กันยายน "
    "rugsėjo rugsėjis septembris septembrī sentyabr shtator სექტემბერი სექტემბერს սեպտեմբերի "
    "սեպտեմբեր সেপ্টেম্বর ستمبر سپتامبر",
    "october oct oktober okt octobre octubre outubro out ottobre ott lokakuu lokakuuta "
    "października "
    "październik paź října říjen октябрь октября окт жовтень жовтня octombrie október ekim eki "
    "οκτώβριος οκτωβρίου οκτ "
    "октомври oktobar oktobra أكتوبر اكتوبر אוקטובר באוקטובר अक्टूबर अक्तूबर ตุลาคม "
    "spalio spalis oktobris oktobrī oktyabr tetor ოქტომბერი ოქტომბერს հոկտեմբերի հոկտեմբեր অক্টোবর "
    "اکتوبر اکتبر",
    "november nov novembre noviembre novembro marraskuu marraskuuta listopada listopad lis "
    "listopadu ноябрь ноября ноя листопад листопада noiembrie noi kasım kas νοέμβριος νοεμβρίου "
    "νοε nopember "
    "ноември studenoga novembar novembra نوفمبر נובמבר בנובמבר नवंबर नवम्बर พฤศจิกายน "
    "lapkričio lapkritis novembris novembrī noyabr nëntor ნოემბერი ნოემბერს նոյեմբերի նոյեմբեր "
    "নভেম্বর نومبر نوامبر",
    "december dec dezember dez décembre déc diciembre dic dezembro dicembre desember des joulukuu "
    "joulukuuta grudnia grudzień gru prosince prosinec декабрь декабря дек грудень грудня "
    "decembrie "
    "aralık ara δεκέμβριος δεκεμβρίου δεκ desember "
    "декември prosinca decembar decembra ديسمبر דצמבר בדצמבר दिसंबर दिसम्बर ธันวาคม "
    "gruodžio gruodis decembris decembrī dekabr dhjetor დეკემბერი დეკემბერს դեկտեմբերի դեկտեմբեր "
    "ডিসেম্বর دسمبر دسامبر",
};

constexpr std::string_view kWeekdays =
    "monday mon tuesday tue tues wednesday wed wednes weds thursday thu thur thurs friday fri "
    "saturday sat sunday sun montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sa "
    "sonnabend sonntag so lundi lun mardi mercredi mer jeudi jeu vendredi ven samedi sam dimanche "
    "dim lunes martes mié miércoles jueves jue viernes vie sábado sáb domingo dom segunda terça "
    "quarta quinta sexta feira lunedì martedì mercoledì giovedì gio venerdì sabato domenica "
    "maandag "
    "ma dinsdag woensdag wo donderdag vrijdag vr zaterdag za zondag zo måndag mån tisdag tis "
    "onsdag "
    "ons torsdag tors fredag fre lördag lör söndag sön mandag tirsdag tir lørdag lør søndag søn "
    "maanantai maanantaina tiistai tiistaina keskiviikko keskiviikkona torstai torstaina perjantai "
    "perjantaina lauantai lauantaina sunnuntai sunnuntaina poniedziałek wtorek środa czwartek "
    "piątek sobota niedziela pondělí úterý středa čtvrtek pátek neděle понедельник пн вторник вт "
    "среда ср четверг чт пятница пт суббота сб воскресенье вс понеділок вівторок середа четвер "
    "пʼятниця субота неділя luni marți miercuri joi vineri sâmbătă duminică hétfő kedd szerda "
    "csütörtök péntek szombat vasárnap pazartesi salı çarşamba perşembe cuma cumartesi pazar "
    "δευτέρα "
    "τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή senin selasa rabu kamis jumat sabtu minggu "
    "κυρ δευ τρι τετ πεμ παρ σαβ dilluns dimarts dimecres dijous divendres dissabte diumenge "
    "понеделник вторник сряда четвъртък петък събота неделя ponedjeljak utorak srijeda četvrtak "
    "petak subota nedjelja الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد "
    "월요일 화요일 수요일 목요일 금요일 토요일 일요일 星期一 星期二 星期三 星期四 星期五 星期六 "
    "星期日 星期天 周一 周二 周三 周四 周五 周六 周日 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 "
    "日曜日 วันจันทร์ วันอังคาร วันพุธ วันพฤหัสบดี วันศุกร์ วันเสาร์ วันอาทิตย์";

constexpr std::string_view kFillers =
    "of the on at in de del den der di le la el il da dos às as um uhr klo kl à um h hs hrs hours "
    "a las los alle ore ora st nd rd th er ª º o г года р року r published posted updated "
    "updated: "
    "date dated last modified created first time local ngày năm lúc thứ giờ πμ μμ στις a "
    "kello ob el i gada 西暦 西历 公元 ad";

struct Zone {
    std::string_view name;
    int minutes;
};

constexpr std::array<Zone, 45> kZones = {{
    {"z", 0},      {"gmt", 0},    {"ut", 0},     {"utc", 0},    {"wet", 0},     {"bst", 60},
    {"ist", 330},  {"cet", 60},   {"mez", 60},   {"met", 60},   {"mewt", 60},   {"cest", 120},
    {"mesz", 120}, {"mest", 120}, {"eet", 120},  {"eest", 180}, {"msk", 180},   {"msd", 240},
    {"sast", 120}, {"eat", 180},  {"est", -300}, {"edt", -240}, {"cst", -360},  {"cdt", -300},
    {"mst", -420}, {"mdt", -360}, {"pst", -480}, {"pdt", -420}, {"akst", -540}, {"akdt", -480},
    {"hst", -600}, {"ast", -240}, {"adt", -180}, {"nst", -210}, {"ndt", -150},  {"brt", -180},
    {"art", -180}, {"pkt", 300},  {"wib", 420},  {"hkt", 480},  {"sgt", 480},   {"jst", 540},
    {"kst", 540},  {"aest", 600}, {"nzst", 720},
}};

template <typename Visit>
void for_each_word(std::string_view list, Visit visit) {
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(' '), list.size());
        if (end > 0) visit(fold_date_word(list.substr(0, end)));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
}

std::unordered_map<std::string, int> make_months() {
    std::unordered_map<std::string, int> months;
    for (std::size_t i = 0; i < kMonths.size(); ++i)
        for_each_word(kMonths[i], [&](const std::string& word) {
            months.emplace(word, int(i) + 1);
        });
    return months;
}

std::unordered_set<std::string> make_set(std::string_view list) {
    std::unordered_set<std::string> words;
    for_each_word(list, [&](std::string word) { words.insert(std::move(word)); });
    return words;
}

std::string fold_beyond_ascii(std::string_view word) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* decompose = icu::Normalizer2::getNFKDInstance(status);
    const auto text = icu::UnicodeString::fromUTF8(
        icu::StringPiece(word.data(), static_cast<int32_t>(word.size()))
    );
    if (U_FAILURE(status)) return std::string(word);
    icu::UnicodeString parts = decompose->normalize(icu::UnicodeString(text).foldCase(), status);
    if (U_FAILURE(status)) return std::string(word);
    icu::UnicodeString letters;
    for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
        const UChar32 c = parts.char32At(i);
        if (c == 0x131) {
            letters.append(UChar32('i'));  // Turkish ı
        } else if (u_charType(c) != U_NON_SPACING_MARK) {
            letters.append(c);
        }
    }
    std::string out;
    return letters.toUTF8String(out);
}

}  // namespace

std::string fold_date_word(std::string_view word) {
    std::string out(word);
    bool ascii = true;
    for (char& c : out) {
        ascii = ascii && static_cast<unsigned char>(c) < 0x80;
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return ascii ? out : fold_beyond_ascii(out);
}

int month_of(std::string_view word) {
    static const std::unordered_map<std::string, int> kTable = make_months();
    const auto found = kTable.find(std::string(word));
    return found == kTable.end() ? 0 : found->second;
}

bool is_weekday(std::string_view word) {
    static const std::unordered_set<std::string> kTable = make_set(kWeekdays);
    return kTable.contains(std::string(word));
}

bool is_date_filler(std::string_view word) {
    static const std::unordered_set<std::string> kTable = make_set(kFillers);
    return kTable.contains(std::string(word));
}

std::optional<int> era_start(std::string_view word) {
    struct Era {
        std::string_view name;
        int start;
    };

    constexpr std::array<Era, 9> kEras = {{
        {"明治", 1867},
        {"大正", 1911},
        {"昭和", 1925},
        {"平成", 1988},
        {"令和", 2018},
        {"民國", 1911},
        {"民国", 1911},
        {"中華民國", 1911},
        {"中华民国", 1911},
    }};
    for (const Era& era : kEras) {
        if (word == era.name) return era.start;
    }
    return std::nullopt;
}

std::optional<int> zone_offset(std::string_view word) {
    const auto* found = std::find_if(kZones.begin(), kZones.end(), [&](const Zone& zone) {
        return zone.name == word;
    });
    if (found == kZones.end()) return std::nullopt;
    return found->minutes;
}

}  // namespace broadsheet
