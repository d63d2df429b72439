#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <simdjson.h>

#include "indexer/formats/format.h"
#include "indexer/formats/json_article.h"

namespace broadsheet {

/// What stands between the values of a sequence, and around the elements of a list.
inline constexpr std::string_view kBetweenJsonValues = " \t\r\n,[]";

/// Makes an article of a JSON object. Stateless, for several threads.
class JsonArticles {
public:
    virtual ~JsonArticles() = default;

    /// Nothing when there is no text in the object.
    [[nodiscard]] virtual std::optional<Article> article(simdjson::dom::object from) const = 0;

    /// Set when the object is an item that its publisher does not want published. Cheap.
    [[nodiscard]] virtual std::optional<JsonWithdrawal> withdrawal(simdjson::dom::object /*from*/
    ) const {
        return std::nullopt;
    }

    /// False when a list of articles in the object comes before an article it may be itself. Cheap.
    [[nodiscard]] virtual bool is_article(simdjson::dom::object from) const = 0;

    using Names = std::vector<std::string>;

    /// The members that lead from an answer to its articles, outermost first, and other ways to
    /// them; empty: the usual names ("response", "results", "docs", ...), in any order.
    [[nodiscard]] virtual std::span<const Names> lists() const { return {}; }
};

/// Articles by the usual names of their fields.
const JsonArticles& usual_json_articles();

/// True where `all`, the memory that may be read, goes on behind `value` for as many bytes as
/// simdjson reads beyond the end of a value.
bool goes_on_behind(std::string_view value, std::string_view all);

/// Reads values one after another; keeps the parser, whose buffers grow to the longest.
class JsonReader {
public:
    /// `all` is the memory in which the values stand, as far as it may be read.
    JsonReader(std::string_view all, const JsonArticles& articles, ArticleSink& sink)
        : all_(all), articles_(articles), sink_(sink) {}

    /// A sequence of values, commas and the brackets of a list around them apart.
    void read_sequence(std::string_view bytes, std::uint64_t position, int depth = 0);

    /// One value: an article, or an object with a list of them inside.
    void read_value(std::string_view value, std::uint64_t position, int depth = 0);

private:
    simdjson::error_code parse(std::string_view value, simdjson::dom::element& root);
    bool read_list_inside(std::string_view value, std::uint64_t position, int depth);
    bool read_table(simdjson::dom::object object, std::string_view value, std::uint64_t position);
    [[nodiscard]] bool are_named_articles(simdjson::dom::object object) const;
    bool read_members(std::string_view value, std::uint64_t position);
    void report_no_object(std::uint64_t position);

    const std::string_view all_;
    const JsonArticles& articles_;
    ArticleSink& sink_;
    simdjson::dom::parser parser_;
    bool reported_ = false;
};

/// True for JSON in UTF-16 or UTF-32.
bool is_wide_json(std::string_view bytes);

/// A piece whose values stand one after another or in a list.
void read_json(const Piece& piece, const JsonArticles& articles, ArticleSink& sink);

/// A piece with a value a line.
void read_json_lines(const Piece& piece, const JsonArticles& articles, ArticleSink& sink);

}  // namespace broadsheet
