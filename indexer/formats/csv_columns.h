#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/formats/field_names.h"

namespace broadsheet {

using CsvValues = std::vector<std::string>;

/// In what order a table writes the numbers of a day: 03/04/2019.
enum class DayOrder {
    unknown,      ///< none of the rows tells, or they contradict each other
    day_first,    ///< 30/04/2019 is there, or the column has no English name
    month_first,  ///< 04/30/2019 is there
};

/// What the columns of a table mean.
struct CsvColumns {
    std::vector<std::optional<FieldName>> roles = {};
    bool has_header = false;
    DayOrder day_order = DayOrder::unknown;
};

/// The meaning of the columns by the names in the first row, or by what stands in them: in a table
/// without a header, with one in a language nobody knows, with a name nobody knows for the text.
/// @param rows the first rows of the table as UTF-8; may be empty.
CsvColumns csv_columns(const std::vector<CsvValues>& rows);

/// True where these names are a header: a text column and another known one unless the table has
/// two columns only.
bool is_csv_header(const CsvValues& names);

/// True where rows of two to four values begin with a label and end with a text, as collections for
/// learning are written; most texts have sentences.
bool are_labelled_texts(const std::vector<CsvValues>& rows);

/// A date with its day where parse_date() looks for it; any other text as it is.
std::string date_in_order(const std::string& date, DayOrder order);

}  // namespace broadsheet
