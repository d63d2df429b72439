#include "searcher/printers/marked_text.h"

#include <algorithm>

#include "common/cli/sanitize.h"

namespace broadsheet {

namespace {

// Hands the parts of a text in order to `part(piece, is_highlight)`.
template <typename Part>
void for_each_part(std::string_view text, std::span<const Span> highlights, Part part) {
    std::size_t done = 0;
    for (const Span& span : highlights) {
        const std::size_t begin = std::clamp(span.offset, done, text.size());
        const std::size_t end = begin + std::min(span.length, text.size() - begin);
        if (begin > done) part(text.substr(done, begin - done), false);
        if (end > begin) part(text.substr(begin, end - begin), true);
        done = end;
    }
    if (done < text.size()) part(text.substr(done), false);
}

}  // namespace

std::string with_marks(
    std::string_view text,
    std::span<const Span> highlights,
    const Marks& marks,
    const Escape& escape
) {
    const auto mark = [&marks](std::string_view piece) {
        return std::string(marks.open).append(piece).append(marks.close);
    };
    return with_marks(text, highlights, mark, escape);
}

std::string with_marks(
    std::string_view text,
    std::span<const Span> highlights,
    const std::function<std::string(std::string_view)>& mark,
    const Escape& escape
) {
    std::string out;
    for_each_part(text, highlights, [&](std::string_view piece, bool is_highlight) {
        out += is_highlight ? mark(escape(piece)) : escape(piece);
    });
    return out;
}

Snippet made_safe(std::string_view text, std::span<const Span> highlights) {
    Snippet safe;
    for_each_part(text, highlights, [&](std::string_view piece, bool is_highlight) {
        const std::size_t offset = safe.text.size();
        safe.text += cli::safe_for_terminal(piece);
        if (is_highlight) safe.highlights.push_back({offset, safe.text.size() - offset});
    });
    return safe;
}

std::string marked_line(
    const Snippet& safe, std::size_t offset, std::string_view line, const Marks& marks
) {
    std::vector<Span> inside;
    for (const Span& span : safe.highlights) {
        const std::size_t begin = std::max(span.offset, offset);
        const std::size_t end = std::min(span.offset + span.length, offset + line.size());
        if (begin < end) inside.push_back({begin - offset, end - begin});
    }
    return with_marks(line, inside, marks, [](std::string_view piece) {
        return std::string(piece);
    });
}

}  // namespace broadsheet
