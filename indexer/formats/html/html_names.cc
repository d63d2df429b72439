#include "indexer/formats/html/html_names.h"

#include <unordered_map>

namespace broadsheet::html {

namespace {

const std::unordered_map<std::string_view, Tag>& tags_by_name() {
    static const std::unordered_map<std::string_view, Tag> kTags{
        {"a", Tag::a},
        {"abbr", Tag::abbr},
        {"address", Tag::address},
        {"amp-ad", Tag::amp_ad},
        {"article", Tag::article},
        {"aside", Tag::aside},
        {"audio", Tag::audio},
        {"b", Tag::b},
        {"base", Tag::base},
        {"blockquote", Tag::blockquote},
        {"body", Tag::body},
        {"br", Tag::br},
        {"button", Tag::button},
        {"canvas", Tag::canvas},
        {"caption", Tag::caption},
        {"center", Tag::center},
        {"cite", Tag::cite},
        {"code", Tag::code},
        {"dd", Tag::dd},
        {"del", Tag::del},
        {"details", Tag::details},
        {"dialog", Tag::dialog},
        {"div", Tag::div},
        {"dl", Tag::dl},
        {"dt", Tag::dt},
        {"em", Tag::em},
        {"embed", Tag::embed},
        {"fieldset", Tag::fieldset},
        {"figcaption", Tag::figcaption},
        {"figure", Tag::figure},
        {"font", Tag::font},
        {"footer", Tag::footer},
        {"form", Tag::form},
        {"frame", Tag::frame},
        {"frameset", Tag::frameset},
        {"h1", Tag::h1},
        {"h2", Tag::h2},
        {"h3", Tag::h3},
        {"h4", Tag::h4},
        {"h5", Tag::h5},
        {"h6", Tag::h6},
        {"head", Tag::head},
        {"header", Tag::header},
        {"hr", Tag::hr},
        {"html", Tag::html},
        {"i", Tag::i},
        {"iframe", Tag::iframe},
        {"img", Tag::img},
        {"input", Tag::input},
        {"ins", Tag::ins},
        {"label", Tag::label},
        {"legend", Tag::legend},
        {"li", Tag::li},
        {"link", Tag::link},
        {"main", Tag::main},
        {"map", Tag::map},
        {"math", Tag::math},
        {"menu", Tag::menu},
        {"meta", Tag::meta},
        {"nav", Tag::nav},
        {"noframes", Tag::noframes},
        {"noscript", Tag::noscript},
        {"object", Tag::object},
        {"ol", Tag::ol},
        {"optgroup", Tag::optgroup},
        {"option", Tag::option},
        {"p", Tag::p},
        {"picture", Tag::picture},
        {"pre", Tag::pre},
        {"q", Tag::q},
        {"rp", Tag::rp},
        {"rt", Tag::rt},
        {"s", Tag::s},
        {"script", Tag::script},
        {"section", Tag::section},
        {"select", Tag::select},
        {"small", Tag::small},
        {"source", Tag::source},
        {"span", Tag::span},
        {"strong", Tag::strong},
        {"style", Tag::style},
        {"sub", Tag::sub},
        {"summary", Tag::summary},
        {"sup", Tag::sup},
        {"svg", Tag::svg},
        {"table", Tag::table},
        {"tbody", Tag::tbody},
        {"td", Tag::td},
        {"template", Tag::templ},
        {"textarea", Tag::textarea},
        {"tfoot", Tag::tfoot},
        {"th", Tag::th},
        {"thead", Tag::thead},
        {"time", Tag::time},
        {"title", Tag::title},
        {"tr", Tag::tr},
        {"track", Tag::track},
        {"tt", Tag::tt},
        {"u", Tag::u},
        {"ul", Tag::ul},
        {"video", Tag::video},
        {"wbr", Tag::wbr},
    };
    return kTags;
}

const std::unordered_map<std::string_view, Attribute>& attributes_by_name() {
    static const std::unordered_map<std::string_view, Attribute> kAttributes{
        {"alt", Attribute::alt},
        {"aria-hidden", Attribute::aria_hidden},
        {"cite", Attribute::cite},
        {"class", Attribute::class_name},
        {"content", Attribute::content},
        {"data-testid", Attribute::test_id},
        {"datetime", Attribute::datetime},
        {"hidden", Attribute::hidden},
        {"href", Attribute::href},
        {"http-equiv", Attribute::http_equiv},
        {"id", Attribute::id},
        {"itemprop", Attribute::itemprop},
        {"itemtype", Attribute::itemtype},
        {"lang", Attribute::lang},
        {"name", Attribute::name},
        {"property", Attribute::property},
        {"rel", Attribute::rel},
        {"role", Attribute::role},
        {"style", Attribute::style},
        {"title", Attribute::title},
        {"type", Attribute::type},
        {"xml:lang", Attribute::lang},
    };
    return kAttributes;
}

}  // namespace

Tag tag_of_name(std::string_view name) {
    const auto known = tags_by_name().find(name);
    return known == tags_by_name().end() ? Tag::other : known->second;
}

std::optional<Attribute> attribute_of_name(std::string_view name) {
    const auto known = attributes_by_name().find(name);
    if (known == attributes_by_name().end()) return std::nullopt;
    return known->second;
}

}  // namespace broadsheet::html
