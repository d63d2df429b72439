#include "common/index/ledger.h"

#include <algorithm>
#include <map>
#include <tuple>

#include <fmt/format.h>
#include <simdjson.h>
#include <xapian.h>

#include "common/digest.h"
#include "common/json_writer.h"

namespace broadsheet {

namespace {

constexpr std::string_view kKeyPrefix = "broadsheet.ledger.";

}  // namespace

std::string ledger_key(const LedgerRow& row, std::string_view segment) {
    return fmt::format("{}{:016x}.{}", kKeyPrefix, hash64(row.path + '\n' + row.digest), segment);
}

std::string to_json(const LedgerRow& row) {
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    json.member("path", row.path);
    json.member("bytes", row.bytes);
    json.member("digest", row.digest);
    json.member("articles", row.articles);
    json.member("complete", row.complete);
    if (!row.complete) {
        json.member("next_entry", row.next_entry);
        json.member("next_offset", row.next_offset);
    }
    json.end_object();
    return out;
}

std::optional<LedgerRow> parse_ledger_row(std::string_view text) {
    simdjson::dom::parser parser;
    simdjson::dom::object object;
    if (parser.parse(simdjson::padded_string(text)).get_object().get(object) != simdjson::SUCCESS)
        return std::nullopt;
    LedgerRow row;
    std::string_view path;
    std::string_view digest;
    const bool read = object["path"].get_string().get(path) == simdjson::SUCCESS &&
                      object["digest"].get_string().get(digest) == simdjson::SUCCESS &&
                      object["bytes"].get_uint64().get(row.bytes) == simdjson::SUCCESS &&
                      object["articles"].get_uint64().get(row.articles) == simdjson::SUCCESS &&
                      object["complete"].get_bool().get(row.complete) == simdjson::SUCCESS;
    if (!read) return std::nullopt;
    row.path = path;
    row.digest = digest;
    if (!row.complete &&
        (object["next_entry"].get_uint64().get(row.next_entry) != simdjson::SUCCESS ||
         object["next_offset"].get_uint64().get(row.next_offset) != simdjson::SUCCESS)) {
        return std::nullopt;
    }
    return row;
}

void Ledger::add_segment(const Xapian::Database& segment) {
    const std::string prefix(kKeyPrefix);
    for (auto key = segment.metadata_keys_begin(prefix); key != segment.metadata_keys_end(prefix);
         ++key) {
        if (auto row = parse_ledger_row(segment.get_metadata(*key))) add(std::move(*row));
    }
}

void Ledger::add(LedgerRow row) {
    rows_.push_back(std::move(row));
}

const LedgerRow* Ledger::complete(std::string_view digest) const {
    if (digest.empty()) return nullptr;
    const auto found = std::find_if(rows_.begin(), rows_.end(), [&](const LedgerRow& row) {
        return row.complete && row.digest == digest;
    });
    return found == rows_.end() ? nullptr : &*found;
}

const LedgerRow* Ledger::furthest(std::string_view path, std::string_view digest) const {
    const LedgerRow* best = nullptr;
    if (digest.empty()) return best;
    for (const auto& row : rows_) {
        if (row.complete || row.path != path || row.digest != digest) continue;
        const bool further = best == nullptr || std::tie(row.next_entry, row.next_offset) >
                                                    std::tie(best->next_entry, best->next_offset);
        if (further) best = &row;
    }
    return best;
}

bool Ledger::has_other_contents(std::string_view path, std::string_view digest) const {
    return std::any_of(rows_.begin(), rows_.end(), [&](const LedgerRow& row) {
        return row.path == path && row.digest != digest;
    });
}

std::vector<LedgerRow> Ledger::bundles() const {
    std::map<std::pair<std::string, std::string>, LedgerRow> sums;
    for (const auto& row : rows_) {
        auto [place, added] = sums.try_emplace({row.path, row.digest}, row);
        if (added) continue;
        place->second.articles += row.articles;
        place->second.complete = place->second.complete || row.complete;
    }
    std::vector<LedgerRow> out;
    out.reserve(sums.size());
    for (auto& [key, row] : sums)
        out.push_back(std::move(row));
    return out;
}

}  // namespace broadsheet
