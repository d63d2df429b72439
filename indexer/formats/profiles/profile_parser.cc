#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "broadsheet/error.h"
#include "common/ascii.h"
#include "common/dates/date_layout.h"
#include "indexer/formats/profiles/profile.h"
#include "indexer/formats/profiles/profile_words.h"
#include "indexer/formats/profiles/value_source.h"

namespace broadsheet {

namespace {

constexpr std::size_t kNowhere = std::string_view::npos;

class ProfileParser {
public:
    ProfileParser(std::string_view file, std::string_view name) : file_(file) {
        profile_.name = name;
    }

    Profile parse(std::string_view text) {
        if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
        while (!text.empty()) {
            ++line_;
            read_line(trimmed(take_line(text)));
        }
        check_whole();
        return std::move(profile_);
    }

private:
    using Setter = void (ProfileParser::*)(std::string_view value);

    struct Setting {
        std::string_view name;
        Setter set;
        std::optional<ProfileKind> only;  // for files of this kind
    };

    [[noreturn]] void refuse(std::string_view reason) const {
        throw Error(ErrorKind::invalid_argument, fmt::format("{}:{}: {}", file_, line_, reason));
    }

    void read_line(std::string_view line) {
        if (line.empty() || line.starts_with('#')) return;
        if (line.starts_with('[')) return open_section(line);
        const std::size_t equals = line.find('=');
        if (equals == kNowhere)
            refuse(fmt::format("'{}' is no line of the form: name = value", line));
        const std::string_view name = trimmed(line.substr(0, equals));
        const std::string_view value = trimmed(line.substr(equals + 1));
        if (name.empty() || value.empty())
            refuse("a name or a value is missing; leave the line out if there is none");
        switch (section_) {
            case Section::settings:
                return read_setting(name, value);
            case Section::article:
                return read_field(name, value);
            case Section::values:
                values_rule_->values[std::string(unquoted(name))] = unquoted(value);
        }
    }

    // [article], or [values FIELD].
    void open_section(std::string_view line) {
        if (!line.ends_with(']')) refuse("the name of a part stands in [ ]");
        if (!kind_)
            refuse("say what the files are before the first part: reads = json, csv or xml");
        const std::string_view name = trimmed(line.substr(1, line.size() - 2));
        if (name == "article") {
            section_ = Section::article;
            return;
        }
        if (!name.starts_with("values "))
            refuse(fmt::format("'[{}]' is no part; there are [article] and [values FIELD]", name));
        const FieldRole role = field_role(trimmed(name.substr(7)));
        values_rule_ = rule_of(role);
        if (values_rule_ == nullptr)
            refuse(fmt::format("[{}] must stand behind the line that sets the field", name));
        section_ = Section::values;
    }

    void read_setting(std::string_view name, std::string_view value) {
        static constexpr std::array kSettings = {
            Setting{"about", &ProfileParser::set_about, {}},
            Setting{"reads", &ProfileParser::set_reads, {}},
            Setting{"recognise", &ProfileParser::set_recognise, {}},
            Setting{"entries", &ProfileParser::set_entries, {}},
            Setting{"dates", &ProfileParser::set_dates, {}},
            Setting{"paragraphs", &ProfileParser::set_paragraphs, {}},
            Setting{"list", &ProfileParser::set_list, ProfileKind::json},
            Setting{"delimiter", &ProfileParser::set_delimiter, ProfileKind::csv},
            Setting{"quote", &ProfileParser::set_quote, ProfileKind::csv},
            Setting{"header", &ProfileParser::set_header, ProfileKind::csv},
            Setting{"columns", &ProfileParser::set_columns, ProfileKind::csv},
            Setting{"element", &ProfileParser::set_element, ProfileKind::xml},
        };
        static constexpr auto kNames = [] {
            std::array<std::string_view, kSettings.size()> names;
            for (std::size_t i = 0; i < names.size(); ++i)
                names[i] = kSettings[i].name;
            return names;
        }();
        const auto* found = std::find_if(kSettings.begin(), kSettings.end(), [&](const auto& row) {
            return row.name == name;
        });
        if (found == kSettings.end()) {
            const bool is_field = find_field_role(name).has_value();
            refuse(
                is_field ? fmt::format("'{}' belongs below a line [article]", name)
                         : fmt::format("'{}' is no setting; {}", name, did_you_mean(name, kNames))
            );
        }
        if (found->only && kind_ != found->only) {
            refuse(fmt::format(
                "'{}' is for {} files; write it behind the line that says what is read",
                name,
                kind_name(*found->only)
            ));
        }
        (this->*found->set)(value);
    }

    void set_about(std::string_view value) { profile_.about = value; }

    void set_reads(std::string_view value) {
        for (const auto kind : {ProfileKind::json, ProfileKind::csv, ProfileKind::xml}) {
            if (value == kind_name(kind)) kind_ = profile_.reads = kind;
        }
        if (value != kind_name(profile_.reads)) refuse_value("json, csv or xml", value);
    }

    void set_recognise(std::string_view value) { add_comma_list(profile_.recognise, value); }

    void set_entries(std::string_view value) { add_comma_list(profile_.entries, value); }

    void set_dates(std::string_view value) {
        const std::string wrong = wrong_in_date_layout(value);
        if (!wrong.empty())
            refuse(fmt::format("{} in the date layout; as in %d/%m/%Y or %Y%m%d%H%M%S", wrong));
        profile_.date_layouts.emplace_back(value);
    }

    void set_paragraphs(std::string_view value) {
        if (value != "lines" && value != "usual") refuse_value("lines or usual", value);
        profile_.lines_are_paragraphs = value == "lines";
    }

    void set_list(std::string_view value) {
        for (const ValueSource& source : sources(value)) {
            std::vector<std::string>& list = profile_.lists.emplace_back();
            for (const PathStep& step : source.path)
                list.push_back(step.name);
            if (list.empty()) refuse("should be names with dots between, such as response.docs");
        }
    }

    void set_delimiter(std::string_view value) {
        profile_.delimiter = character(
            value, {{"comma", ','}, {"semicolon", ';'}, {"tab", '\t'}, {"pipe", '|'}}, "delimiter"
        );
    }

    void set_quote(std::string_view value) {
        profile_.quote =
            character(value, {{"none", '\0'}, {"double", '"'}, {"single", '\''}}, "quote");
    }

    void set_header(std::string_view value) {
        if (value != "yes" && value != "no") refuse_value("yes or no", value);
        profile_.has_header = value == "yes";
    }

    void set_columns(std::string_view value) {
        const auto number = column_number(value);
        if (!number) refuse_value("a number", value);
        profile_.columns = *number;
    }

    void set_element(std::string_view value) { profile_.element = value; }

    void read_field(std::string_view name, std::string_view value) {
        const FieldRole role = field_role(name);
        if (rule_of(role) != nullptr)
            refuse(fmt::format("'{}' is set twice; write: {} = one | other", name, name));
        FieldRule rule{.role = role, .sources = sources(value)};
        check_columns(rule);
        profile_.fields.push_back(std::move(rule));
    }

    void check_columns(const FieldRule& rule) const {
        if (profile_.reads != ProfileKind::csv || profile_.has_header) return;
        for_each_path(rule, [&](const FieldPath& path) {
            if (!column_number(path.front().name)) {
                refuse(fmt::format(
                    "without a header columns are numbers from 1, '{}' is none", path.front().name
                ));
            }
        });
    }

    void check_whole() {
        if (!kind_) refuse("say what the files are: reads = json, csv or xml");
        if (profile_.reads == ProfileKind::xml && profile_.element.empty())
            refuse("say which element is an article: element = NAME");
        if (rule_of(FieldRole::headline) == nullptr && rule_of(FieldRole::body) == nullptr)
            refuse("[article] says neither where the headline is nor where the body is");
    }

    [[nodiscard]] FieldRole field_role(std::string_view name) const {
        if (const auto role = find_field_role(name)) return *role;
        refuse(fmt::format(
            "'{}' is no field of an article; {}", name, did_you_mean(name, field_names())
        ));
    }

    [[nodiscard]] std::vector<ValueSource> sources(std::string_view text) const {
        try {
            return parse_value_sources(text, profile_.reads);
        } catch (const Error& error) {
            refuse(error.what());
        }
    }

    FieldRule* rule_of(FieldRole role) {
        for (FieldRule& rule : profile_.fields) {
            if (rule.role == role) return &rule;
        }
        return nullptr;
    }

    struct CharacterWord {
        std::string_view name;
        char character;
    };

    [[nodiscard]] char character(
        std::string_view value, std::initializer_list<CharacterWord> words, std::string_view what
    ) const {
        std::string names;
        for (const auto& word : words) {
            if (value == word.name) return word.character;
            names += fmt::format("{}, ", word.name);
        }
        if (value.size() == 1) return value.front();
        if (value.size() == 3 && value.front() == '"' && value.back() == '"') return value[1];
        refuse(fmt::format("the {} is {}or one character, not '{}'", what, names, value));
    }

    [[noreturn]] void refuse_value(std::string_view wanted, std::string_view value) const {
        const bool comment = value.find('#') != kNowhere;
        refuse(fmt::format(
            "should be {}, not '{}'{}",
            wanted,
            value,
            comment ? "; comments stand on lines of their own" : ""
        ));
    }

    enum class Section { settings, article, values };

    std::string_view file_;
    Profile profile_;
    std::optional<ProfileKind> kind_;
    Section section_ = Section::settings;
    FieldRule* values_rule_ = nullptr;
    int line_ = 0;
};

}  // namespace

Profile parse_profile(std::string_view text, std::string_view file, std::string_view name) {
    return ProfileParser(file, name).parse(text);
}

}  // namespace broadsheet
