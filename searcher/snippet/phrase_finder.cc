#include "searcher/snippet/phrase_finder.h"

#include <algorithm>
#include <cstddef>
#include <limits>

namespace broadsheet {

namespace {

constexpr std::int64_t kNone = -1;

// For every event the latest position at which a chain of slots 0, 1, ... that ends in it can
// begin, and the token that begins it; kNone where there is no chain.
struct ChainStart {
    std::int64_t position = kNone;
    std::uint32_t token = 0;
};

// Calls visit(begin, end) for each group of events at one position.
template <typename Visit>
void for_each_position(std::span<const SlotEvent> events, Visit visit) {
    for (std::size_t begin = 0; begin < events.size();) {
        std::size_t end = begin;
        while (end < events.size() && events[end].position == events[begin].position)
            ++end;
        visit(begin, end);
        begin = end;
    }
}

std::vector<ChainStart> latest_starts(std::span<const SlotEvent> events, std::uint32_t slots) {
    std::vector<ChainStart> starts(events.size());
    std::vector<ChainStart> latest(slots);  // over the events at lower positions
    for_each_position(events, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const SlotEvent& event = events[i];
            starts[i] =
                event.slot == 0 ? ChainStart{event.position, event.token} : latest[event.slot - 1];
        }
        for (std::size_t i = begin; i < end; ++i) {
            ChainStart& known = latest[events[i].slot];
            if (starts[i].position > known.position) known = starts[i];
        }
    });
    return starts;
}

// For every event the earliest position at which a chain from it to the last slot can end.
std::vector<std::int64_t> earliest_ends(std::span<const SlotEvent> events, std::uint32_t slots) {
    constexpr auto kNever = std::numeric_limits<std::int64_t>::max();
    std::vector<std::int64_t> ends(events.size(), kNever);
    std::vector<std::int64_t> earliest(slots, kNever);  // over the events at higher positions
    for (std::size_t end = events.size(); end > 0;) {
        std::size_t begin = end;
        while (begin > 0 && events[begin - 1].position == events[end - 1].position)
            --begin;
        for (std::size_t i = begin; i < end; ++i) {
            const SlotEvent& event = events[i];
            ends[i] = event.slot + 1 == slots ? event.position : earliest[event.slot + 1];
        }
        for (std::size_t i = begin; i < end; ++i)
            earliest[events[i].slot] = std::min(earliest[events[i].slot], ends[i]);
        end = begin;
    }
    return ends;
}

void make_set(std::vector<std::uint32_t>& tokens) {
    std::ranges::sort(tokens);
    tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
}

// How many different positions each kind fills in a window that moves over the events, and how
// many kinds have enough.
class Window {
public:
    explicit Window(std::span<const std::uint32_t> needed)
        : needed_(needed), positions_(needed.size()) {}

    void enter(std::uint32_t kind) {
        if (++positions_[kind] == needed_[kind]) ++satisfied_;
    }

    void leave(std::uint32_t kind) {
        if (positions_[kind]-- == needed_[kind]) --satisfied_;
    }

    [[nodiscard]] bool is_complete() const { return satisfied_ == needed_.size(); }

private:
    std::span<const std::uint32_t> needed_;
    std::vector<std::uint32_t> positions_;
    std::size_t satisfied_ = 0;
};

// True for the first event of its kind at its position: others there fill no further slot.
bool is_new_position(std::span<const SlotEvent> events, std::size_t index) {
    for (std::size_t i = index; i > 0 && events[i - 1].position == events[index].position; --i) {
        if (events[i - 1].slot == events[index].slot) return false;
    }
    return true;
}

}  // namespace

std::vector<PhraseRun> exact_phrases(std::span<const SlotEvent> events, std::uint32_t slots) {
    const std::vector<ChainStart> starts = latest_starts(events, slots);
    std::vector<PhraseRun> runs;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const SlotEvent& event = events[i];
        if (event.slot + 1 != slots || starts[i].position == kNone) continue;
        if (event.position - starts[i].position == slots - 1)
            runs.push_back({starts[i].token, event.token});
    }
    return runs;
}

std::vector<std::uint32_t> ordered_near(
    std::span<const SlotEvent> events, std::uint32_t slots, std::uint32_t window
) {
    const std::vector<ChainStart> starts = latest_starts(events, slots);
    const std::vector<std::int64_t> ends = earliest_ends(events, slots);
    std::vector<std::uint32_t> tokens;
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (starts[i].position == kNone || ends[i] == std::numeric_limits<std::int64_t>::max())
            continue;
        if (ends[i] - starts[i].position <= window) tokens.push_back(events[i].token);
    }
    make_set(tokens);
    return tokens;
}

std::vector<std::uint32_t> unordered_near(
    std::span<const SlotEvent> events, std::span<const std::uint32_t> needed, std::uint32_t window
) {
    std::vector<std::uint32_t> tokens;
    Window kinds(needed);
    std::size_t begin = 0;
    std::size_t taken = 0;  // events before it have been looked at for marking
    for (std::size_t end = 0; end < events.size(); ++end) {
        if (is_new_position(events, end)) kinds.enter(events[end].slot);
        while (events[end].position - events[begin].position > window) {
            if (is_new_position(events, begin)) kinds.leave(events[begin].slot);
            ++begin;
        }
        if (!kinds.is_complete()) continue;
        for (taken = std::max(taken, begin); taken <= end; ++taken)
            tokens.push_back(events[taken].token);
    }
    make_set(tokens);
    return tokens;
}

}  // namespace broadsheet
