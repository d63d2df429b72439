#pragma once

#include <string_view>

#include "searcher/ranking/settings.h"

namespace broadsheet::bench {

/// A parameter of ranking as it is called on the command line of the tuner.
struct SettingName {
    std::string_view name;
    void (*set)(RankingSettings& settings, double value);
};

inline constexpr SettingName kSettingNames[] = {
    {"model", [](RankingSettings& s, double v) { s.model = static_cast<Model>(v); }},
    {"few-k1", [](RankingSettings& s, double v) { s.few_words.k1 = v; }},
    {"few-b", [](RankingSettings& s, double v) { s.few_words.b = v; }},
    {"many-k1", [](RankingSettings& s, double v) { s.many_words.k1 = v; }},
    {"many-b", [](RankingSettings& s, double v) { s.many_words.b = v; }},
    {"typed", [](RankingSettings& s, double v) { s.evidence.typed_form = v; }},
    {"pair", [](RankingSettings& s, double v) { s.evidence.pair = v; }},
    {"repeats", [](RankingSettings& s, double v) { s.evidence.repeats = v; }},
    {"rarity", [](RankingSettings& s, double v) { s.evidence.rarity = v; }},
    {"asking", [](RankingSettings& s, double v) { s.evidence.asking = v; }},
    {"articles",
     [](RankingSettings& s, double v) { s.feedback.articles = static_cast<std::size_t>(v); }},
    {"terms", [](RankingSettings& s, double v) { s.feedback.terms = static_cast<std::size_t>(v); }},
    {"original", [](RankingSettings& s, double v) { s.feedback.original_weight = v; }},
    {"sharpness", [](RankingSettings& s, double v) { s.feedback.sharpness = v; }},
    {"common", [](RankingSettings& s, double v) { s.feedback.common = v; }},
    {"country", [](RankingSettings& s, double v) { s.feedback.country_word = v; }},
    {"feedback-k1", [](RankingSettings& s, double v) { s.feedback.bm25.k1 = v; }},
    {"feedback-b", [](RankingSettings& s, double v) { s.feedback.bm25.b = v; }},
};

}  // namespace broadsheet::bench
