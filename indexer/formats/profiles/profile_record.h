#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <libxml/tree.h>
#include <simdjson.h>

#include "broadsheet/article.h"
#include "indexer/formats/profiles/profile.h"

namespace broadsheet {

/// One record of a dump, whatever it is written in, as a profile looks at it.
class ProfileRecord {
public:
    virtual ~ProfileRecord() = default;

    struct Values {
        std::vector<std::string> texts = {};  ///< those that are not blank, as they stand
        bool is_list = false;                 ///< they came out of a list, even if it has but one
    };

    /// What stands at the path.
    [[nodiscard]] virtual Values values(const FieldPath& path) const = 0;

    /// Adds what stands at the path to the body: paragraphs, HTML or plain.
    virtual void add_body(const FieldPath& path, Article& article) const = 0;
};

/// A JSON object. Values are texts, numbers, and the usual name in objects.
class JsonRecord : public ProfileRecord {
public:
    explicit JsonRecord(simdjson::dom::object object) : object_(object) {}

    [[nodiscard]] Values values(const FieldPath& path) const override;
    void add_body(const FieldPath& path, Article& article) const override;

private:
    simdjson::dom::object object_;
};

/// A row of a table.
class CsvRecord : public ProfileRecord {
public:
    /// `header` is empty where columns are numbers. Both must outlive the record.
    CsvRecord(const std::vector<std::string>& header, const std::vector<std::string>& row)
        : header_(header), row_(row) {}

    [[nodiscard]] Values values(const FieldPath& path) const override;
    void add_body(const FieldPath& path, Article& article) const override;

private:
    [[nodiscard]] std::string_view cell(const FieldPath& path) const;

    const std::vector<std::string>& header_;
    const std::vector<std::string>& row_;
};

/// Where a column of that name or number stands, from 0; letter case and blanks apart.
std::optional<std::size_t> find_column(
    const std::vector<std::string>& header, std::string_view name
);

/// An element.
class XmlRecord : public ProfileRecord {
public:
    explicit XmlRecord(const xmlNode* element) : element_(element) {}

    [[nodiscard]] Values values(const FieldPath& path) const override;
    void add_body(const FieldPath& path, Article& article) const override;

private:
    const xmlNode* element_;
};

}  // namespace broadsheet
