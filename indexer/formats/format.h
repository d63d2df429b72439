#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "broadsheet/article.h"
#include "indexer/bundle/entry_facts.h"
#include "indexer/problem.h"

namespace broadsheet {

/// What a format tastes: the name of an entry and its first bytes.
struct Sample {
    std::string_view name;              ///< path of the entry
    std::string_view head;              ///< its first bytes, up to 64 KiB
    bool whole = false;                 ///< true when head is the entire entry
    const EntryFacts* facts = nullptr;  ///< what a web archive says about it; null or empty else
};

/// A run of whole articles cut from an entry, or the entire entry.
struct Piece {
    std::string_view name;     ///< path of the entry
    std::string_view head;     ///< first bytes of the entry, up to 64 KiB, also for later pieces: a
                               ///< header line or an encoding declared there holds for all of them
    std::string_view bytes;    ///< the bytes to read, as they stand in the entry
    std::uint64_t offset = 0;  ///< of bytes in the entry
    const EntryFacts* facts = nullptr;  ///< as in Sample
};

/// Takes what a format finds.
class ArticleSink {
public:
    virtual ~ArticleSink() = default;

    /// An article. The format fills what the text says, and origin.position with the byte offset in
    /// the entry at which the article starts; the rest of the origin, the digest, a missing id and
    /// a missing language are added behind the sink.
    virtual void article(Article&& article) = 0;

    /// An item that its publisher says is not, or no longer, to be published: nothing of it is
    /// kept, nor of earlier versions of it. It needs its id and its version.
    virtual void withdrawn(Article&& item, std::string reason) {
        problem(ProblemKind::not_article, item.origin.position, std::move(reason));
    }

    /// An article, or a whole entry, that could not be read. `position` as above.
    virtual void problem(ProblemKind kind, std::uint64_t position, std::string reason) = 0;
};

/// A way articles are written. Formats are stateless, and safe to use from several threads.
class Format {
public:
    virtual ~Format() = default;

    /// Short name, as in FORMATS.md: "reuters-sgml".
    [[nodiscard]] virtual std::string_view name() const = 0;

    /// One line for --help and FORMATS.md.
    [[nodiscard]] virtual std::string_view help() const = 0;

    /// How sure it is that the entry is written in this format, from 0 (not mine) to 100 (certain).
    [[nodiscard]] virtual int taste(const Sample& sample) const = 0;

    /// Where a long entry may be cut: the length of the longest prefix of `bytes` that ends between
    /// two articles, or 0 when there is none yet. `bytes` begins at such a place. The default, for
    /// formats that can only be read whole, is 0.
    [[nodiscard]] virtual std::size_t cut(std::string_view bytes) const;

    /// Reads all articles of a piece. A broken article becomes a problem and the others are still
    /// read. Never throws for what the bytes contain, and takes time in proportion to their number.
    virtual void read(const Piece& piece, ArticleSink& sink) const = 0;
};

/// The table of formats, in the order in which equal tastes are decided.
std::span<const Format* const> all_formats();

/// The format that tastes highest, or null when the entry holds no text at all (binary junk): the
/// first of `preferred` that tastes it at all, else one of the table or of the shipped profiles.
const Format* choose_format(const Sample& sample, std::span<const Format* const> preferred = {});

/// The format of that name, or null.
const Format* find_format(std::string_view name);

}  // namespace broadsheet
