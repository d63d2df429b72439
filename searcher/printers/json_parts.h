#pragma once

#include <span>
#include <string_view>

#include "broadsheet/results.h"
#include "common/json_writer.h"

namespace broadsheet {

/// Raise it when a key changes its meaning or goes; new keys do not raise it. searcher/OUTPUT.md.
inline constexpr int kJsonSchemaVersion = 1;

/// Spans of a text under a key, counted both ways: bytes for programs in C, code points for those
/// in Python.
void write_highlights(
    JsonWriter& json, std::string_view key, std::string_view text, std::span<const Span> highlights
);

/// An object of a text and its highlights.
void write_marked(JsonWriter& json, std::string_view text, std::span<const Span> highlights);

/// An object of a snippet's text, its highlights there, and its quotes with theirs in the stored
/// text.
void write_snippet(JsonWriter& json, const Article& article, const Snippet& snippet);

}  // namespace broadsheet
