#include "indexer/formats/profiles/profile_format.h"

#include <algorithm>
#include <array>
#include <string>

#include <fnmatch.h>

#include "common/ascii.h"
#include "indexer/formats/csv.h"
#include "indexer/formats/csv_rows.h"
#include "indexer/formats/json.h"
#include "indexer/formats/json_reader.h"
#include "indexer/formats/profiles/profile_article.h"
#include "indexer/formats/profiles/value_source.h"
#include "indexer/formats/sgml_elements.h"
#include "indexer/formats/text_encoding.h"
#include "indexer/formats/xml_slices.h"
#include "indexer/formats/xml_tree.h"

namespace broadsheet {

namespace {

constexpr std::size_t kNowhere = std::string_view::npos;
constexpr std::size_t kRowsLookedAt = 5;
constexpr std::size_t kDialectBytes = 64U << 10U;
constexpr int kSurer = 5;  // than the format that knows the usual names only
constexpr int kCertain = 97;

bool has_wide_letters(std::string_view head) {
    return head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF") ||
           head.substr(0, 16).find('\0') != kNowhere;
}

// What all formats of profiles have in common.
class ProfileFormat : public Format {
public:
    ProfileFormat(std::shared_ptr<const Profile> profile, ProfileUse use)
        : profile_(std::move(profile)), use_(use) {}

    [[nodiscard]] std::string_view name() const override { return profile_->name; }

    [[nodiscard]] std::string_view help() const override { return profile_->about; }

    [[nodiscard]] int taste(const Sample& sample) const override {
        if (!has_entry_name(sample.name)) return 0;
        const bool by_itself = use_ == ProfileUse::where_recognised;
        if (by_itself && !has_marks()) return 0;
        return fit(sample, by_itself);
    }

protected:
    /// As taste(); `recognised` asks for the marks of the profile.
    [[nodiscard]] virtual int fit(const Sample& sample, bool recognised) const = 0;

    [[nodiscard]] const Profile& profile() const { return *profile_; }

    [[nodiscard]] std::string_view where_nothing_is() const {
        return "there is neither headline nor text where the profile says";
    }

private:
    // A table without a header has no marks but the name of its file and its number of columns.
    [[nodiscard]] bool has_marks() const {
        return !profile_->recognise.empty() ||
               (!profile_->entries.empty() && profile_->columns > 0 && !profile_->has_header);
    }

    [[nodiscard]] bool has_entry_name(std::string_view name) const {
        if (profile_->entries.empty()) return true;
        const std::string last(name.substr(name.rfind('/') + 1));
        return std::any_of(
            profile_->entries.begin(),
            profile_->entries.end(),
            [&](const std::string& glob) { return fnmatch(glob.c_str(), last.c_str(), 0) == 0; }
        );
    }

    std::shared_ptr<const Profile> profile_;
    ProfileUse use_;
};

// True when the head has a member of that name, at any depth.
bool has_member(std::string_view head, std::string_view name) {
    const std::string key = '"' + std::string(name) + '"';
    for (std::size_t at = head.find(key); at != kNowhere; at = head.find(key, at + 1)) {
        const std::size_t behind = head.find_first_not_of(" \t\r\n", at + key.size());
        if (behind != kNowhere && head[behind] == ':') return true;
    }
    return false;
}

// Most entries are something else, and are soon passed over.
bool may_be_json(std::string_view head) {
    const std::size_t first = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    return first != kNowhere && (head[first] == '{' || head[first] == '[');
}

class ProfileJson : public ProfileFormat, private JsonArticles {
public:
    ProfileJson(std::shared_ptr<const Profile> profile, ProfileUse use, bool lines)
        : ProfileFormat(std::move(profile), use),
          base_(lines ? json_lines_format() : json_format()),
          lines_(lines) {}

    [[nodiscard]] std::size_t cut(std::string_view bytes) const override {
        return base_.cut(bytes);
    }

    void read(const Piece& piece, ArticleSink& sink) const override {
        (lines_ ? read_json_lines : read_json)(piece, *this, sink);
    }

private:
    [[nodiscard]] int fit(const Sample& sample, bool recognised) const override {
        const auto& marks = profile().recognise;
        const auto is_there = [&](const auto& name) { return has_member(sample.head, name); };
        if (recognised && !may_be_json(sample.head)) return 0;
        if (recognised && !std::all_of(marks.begin(), marks.end(), is_there)) return 0;
        const int taste = base_.taste(sample);
        return taste == 0 ? 0 : std::min(taste + kSurer, kCertain);
    }

    [[nodiscard]] std::optional<Article> article(simdjson::dom::object from) const override {
        return article_by_profile(profile(), JsonRecord(from));
    }

    [[nodiscard]] bool is_article(simdjson::dom::object) const override {
        return profile().lists.empty();
    }

    [[nodiscard]] std::span<const Names> lists() const override { return profile().lists; }

    const Format& base_;
    bool lines_;
};

class ProfileCsv : public ProfileFormat {
public:
    using ProfileFormat::ProfileFormat;

    [[nodiscard]] std::size_t cut(std::string_view bytes) const override {
        if (has_wide_letters(bytes)) return 0;
        const CsvDialect dialect = dialect_of(bytes.substr(0, kDialectBytes));
        return dialect.delimiter == '\0' ? 0 : cut_behind_csv_row(bytes, dialect);
    }

    void read(const Piece& piece, ArticleSink& sink) const override {
        if (!has_wide_letters(piece.bytes))
            return read_rows(piece.bytes, piece.offset, piece.head, sink);
        const Utf8Text text = decode_text(piece.bytes);
        read_rows(text.view(), piece.offset, text.view().substr(0, kDialectBytes), sink);
    }

private:
    using Row = std::vector<std::string>;

    [[nodiscard]] CsvDialect dialect_of(std::string_view head) const {
        if (profile().delimiter != '\0') return {profile().delimiter, profile().quote};
        return detect_csv_dialect(head);
    }

    [[nodiscard]] int fit(const Sample& sample, bool recognised) const override {
        if (recognised && !has_marked_line(sample.head)) return 0;
        if (is_binary(sample.head) || !xml_root_name(sample.head).empty()) return 0;
        const Utf8Text text =
            has_wide_letters(sample.head) ? decode_text(sample.head) : Utf8Text::of(sample.head);
        const CsvDialect dialect = dialect_of(text.view());
        if (dialect.delimiter == '\0') return 0;
        const std::vector<Row> rows = first_rows(text.view(), dialect, sample.whole);
        if (rows.empty() || !has_columns(rows)) return 0;
        if (recognised && profile().has_header && !has_marked_columns(rows.front())) return 0;
        return kCertain;
    }

    // A quick look at the first line, before anything is taken apart.
    [[nodiscard]] bool has_marked_line(std::string_view head) const {
        if (has_wide_letters(head)) return true;
        const std::string_view line = take_line(head);
        const auto& marks = profile().recognise;
        return std::all_of(marks.begin(), marks.end(), [&](const std::string& name) {
            return find_ignoring_case(line, name) != kNowhere;
        });
    }

    [[nodiscard]] static std::vector<Row> first_rows(
        std::string_view head, CsvDialect dialect, bool whole
    ) {
        std::vector<Row> rows;
        const std::size_t end = cut_behind_csv_row(head, dialect);
        for_each_csv_row(whole ? head : head.substr(0, end), dialect, [&](const CsvRow& row) {
            if (rows.size() < kRowsLookedAt) rows.push_back(csv_fields(row.bytes, row.dialect));
        });
        return rows;
    }

    // With a header, the columns of the headline or the body; without one, enough columns.
    [[nodiscard]] bool has_columns(const std::vector<Row>& rows) const {
        if (profile().columns > 0 && !all_have(rows, profile().columns, profile().columns))
            return false;
        const Row& header = profile().has_header ? rows.front() : kNoHeader;
        bool has_text = false;
        std::size_t most = 0;
        for (const FieldRule& rule : profile().fields) {
            for_each_path(rule, [&](const FieldPath& path) {
                const auto column = find_column(header, path.front().name);
                if (!column) return;
                most = std::max(most, *column + 1);
                has_text |= rule.role == FieldRole::headline || rule.role == FieldRole::body;
            });
        }
        return has_text && (profile().has_header || all_have(rows, most, SIZE_MAX));
    }

    static bool all_have(const std::vector<Row>& rows, std::size_t least, std::size_t most) {
        return std::all_of(rows.begin(), rows.end(), [&](const Row& row) {
            return row.size() >= least && row.size() <= most;
        });
    }

    [[nodiscard]] bool has_marked_columns(const Row& header) const {
        const auto& marks = profile().recognise;
        return std::all_of(marks.begin(), marks.end(), [&](const std::string& name) {
            return find_column(header, name).has_value();
        });
    }

    void read_rows(
        std::string_view bytes, std::uint64_t offset, std::string_view head, ArticleSink& sink
    ) const {
        const CsvDialect dialect = dialect_of(head.substr(0, kDialectBytes));
        const std::string encoding = choose_encoding(head);
        const Row header = profile().has_header ? header_of(head, dialect, encoding) : kNoHeader;
        bool is_header = profile().has_header && offset == 0;
        for_each_csv_row(bytes, dialect, [&](const CsvRow& row) {
            if (!is_header) read_row(row, header, encoding, offset, sink);
            is_header = false;
        });
    }

    static Row header_of(std::string_view head, CsvDialect dialect, const std::string& encoding) {
        std::optional<Row> header;
        for_each_csv_row(head, dialect, [&](const CsvRow& row) {
            if (!header) header = csv_fields(to_utf8(row.bytes, encoding).view(), row.dialect);
        });
        return header.value_or(Row{""});
    }

    void read_row(
        const CsvRow& row,
        const Row& header,
        const std::string& encoding,
        std::uint64_t offset,
        ArticleSink& sink
    ) const {
        const Utf8Text text = to_utf8(row.bytes, encoding);
        const Row cells = csv_fields(text.view(), row.dialect);
        auto article = article_by_profile(profile(), CsvRecord(header, cells));
        const std::uint64_t position = offset + row.position;
        if (!article)
            return sink.problem(
                ProblemKind::not_article, position, std::string(where_nothing_is())
            );
        article->origin.position = position;
        sink.article(std::move(*article));
    }

    static inline const Row kNoHeader = {};
};

class ProfileXml : public ProfileFormat {
public:
    using ProfileFormat::ProfileFormat;

    [[nodiscard]] std::size_t cut(std::string_view bytes) const override {
        return has_wide_letters(bytes) ? 0 : cut_behind_slice(bytes, names());
    }

    void read(const Piece& piece, ArticleSink& sink) const override {
        for_each_slice(piece, names(), [&](std::string_view markup, std::uint64_t position) {
            const XmlTree tree(markup);
            if (tree.root() == nullptr)
                return sink.problem(ProblemKind::malformed, position, "it is not readable XML");
            auto article = article_by_profile(profile(), XmlRecord(tree.root()));
            if (!article)
                return sink.problem(
                    ProblemKind::not_article, position, std::string(where_nothing_is())
                );
            article->origin.position = position;
            sink.article(std::move(*article));
        });
    }

private:
    [[nodiscard]] std::array<std::string_view, 1> names() const { return {profile().element}; }

    [[nodiscard]] int fit(const Sample& sample, bool recognised) const override {
        if (is_binary(sample.head) && !has_wide_letters(sample.head)) return 0;
        const Utf8Text text =
            has_wide_letters(sample.head) ? decode_text(sample.head) : Utf8Text::of(sample.head);
        const std::string_view head = text.view();
        if (xml_root_name(head).empty()) return 0;
        const auto has_tag = [&](std::string_view name) {
            return find_open_tag(head, name) != kNowhere;
        };
        if (!has_tag(profile().element)) return 0;
        const auto& marks = profile().recognise;
        if (recognised && !std::all_of(marks.begin(), marks.end(), has_tag)) return 0;
        return kCertain;
    }
};

}  // namespace

std::vector<std::unique_ptr<const Format>> formats_of_profile(
    std::shared_ptr<const Profile> profile, ProfileUse use
) {
    std::vector<std::unique_ptr<const Format>> formats;
    switch (profile->reads) {
        case ProfileKind::json:
            formats.push_back(std::make_unique<ProfileJson>(profile, use, true));
            formats.push_back(std::make_unique<ProfileJson>(std::move(profile), use, false));
            break;
        case ProfileKind::csv:
            formats.push_back(std::make_unique<ProfileCsv>(std::move(profile), use));
            break;
        case ProfileKind::xml:
            formats.push_back(std::make_unique<ProfileXml>(std::move(profile), use));
            break;
    }
    return formats;
}

}  // namespace broadsheet
