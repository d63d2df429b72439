#include "indexer/pipeline/batch_reader.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <fnmatch.h>

#include "indexer/pipeline/side_files.h"

namespace broadsheet {

namespace {

constexpr std::size_t kHeadBytes = 64U << 10U;
constexpr std::size_t kPiecesMax = 1000;  // of small entries in a batch

bool matches_any(const std::vector<std::string>& globs, const std::string& name) {
    return std::any_of(globs.begin(), globs.end(), [&](const std::string& glob) {
        return fnmatch(glob.c_str(), name.c_str(), 0) == 0;
    });
}

// The shortest prefix of `bytes` that ends between two articles, or 0: cut() gives the longest.
std::size_t first_cut(const Format& format, std::string_view bytes) {
    std::size_t short_of = 0;
    std::size_t enough = std::min<std::size_t>(4096, bytes.size());
    while (format.cut(bytes.substr(0, enough)) == 0) {
        if (enough == bytes.size()) return 0;
        short_of = enough;
        enough = std::min(enough * 2, bytes.size());
    }
    while (enough - short_of > 1) {
        const std::size_t middle = short_of + (enough - short_of) / 2;
        (format.cut(bytes.substr(0, middle)) == 0 ? short_of : enough) = middle;
    }
    return format.cut(bytes.substr(0, enough));
}

}  // namespace

// Reads one entry into the reader's batch and cuts it where its format allows.
class BatchReader::EntryCutter {
public:
    EntryCutter(BatchReader& reader, Entry& entry, std::uint64_t number, std::uint64_t from)
        : reader_(reader),
          entry_(entry),
          number_(number),
          skip_(from),
          begin_(reader.batch_.bytes.size()) {}

    void run() {
        if (!choose()) return;
        std::size_t look_at = reader_.settings_.batch_bytes;
        for (std::string_view block = entry_.read(); !block.empty(); block = entry_.read()) {
            take(block);
            if (held().size() < look_at) continue;
            if (!cut_off() && held().size() > reader_.settings_.article_bytes_max) pass_over();
            look_at = std::max(reader_.settings_.batch_bytes, next_look(held().size()));
        }
        if (passing_over_) cut_off();
        if (!passing_over_ && !held().empty()) add_piece(held().size());
        drop_held();
    }

private:
    // Twice what is held, so that looking for a place to cut costs no more than reading.
    [[nodiscard]] std::size_t next_look(std::size_t held_bytes) const {
        const std::size_t limit = reader_.settings_.article_bytes_max;
        return held_bytes < limit ? std::min<std::size_t>(held_bytes * 2, limit + 1)
                                  : held_bytes * 2;
    }

    [[nodiscard]] std::string_view held() const {
        return std::string_view(reader_.batch_.bytes).substr(begin_);
    }

    // False when the entry is no text at all.
    bool choose() {
        const std::string_view head = entry_.head(kHeadBytes);
        if (head.empty()) return true;
        format_ = choose_format(
            {entry_.name(), head, head.size() < kHeadBytes, &entry_.facts()},
            reader_.settings_.preferred
        );
        if (format_ == nullptr) {
            const SideFile side = judge_binary(entry_.name(), head);
            reader_.report(side.kind, entry_.name(), 0, side.reason);
            return false;
        }
        const auto& preferred = reader_.settings_.preferred;
        reader_.preferred_fits_ |=
            std::find(preferred.begin(), preferred.end(), format_) != preferred.end();
        // Only an entry longer than its head can have later pieces that need it.
        std::string kept(head.size() < kHeadBytes ? std::string_view() : head);
        source_ = std::make_shared<EntrySource>(EntrySource{
            entry_.name(), std::move(kept), entry_.facts(), number_});
        return true;
    }

    // Appends a block, less what was read in an earlier run.
    void take(std::string_view block) {
        const std::uint64_t known = std::min<std::uint64_t>(skip_, block.size());
        skip_ -= known;
        offset_ += known;
        reader_.batch_.bytes.append(block.substr(known));
    }

    // Makes a piece of as many whole articles as are held. False when not one ends in them.
    bool cut_off() {
        const std::size_t cut = passing_over_ ? first_cut(*format_, held()) : format_->cut(held());
        if (cut == 0) return false;
        if (passing_over_) {
            passing_over_ = false;
            reader_.batch_.bytes.erase(begin_, cut);
            offset_ += cut;
            return true;
        }
        const std::string rest(held().substr(cut));
        reader_.batch_.bytes.resize(begin_ + cut);
        add_piece(cut);
        reader_.hand_out({number_, offset_});
        reader_.batch_.bytes = rest;
        begin_ = 0;
        return true;
    }

    void add_piece(std::size_t length) {
        reader_.batch_.pieces.push_back({source_, format_, begin_, length, offset_});
        offset_ += length;
        begin_ += length;
    }

    void drop_held() {
        offset_ += held().size();
        reader_.batch_.bytes.resize(begin_);
    }

    // Leaves an article over the limit out; what follows it is found again by cut_off().
    void pass_over() {
        if (!passing_over_) {
            reader_.report(
                ProblemKind::over_limit,
                entry_.name(),
                offset_,
                fmt::format(
                    "an article of more than {} MiB was left out; --max-article-size allows larger "
                    "ones",
                    reader_.settings_.article_bytes_max >> 20U
                )
            );
        }
        passing_over_ = true;
        drop_held();
    }

    BatchReader& reader_;
    Entry& entry_;
    const std::uint64_t number_;
    std::uint64_t skip_;        // bytes of the entry still to pass over
    std::size_t begin_;         // of the held bytes in the batch
    std::uint64_t offset_ = 0;  // of the held bytes in the entry
    const Format* format_ = nullptr;
    std::shared_ptr<const EntrySource> source_;
    bool passing_over_ = false;
};

BatchReader::BatchReader(
    std::string bundle,
    Settings settings,
    BatchReceiver batches,
    ProblemReceiver problems,
    ConsumedReceiver consumed
)
    : bundle_(std::move(bundle)),
      settings_(std::move(settings)),
      batches_(std::move(batches)),
      problems_(std::move(problems)),
      consumed_(std::move(consumed)) {}

bool BatchReader::is_chosen(const std::string& name) const {
    if (!settings_.include.empty() && !matches_any(settings_.include, name)) return false;
    return !matches_any(settings_.exclude, name);
}

void BatchReader::entry(Entry& entry) {
    const std::uint64_t number = next_entry_++;
    if (number < settings_.from.entry) return;
    if (!is_chosen(entry.name())) {
        report(ProblemKind::not_chosen, entry.name(), 0, "not chosen by --include and --exclude");
        return;
    }
    const std::uint64_t from = number == settings_.from.entry ? settings_.from.offset : 0;
    EntryCutter(*this, entry, number, from).run();
    if (batch_.bytes.size() >= settings_.batch_bytes || batch_.pieces.size() >= kPiecesMax) {
        hand_out({next_entry_, 0});
    }
}

void BatchReader::problem(Problem problem) {
    const std::uint64_t number = next_entry_ == 0 ? 0 : next_entry_ - 1;
    if (number >= settings_.from.entry) problems_(number, std::move(problem));
}

void BatchReader::report(
    ProblemKind kind, const std::string& entry, std::uint64_t position, std::string reason
) {
    problem({kind, bundle_, entry, position, std::move(reason)});
}

void BatchReader::hand_out(BundlePosition read_to) {
    Batch batch = std::exchange(batch_, {});
    if (!batch.pieces.empty()) batches_(std::move(batch), read_to);
}

void BatchReader::finish() {
    hand_out({next_entry_, 0});
    const bool from_the_beginning = settings_.from == BundlePosition{};
    if (settings_.preferred.empty() || preferred_fits_ || !from_the_beginning) return;
    report(
        ProblemKind::malformed,
        "",
        0,
        "no entry fits the profile that was asked for; its articles were read without it, as far "
        "as their fields have usual names"
    );
}

}  // namespace broadsheet
