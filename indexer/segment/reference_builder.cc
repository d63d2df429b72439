#include <cstdint>
#include <string>
#include <vector>

#include <xapian.h>

#include "indexer/segment/article_limits.h"
#include "indexer/segment/segment_builder.h"
#include "indexer/segment/segment_directory.h"
#include "indexer/segment/term_bytes.h"

namespace broadsheet {

namespace {

// What the engine's own Document takes for one term: a map node with its name, and its positions.
constexpr std::size_t kBytesPerTerm = 160;
constexpr std::size_t kBytesPerPosition = 8;
constexpr std::size_t kBytesPerDocument = 512;

class ReferenceBuilder final : public SegmentBuilder {
public:
    void add(const ArticleTerms& article) override;

    [[nodiscard]] std::uint32_t article_count() const override {
        return static_cast<std::uint32_t>(documents_.size());
    }

    [[nodiscard]] bool is_full() const override { return length_ >= kSegmentLengthFull; }

    [[nodiscard]] std::size_t memory_bytes() const override { return memory_bytes_; }

    void finish(
        const std::filesystem::path& directory, const std::map<std::string, std::string>& metadata
    ) override;

private:
    void add_occurrence(Xapian::Document& document, const Occurrence& occurrence);
    void add_posting(Xapian::Document& document, Xapian::termpos position);
    void add_term(Xapian::Document& document, Xapian::termcount wdf);

    std::vector<Xapian::Document> documents_;
    std::size_t memory_bytes_ = 0;
    std::uint64_t length_ = 0;  // of all articles
    std::string term_;          // being put together
};

void ReferenceBuilder::add_posting(Xapian::Document& document, Xapian::termpos position) {
    if (!is_storable_term(term_)) return;
    document.add_posting(term_, position);
    ++length_;
}

void ReferenceBuilder::add_term(Xapian::Document& document, Xapian::termcount wdf) {
    if (!is_storable_term(term_)) return;
    document.add_term(term_, wdf);
    length_ += wdf;
}

void ReferenceBuilder::add_occurrence(Xapian::Document& document, const Occurrence& occurrence) {
    const Word& word = *occurrence.word;
    term_ = word.term;
    add_posting(document, occurrence.position);
    if (!word.stem.empty()) {
        term_.assign(1, 'Z').append(word.stem);
        add_term(document, occurrence.weight);
    }
    if (occurrence.field == 0) return;

    const auto prefix = ArticleTerms::field_prefixes().at(occurrence.field);
    term_.assign(prefix).append(word.term);
    add_posting(document, occurrence.position);
    if (!word.stem.empty()) {
        term_.assign(1, 'Z').append(prefix).append(word.stem);
        add_term(document, 1);
    }
}

void ReferenceBuilder::add(const ArticleTerms& article) {
    require_storable(article);
    Xapian::Document document;
    for (const auto& occurrence : article.occurrences)
        add_occurrence(document, occurrence);
    for (const auto& term : article.exact_terms) {
        term_ = term;
        add_term(document, 0);
    }
    for (const auto& [slot, value] : article.values)
        document.add_value(slot, value);
    document.set_data(article.data);

    memory_bytes_ += kBytesPerDocument + article.data.size() +
                     document.termlist_count() * kBytesPerTerm +
                     article.occurrences.size() * kBytesPerPosition;
    documents_.push_back(document);
}

void ReferenceBuilder::finish(
    const std::filesystem::path& directory, const std::map<std::string, std::string>& metadata
) {
    writing_segment(directory, [&] {
        Xapian::WritableDatabase database(
            directory.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS
        );
        for (const auto& document : documents_)
            database.add_document(document);
        for (const auto& [key, value] : metadata)
            database.set_metadata(key, value);
        database.commit();
        database.close();
        sync_segment(directory);
    });
    documents_.clear();
    length_ = 0;
    memory_bytes_ = 0;
}

}  // namespace

std::unique_ptr<SegmentBuilder> make_reference_builder() {
    return std::make_unique<ReferenceBuilder>();
}

}  // namespace broadsheet
