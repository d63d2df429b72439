#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/formats/csv_dialect.h"
#include "indexer/formats/field_names.h"

namespace broadsheet {

/// What the files of a dump are.
enum class ProfileKind { json, csv, xml };

/// One step of a path: a member, an element or a column, and which of several.
struct PathStep {
    std::string name = {};          ///< "@name" is an attribute; a column may be a number, from 1
    std::optional<int> index = {};  ///< [0] the first, [-1] the last
    std::string where = {};         ///< [where=equals]: only those that have this in them
    std::string equals = {};
};

/// Where a value stands: step by step from the record down. Lists on the way are walked through.
using FieldPath = std::vector<PathStep>;

/// A stretch of a template: fixed text, or the value at a path.
struct TemplatePart {
    std::string text = {};
    FieldPath path = {};  ///< empty: the text
};

/// One way to get at a value: a path, or a template of several.
struct ValueSource {
    FieldPath path = {};  ///< empty: the template
    std::vector<TemplatePart> parts = {};
    std::string begin = {};  ///< only what stands between these two in the value; empty: all of it
    std::string end = {};
};

/// How one field of an article is filled: by the first source that has something.
struct FieldRule {
    FieldRole role = FieldRole::id;
    std::vector<ValueSource> sources = {};
    std::map<std::string, std::string, std::less<>> values = {};  ///< what codes stand for
};

/// How the articles of a dump are written: what corpora/profiles/README.md describes, read.
struct Profile {
    std::string name = {};
    std::string about = {};
    ProfileKind reads = ProfileKind::json;

    // By what it is recognised without being named; all of these must hold.
    std::vector<std::string> recognise = {};  ///< members, columns or elements that are there
    std::vector<std::string> entries = {};    ///< globs, of the last component of an entry's name

    std::vector<std::vector<std::string>> lists = {};  ///< JSON: members that lead to the articles
    char delimiter = '\0';                             ///< CSV: NUL when it is to be found out
    char quote = '"';                                  ///< NUL for none
    bool has_header = true;
    std::size_t columns = 0;                     ///< of every row; 0: any number
    std::string element = {};                    ///< XML: the element that is an article
    bool lines_are_paragraphs = false;           ///< of bodies that are one text
    std::vector<std::string> date_layouts = {};  ///< as for strptime; empty: any usual form

    std::vector<FieldRule> fields = {};
};

/// Reads a profile. `file` is its name in messages, `name` the one it is known by.
/// @throws Error (invalid_argument) "FILE:LINE: what is wrong, and what would be right".
Profile parse_profile(std::string_view text, std::string_view file, std::string_view name);

/// The path as it is written in a profile that reads such files.
/// @throws Error (invalid_argument) with a sentence without file and line.
FieldPath parse_field_path(std::string_view text, ProfileKind kind);

}  // namespace broadsheet
