#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

#include "broadsheet/error.h"
#include "indexer/segment/arena.h"
#include "indexer/segment/article_limits.h"
#include "indexer/segment/deflater.h"
#include "indexer/segment/glass_keys.h"
#include "indexer/segment/inverter.h"
#include "indexer/segment/position_writer.h"
#include "indexer/segment/postlist_writer.h"
#include "indexer/segment/ranked_terms.h"
#include "indexer/segment/segment_builder.h"
#include "indexer/segment/segment_directory.h"
#include "indexer/segment/term_list_writer.h"
#include "indexer/segment/value_store.h"
#include "indexer/segment/version_file.h"

namespace broadsheet {

namespace {

class BulkBuilder final : public SegmentBuilder {
public:
    void add(const ArticleTerms& article) override;

    [[nodiscard]] std::uint32_t article_count() const override { return statistics_.articles; }

    [[nodiscard]] bool is_full() const override {
        return statistics_.total_length >= kSegmentLengthFull;
    }

    [[nodiscard]] std::size_t memory_bytes() const override;

    void finish(
        const std::filesystem::path& directory, const std::map<std::string, std::string>& metadata
    ) override;

private:
    // What is kept of an article beside its postings and values.
    struct Stored {
        const char* data = nullptr;
        std::uint32_t data_bytes = 0;
        TagForm form = TagForm::plain;
    };

    void store(std::string_view data);
    void write(
        const std::filesystem::path& directory, const std::map<std::string, std::string>& metadata
    );
    void write_terms(const RankedTerms& terms, PostlistWriter& postlist, PositionWriter& position)
        const;
    TableRoot write_data(const std::filesystem::path& directory);
    TableRoot write_term_lists(const std::filesystem::path& directory, const RankedTerms& terms);
    void clear();

    Inverter inverter_;
    ValueStore values_;
    Arena data_;
    Deflater deflater_;
    SegmentStatistics statistics_;
    std::vector<Stored> stored_;            // by article, from 0
    std::vector<std::uint32_t> lengths_;    // likewise
    std::vector<std::uint32_t> slots_end_;  // likewise: where they end in slots_used_
    ByteBuffer slots_used_;
};

void BulkBuilder::add(const ArticleTerms& article) {
    require_storable(article);
    const auto added = inverter_.add(article, statistics_.articles + 1);
    statistics_.add_article(added.length);
    statistics_.frequency_max = std::max(statistics_.frequency_max, added.frequency_max);
    values_.add(statistics_.articles, article.values, slots_used_);
    slots_end_.push_back(static_cast<std::uint32_t>(slots_used_.size()));
    lengths_.push_back(added.length);
    store(article.data);
}

void BulkBuilder::store(std::string_view data) {
    const auto packed = deflater_.pack(data);
    const std::string_view bytes = packed.value_or(data);
    char* copy = data_.allocate(bytes.size());
    if (!bytes.empty()) std::memcpy(copy, bytes.data(), bytes.size());
    stored_.push_back(
        {copy,
         static_cast<std::uint32_t>(bytes.size()),
         packed ? TagForm::deflated : TagForm::plain}
    );
}

std::size_t BulkBuilder::memory_bytes() const {
    constexpr std::size_t kTables = 4;
    const std::size_t per_article = sizeof(Stored) + 2 * sizeof(std::uint32_t);
    const std::size_t held = inverter_.memory_bytes() + values_.memory_bytes() +
                             data_.memory_bytes() + deflater_.memory_bytes() +
                             slots_used_.capacity() + stored_.capacity() * per_article;
    // Of the terms, finish() first makes the order, then their names in this order.
    const TermTable& terms = inverter_.terms();
    const std::size_t order = terms.size() * TermTable::kOrderBytesPerTerm;
    const std::size_t ranked = terms.size() * RankedTerms::kBytesPerTerm + terms.name_bytes();
    const std::size_t to_write = std::max(order, ranked) + inverter_.postings().longest_bytes() +
                                 kTables * FileWriter::kBufferBytes;
    return held + to_write;
}

void BulkBuilder::finish(
    const std::filesystem::path& directory, const std::map<std::string, std::string>& metadata
) {
    writing_segment(directory, [&] { write(directory, metadata); });
    clear();
}

void BulkBuilder::write(
    const std::filesystem::path& directory, const std::map<std::string, std::string>& metadata
) {
    std::filesystem::create_directory(directory);
    TableWriter postlist_table(directory / "postlist.glass", EmptyTable::empty_file);
    TableWriter position_table(directory / "position.glass", EmptyTable::no_file);
    PostlistWriter postlist(postlist_table);
    PositionWriter position(position_table);
    postlist.write_metadata(metadata);
    values_.write(postlist_table);
    postlist.write_lengths(lengths_);
    const RankedTerms terms(inverter_.terms());
    write_terms(terms, postlist, position);

    SegmentTables tables;
    tables.postlist = postlist_table.finish();
    tables.position = position_table.finish();
    tables.docdata = write_data(directory);
    tables.termlist = write_term_lists(directory, terms);
    write_version_file(directory, tables, statistics_);
    sync_segment(directory);
}

void BulkBuilder::write_terms(
    const RankedTerms& terms, PostlistWriter& postlist, PositionWriter& position
) const {
    constexpr std::size_t kChainAhead = 16;
    constexpr std::size_t kSliceAhead = 8;
    ByteBuffer buffer;
    for (std::size_t rank = 0; rank < terms.size(); ++rank) {
        if (rank + kChainAhead < terms.size()) {
            fetch_soon(&inverter_.chain(terms.term_at(rank + kChainAhead)));
        }
        if (rank + kSliceAhead < terms.size()) {
            const PostingChain& next = inverter_.chain(terms.term_at(rank + kSliceAhead));
            if (next.slices > 0) fetch_soon(inverter_.postings().begin_of(next));
        }
        const PostingChain& chain = inverter_.chain(terms.term_at(rank));
        const std::string_view name = terms.name(rank);
        postlist.begin_term(name, chain.articles, chain.collection_frequency);
        position.begin_term(name);
        PostingReader reader(inverter_.postings().gather(chain, buffer));
        for (Posting posting; reader.next(posting);) {
            postlist.add(posting.article, posting.frequency);
            if (!posting.positions.empty()) position.add(posting.article, posting.positions);
        }
        postlist.end_term();
    }
}

TableRoot BulkBuilder::write_data(const std::filesystem::path& directory) {
    TableWriter table(directory / "docdata.glass", EmptyTable::no_file);
    std::string key;
    std::uint32_t article = 0;
    for (const auto& stored : stored_) {
        ++article;
        if (stored.data_bytes == 0) continue;
        key.clear();
        append_sort_uint(key, article);
        table.add(key, {stored.data, stored.data_bytes}, stored.form);
    }
    return table.finish();
}

TableRoot BulkBuilder::write_term_lists(
    const std::filesystem::path& directory, const RankedTerms& terms
) {
    TableWriter table(directory / "termlist.glass", EmptyTable::empty_file);
    TermListWriter lists(table, deflater_, terms);
    std::size_t slots_begin = 0;
    for (std::uint32_t article = 1; article <= statistics_.articles; ++article) {
        const std::size_t slots_end = slots_end_[article - 1];
        lists.add(
            article,
            lengths_[article - 1],
            inverter_.lists(),
            slots_used_.view().substr(slots_begin, slots_end - slots_begin)
        );
        slots_begin = slots_end;
    }
    return table.finish();
}

void BulkBuilder::clear() {
    inverter_.clear();
    values_.clear();
    data_.clear();
    statistics_ = {};
    stored_ = {};
    lengths_ = {};
    slots_end_ = {};
    slots_used_ = {};
}

}  // namespace

std::unique_ptr<SegmentBuilder> make_bulk_builder() {
    return std::make_unique<BulkBuilder>();
}

}  // namespace broadsheet
