#include <algorithm>

#include "common/ascii.h"
#include "indexer/formats/json_body.h"
#include "indexer/formats/json_values.h"
#include "indexer/formats/profiles/profile_record.h"

namespace broadsheet {

namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::size_t kValuesMax = 1000;

// Walks down a path and collects what stands at its end.
class PathWalk {
public:
    explicit PathWalk(const FieldPath& path) : path_(path) {}

    void into_member(object from, std::size_t step) {
        element value;
        if (from[path_[step].name].get(value) == simdjson::SUCCESS) select(value, step);
    }

    std::vector<element> found = {};
    bool through_list = false;

private:
    // A member's value: the wanted ones of a list, or itself.
    void select(element value, std::size_t step) {
        const PathStep& wanted = path_[step];
        if (!value.is_array()) {
            if (!wanted.index.value_or(0) && matches(value, wanted)) go_on(value, step);
            return;
        }
        const array list = value;
        if (wanted.index) {
            const auto size = static_cast<long>(list.size());
            const long at = *wanted.index < 0 ? size + *wanted.index : *wanted.index;
            if (at >= 0 && at < size) go_on(list.at(static_cast<std::size_t>(at)), step);
            return;
        }
        const bool is_end = step + 1 == path_.size();
        if (is_end && wanted.where.empty()) return keep(value);
        through_list = true;
        for (const element item : list) {
            if (matches(item, wanted)) go_on(item, step);
        }
    }

    void go_on(element value, std::size_t step) {
        if (step + 1 == path_.size()) return keep(value);
        object inner;
        if (value.get(inner) == simdjson::SUCCESS) into_member(inner, step + 1);
    }

    static bool matches(element value, const PathStep& wanted) {
        if (wanted.where.empty()) return true;
        object inner;
        element member;
        if (value.get(inner) != simdjson::SUCCESS) return false;
        if (inner[wanted.where].get(member) != simdjson::SUCCESS) return false;
        return json_text(member) == wanted.equals;
    }

    void keep(element value) {
        if (found.size() < kValuesMax) found.push_back(value);
    }

    const FieldPath& path_;
};

void add_text(element value, std::vector<std::string>& texts) {
    std::string text = json_text(value);
    if (!trimmed(text).empty()) texts.push_back(std::move(text));
}

}  // namespace

ProfileRecord::Values JsonRecord::values(const FieldPath& path) const {
    PathWalk walk(path);
    walk.into_member(object_, 0);
    Values values{.texts = {}, .is_list = walk.through_list};
    for (const element value : walk.found) {
        if (!value.is_array()) {
            add_text(value, values.texts);
            continue;
        }
        values.is_list = true;
        for (const element item : array(value)) {
            if (values.texts.size() < kValuesMax) add_text(item, values.texts);
        }
    }
    return values;
}

void JsonRecord::add_body(const FieldPath& path, Article& article) const {
    PathWalk walk(path);
    walk.into_member(object_, 0);
    for (const element value : walk.found)
        add_json_body(value, article);
}

}  // namespace broadsheet
