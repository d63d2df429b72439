#include "common/article_json.h"

namespace broadsheet {

void write_texts(JsonWriter& json, std::string_view name, const std::vector<std::string>& texts) {
    if (texts.empty()) return;
    json.key(name);
    json.begin_array();
    for (const auto& text : texts)
        json.value(text);
    json.end_array();
}

void write_dateline(JsonWriter& json, const Dateline& dateline) {
    if (dateline.empty()) return;
    json.key("dateline");
    json.begin_object();
    json.member_if("place", dateline.place);
    json.member_if("date", dateline.date);
    json.member_if("agency", dateline.agency);
    json.end_object();
}

void write_origin(JsonWriter& json, const Origin& origin) {
    json.key("origin");
    json.begin_object();
    json.member_if("bundle", origin.bundle);
    json.member_if("entry", origin.entry);
    json.member("position", origin.position);
    json.member_if("digest", origin.digest);
    json.end_object();
}

}  // namespace broadsheet
