#include "indexer/pipeline/side_files.h"

#include <algorithm>
#include <array>
#include <cctype>

#include <fmt/format.h>

#include "indexer/bundle/split_archive.h"

namespace broadsheet {

namespace {

struct Signature {
    std::string_view bytes;
    std::string_view what;
};

using std::string_view_literals::operator""sv;

// First bytes of things that lie among articles
// (https://en.wikipedia.org/wiki/List_of_file_signatures).
constexpr std::array kSignatures = {
    Signature{"\x89PNG"sv, "a picture"},
    Signature{"\xFF\xD8\xFF"sv, "a picture"},
    Signature{"GIF8"sv, "a picture"},
    Signature{"RIFF"sv, "a media file"},
    Signature{"II*\0"sv, "a picture"},
    Signature{"MM\0*"sv, "a picture"},
    Signature{"\0\0\1\0"sv, "a picture"},
    Signature{"ID3"sv, "a sound file"},
    Signature{"OggS"sv, "a media file"},
    Signature{"fLaC"sv, "a sound file"},
    Signature{
        "\x7F"
        "ELF"sv,
        "a program"},
    Signature{"wOFF"sv, "a font"},
    Signature{"wOF2"sv, "a font"},
    Signature{"\0\1\0\0\0"sv, "a font"},
    Signature{"OTTO"sv, "a font"},
    Signature{"SQLite format 3"sv, "a database"},
};

/// Things that may well hold articles, in a form that another program must open.
constexpr std::array kUnread = {
    Signature{
        "%PDF-"sv, "a PDF document, which is not read: get its text out first (pdftotext does)"},
    Signature{
        "\xD0\xCF\x11\xE0"sv,
        "an old office document, which is not read: save it as .docx, .odt or text first"},
    Signature{"PAR1"sv, "a Parquet table, which is not read: write it as CSV or JSON lines first"},
    Signature{"ORC"sv, "an ORC table, which is not read: write it as CSV or JSON lines first"},
    Signature{"Obj\1"sv, "an Avro file, which is not read: write it as CSV or JSON lines first"},
    Signature{
        "ARROW1\0"sv, "an Arrow table, which is not read: write it as CSV or JSON lines first"},
};

struct Suffix {
    std::string_view suffix;
    std::string_view what;
};

constexpr std::array kSuffixes = {
    Suffix{".mp4", "a film"},
    Suffix{".mov", "a film"},
    Suffix{".mp3", "a sound file"},
    Suffix{".jpg", "a picture"},
    Suffix{".jpeg", "a picture"},
    Suffix{".webp", "a picture"},
    Suffix{".ico", "a picture"},
    Suffix{".bmp", "a picture"},
    Suffix{".ttf", "a font"},
    Suffix{".pyc", "a program"},
    Suffix{".class", "a program"},
    Suffix{".npy", "a table of numbers"},
};

bool ends_with(std::string_view name, std::string_view suffix) {
    if (name.size() < suffix.size()) return false;
    const std::string_view tail = name.substr(name.size() - suffix.size());
    return std::equal(tail.begin(), tail.end(), suffix.begin(), [](unsigned char a, char b) {
        return std::tolower(a) == b;
    });
}

SideFile side_file(std::string_view what) {
    return {ProblemKind::not_article, fmt::format("{}, not an article", what)};
}

}  // namespace

SideFile judge_binary(std::string_view name, std::string_view head) {
    for (const auto& signature : kSignatures) {
        if (head.starts_with(signature.bytes)) return side_file(signature.what);
    }
    for (const auto& signature : kUnread) {
        if (head.starts_with(signature.bytes))
            return {ProblemKind::not_article, std::string(signature.what)};
    }
    if (head.size() > 12 && head.substr(4, 4) == "ftyp") return side_file("a film");
    for (const auto& suffix : kSuffixes) {
        if (ends_with(name, suffix.suffix)) return side_file(suffix.what);
    }
    if (is_part_of_archive(name)) return {ProblemKind::unreadable, std::string(kPartOfArchive)};
    return {
        ProblemKind::unreadable,
        "holds no text in any form that is known; nothing was taken from it"};
}

}  // namespace broadsheet
