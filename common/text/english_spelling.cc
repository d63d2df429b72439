#include "common/text/english_spelling.h"

#include <algorithm>
#include <iterator>
#include <span>

namespace broadsheet {

namespace {

/// Letters that a word is written with, and those it is understood by.
struct Spelling {
    std::string_view written;
    std::string_view meant;
};

// In order of letters.
constexpr Spelling kWords[] = {
    {"acknowledgement", "acknowledgment"},
    {"ageing", "aging"},
    {"artefact", "artifact"},
    {"artefacts", "artifacts"},
    {"carcase", "carcass"},
    {"centrepiece", "centerpiece"},
    {"cosy", "cozy"},
    {"fibreglass", "fiberglass"},
    {"gipsies", "gypsies"},
    {"gipsy", "gypsy"},
    {"grey", "gray"},
    {"judgement", "judgment"},
    {"judgements", "judgments"},
    {"kilogramme", "kilogram"},
    {"kilogrammes", "kilograms"},
    {"maths", "math"},
    {"omelette", "omelet"},
    {"omelettes", "omelets"},
    {"programme", "program"},
    {"programmes", "programs"},
    {"theatregoer", "theatergoer"},
    {"theatregoers", "theatergoers"},
    {"tsar", "czar"},
    {"tsars", "czars"},
    {"whisky", "whiskey"},
    {"yoghurt", "yogurt"},
};
static_assert(std::ranges::is_sorted(kWords, {}, &Spelling::written));

constexpr Spelling kBeginnings[] = {
    {"aerofoil", "airfoil"},     {"aeroplane", "airplane"},   {"aluminium", "aluminum"},
    {"councillor", "councilor"}, {"counsellor", "counselor"}, {"defenc", "defens"},
    {"diall", "dial"},           {"duell", "duel"},           {"enquir", "inquir"},
    {"fuell", "fuel"},           {"gruell", "gruel"},         {"jewellery", "jewelry"},
    {"jeweller", "jeweler"},     {"licenc", "licens"},        {"marvellous", "marvelous"},
    {"mould", "mold"},           {"moustache", "mustache"},   {"offenc", "offens"},
    {"plough", "plow"},          {"practis", "practic"},      {"pretenc", "pretens"},
    {"pyjama", "pajama"},        {"sceptic", "skeptic"},      {"skilful", "skillful"},
    {"smould", "smold"},         {"sulph", "sulf"},           {"wilful", "willful"},
    {"woollen", "woolen"},
};

// Of words that are Greek or Latin.
constexpr Spelling kDigraphs[] = {
    {"aem", "em"},
    {"aesth", "esth"},
    {"archaeo", "archeo"},
    {"caesarean", "cesarean"},
    {"faec", "fec"},
    {"foet", "fet"},
    {"gynaec", "gynec"},
    {"manoeuv", "maneuv"},
    {"mediaev", "mediev"},
    {"oesoph", "esoph"},
    {"oestr", "estr"},
    {"paed", "ped"},
    {"palaeo", "paleo"},
    {"rrhoea", "rrhea"},
};

constexpr std::string_view kOur[] = {
    "arbour",    "ardour", "armour",  "behaviour", "candour", "clamour", "colour",  "demeanour",
    "endeavour", "favour", "fervour", "flavour",   "harbour", "honour",  "humour",  "labour",
    "neighbour", "odour",  "parlour", "rancour",   "rigour",  "rumour",  "saviour", "savour",
    "splendour", "tumour", "valour",  "vapour",    "vigour",
};

// What stands before -re.
constexpr std::string_view kRe[] = {
    "calib",
    "cent",
    "fib",
    "goit",
    "lit",
    "lust",
    "maneuv",
    "meag",
    "met",
    "mit",
    "sab",
    "scept",
    "somb",
    "spect",
    "theat",
};
constexpr Spelling kReEndings[] = {
    {"re", "er"},
    {"res", "ers"},
    {"red", "ered"},
    {"ring", "ering"},
};

constexpr Spelling kLogueEndings[] = {
    {"logue", "log"},
    {"logues", "logs"},
    {"logued", "loged"},
    {"loguing", "loging"},
    {"loguer", "loger"},
    {"loguers", "logers"},
};

constexpr Spelling kIseEndings[] = {
    {"ise", "ize"},
    {"ised", "ized"},
    {"iser", "izer"},
    {"ises", "izes"},
    {"ising", "izing"},
    {"isers", "izers"},
    {"isation", "ization"},
    {"isations", "izations"},
    {"isational", "izational"},
    {"lyse", "lyze"},
    {"lysed", "lyzed"},
    {"lyser", "lyzer"},
    {"lyses", "lyzes"},
    {"lysing", "lyzing"},
    {"lysers", "lyzers"},
};

// Words that end in -ise everywhere, without it; those in -wise are not told one by one. Of others
// it does no harm to take them for verbs, names for instance: all their forms meet as before.
constexpr std::string_view kIseEverywhere[] = {
    "advert",      "adv",     "appra",    "appr",    "bra",   "bru",   "chast",    "chem",
    "circumc",     "comprom", "compr",    "conc",    "cru",   "dem",   "desp",     "dev",
    "disenfranch", "disgu",   "enfranch", "enterpr", "exc",   "exerc", "expert",   "franch",
    "fundra",      "imprec",  "improv",   "inc",     "lia",   "mala",  "mayonna",  "merchand",
    "parad",       "porpo",   "pra",      "prec",    "prem",  "prom",  "readvert", "repr",
    "rev",         "sunr",    "superv",   "surm",    "surpr", "telev", "torto",    "treat",
    "turquo",      "upr",
};

bool has(std::string_view word, std::string_view piece) {
    return word.find(piece) != std::string_view::npos;
}

void respell_whole(std::string& word) {
    const auto* row =
        std::ranges::lower_bound(kWords, std::string_view(word), {}, &Spelling::written);
    if (row != std::end(kWords) && row->written == word) word = row->meant;
}

void respell_beginning(std::string& word) {
    for (const auto& [written, meant] : kBeginnings) {
        if (word.starts_with(written)) {
            word.replace(0, written.size(), meant);
            return;
        }
    }
}

void respell_digraph(std::string& word) {
    for (const auto& [written, meant] : kDigraphs) {
        const std::size_t at = word.find(written);
        if (at != std::string::npos) word.replace(at, written.size(), meant);
    }
}

void respell_our(std::string& word) {
    for (const auto& written : kOur) {
        const std::size_t at = word.find(written);
        if (at == std::string::npos) continue;
        word.erase(at + written.size() - 2, 1);
        return;
    }
}

void respell_ending(
    std::string& word, std::span<const Spelling> endings, bool (*takes_it)(std::string_view)
) {
    for (const auto& [written, meant] : endings) {
        if (!word.ends_with(written)) continue;
        const std::size_t before = word.size() - written.size();
        if (!takes_it(std::string_view(word).substr(0, before))) continue;
        word.replace(before, written.size(), meant);
        return;
    }
}

bool takes_re(std::string_view before) {
    return std::ranges::any_of(kRe, [&](std::string_view row) { return before.ends_with(row); });
}

bool takes_ize(std::string_view before) {
    constexpr std::size_t kBytesMin = 3;  // not wise, rise, miser
    return before.size() >= kBytesMin && before.back() != 'w' &&
           std::ranges::find(kIseEverywhere, before) == std::end(kIseEverywhere);
}

bool takes_any(std::string_view) {
    return true;
}

}  // namespace

std::string american_spelling(std::string_view folded) {
    std::string word(folded);
    respell_whole(word);
    respell_beginning(word);
    if (has(word, "ae") || has(word, "oe")) respell_digraph(word);
    if (has(word, "our")) respell_our(word);
    if (has(word, "re") || has(word, "ring")) respell_ending(word, kReEndings, takes_re);
    if (has(word, "logu")) respell_ending(word, kLogueEndings, takes_any);
    if (has(word, "is") || has(word, "lys")) respell_ending(word, kIseEndings, takes_ize);
    return word;
}

}  // namespace broadsheet
