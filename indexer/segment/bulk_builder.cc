#include <string>
#include <vector>

#include "broadsheet/error.h"
#include "indexer/segment/arena.h"
#include "indexer/segment/article_limits.h"
#include "indexer/segment/deflater.h"
#include "indexer/segment/glass_keys.h"
#include "indexer/segment/inverter.h"
#include "indexer/segment/postlist_writer.h"
#include "indexer/segment/segment_builder.h"
#include "indexer/segment/segment_directory.h"
#include "indexer/segment/term_lists.h"
#include "indexer/segment/value_store.h"
#include "indexer/segment/version_file.h"

namespace broadsheet {

namespace {

class BulkBuilder final : public SegmentBuilder {
public:
    void add(const ArticleTerms& article) override;

    [[nodiscard]] std::uint32_t article_count() const override { return statistics_.articles; }

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
    void write_terms(PostlistWriter& postlist, TableWriter& position, TermLists& lists);
    TableRoot write_data(const std::filesystem::path& directory);
    TableRoot write_term_lists(const std::filesystem::path& directory, TermLists& lists);
    void clear();

    Inverter inverter_;
    ValueStore values_;
    Arena data_;
    Deflater deflater_;
    SegmentStatistics statistics_;
    std::vector<Stored> stored_;              // by article, from 0
    std::vector<std::uint32_t> lengths_;      // likewise
    std::vector<std::uint32_t> term_counts_;  // likewise
    std::vector<std::uint32_t> slots_end_;    // likewise: where they end in slots_used_
    ByteBuffer slots_used_;
    std::vector<std::uint32_t> order_;  // of the terms, while writing
};

void BulkBuilder::add(const ArticleTerms& article) {
    require_storable(article);
    const auto added = inverter_.add(article, statistics_.articles + 1);
    statistics_.add_article(added.length);
    statistics_.frequency_max = std::max(statistics_.frequency_max, added.frequency_max);
    values_.add(statistics_.articles, article.values, slots_used_);
    slots_end_.push_back(static_cast<std::uint32_t>(slots_used_.size()));
    lengths_.push_back(added.length);
    term_counts_.push_back(added.terms);
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
    const std::size_t per_article =
        sizeof(Stored) + 3 * sizeof(std::uint32_t) + sizeof(std::size_t);
    const std::size_t held = inverter_.memory_bytes() + values_.memory_bytes() +
                             data_.memory_bytes() + deflater_.memory_bytes() +
                             slots_used_.capacity() + stored_.capacity() * per_article;
    const std::size_t to_write = inverter_.posting_count() * sizeof(std::uint32_t) +
                                 inverter_.terms().size() * TermTable::kOrderBytesPerTerm +
                                 inverter_.postings().longest_bytes() +
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
    TermLists lists(term_counts_);
    PostlistWriter postlist(postlist_table);
    postlist.write_metadata(metadata);
    values_.write(postlist_table);
    postlist.write_lengths(lengths_);
    write_terms(postlist, position_table, lists);

    SegmentTables tables;
    tables.postlist = postlist_table.finish();
    tables.position = position_table.finish();
    tables.docdata = write_data(directory);
    tables.termlist = write_term_lists(directory, lists);
    write_version_file(directory, tables, statistics_);
    sync_segment(directory);
}

void BulkBuilder::write_terms(PostlistWriter& postlist, TableWriter& position, TermLists& lists) {
    order_ = inverter_.terms().in_order();
    ByteBuffer bytes;
    std::string key;
    std::uint32_t rank = 0;
    for (const std::uint32_t term : order_) {
        const PostingChain& chain = inverter_.chain(term);
        const std::string_view name = inverter_.terms().name(term);
        inverter_.postings().gather(chain, bytes);
        postlist.begin_term(name, chain.articles, chain.collection_frequency);
        key.clear();
        append_sort_string(key, name);
        const std::size_t prefix = key.size();
        PostingReader reader(bytes.view());
        for (Posting posting; reader.next(posting);) {
            postlist.add(posting.article, posting.frequency);
            lists.add(posting.article, rank, posting.frequency);
            if (posting.positions.empty()) continue;
            key.resize(prefix);
            append_sort_uint(key, posting.article);
            position.add(key, posting.positions);
        }
        postlist.end_term();
        ++rank;
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

TableRoot BulkBuilder::write_term_lists(const std::filesystem::path& directory, TermLists& lists) {
    TableWriter table(directory / "termlist.glass", EmptyTable::empty_file);
    TermListCoder coder;
    ByteBuffer tag;
    std::string key;
    std::size_t slots_begin = 0;
    for (std::uint32_t article = 1; article <= statistics_.articles; ++article) {
        tag.clear();
        coder.begin(tag, lengths_[article - 1], term_counts_[article - 1]);
        lists.for_each(article, [&](std::uint32_t rank, std::uint32_t frequency) {
            coder.add(tag, inverter_.terms().name(order_[rank]), frequency);
        });
        key.clear();
        append_sort_uint(key, article);
        const auto packed = deflater_.pack(tag.view());
        table.add(key, packed.value_or(tag.view()), packed ? TagForm::deflated : TagForm::plain);

        const std::size_t slots_end = slots_end_[article - 1];
        if (slots_end == slots_begin) continue;
        key.push_back('\0');
        table.add(key, slots_used_.view().substr(slots_begin, slots_end - slots_begin));
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
    term_counts_ = {};
    slots_end_ = {};
    slots_used_ = {};
    order_ = {};
}

}  // namespace

std::unique_ptr<SegmentBuilder> make_bulk_builder() {
    return std::make_unique<BulkBuilder>();
}

}  // namespace broadsheet
