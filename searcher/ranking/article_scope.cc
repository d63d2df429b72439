#include "searcher/ranking/article_scope.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

namespace broadsheet {

namespace {

// The engine joins them with colons.
std::vector<std::string> segment_names(const Xapian::Database& index) {
    const std::string joined = index.get_uuid();
    std::vector<std::string> names;
    for (std::size_t begin = 0; begin < joined.size();) {
        const std::size_t end = std::min(joined.find(':', begin), joined.size());
        names.push_back(joined.substr(begin, end - begin));
        begin = end + 1;
    }
    return names;
}

/// The articles of a scope as a part of a query.
class ArticlesWithin final : public Xapian::PostingSource {
public:
    explicit ArticlesWithin(std::shared_ptr<const ArticleScope> scope) : scope_(std::move(scope)) {}

    void init(const Xapian::Database& segment) override {
        documents_ = scope_->of(segment);
        last_ = segment.get_lastdocid();
        count_ = documents_ != nullptr ? static_cast<Xapian::doccount>(documents_->size())
                                       : segment.get_doccount();
        at_ = 0;
    }

    [[nodiscard]] Xapian::PostingSource* clone() const override {
        return new ArticlesWithin(scope_);
    }

    // Numbers that are free may be among those offered.
    [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return 0; }

    [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return count_; }

    [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return count_; }

    void next(double) override { move_to(at_ + 1); }

    void skip_to(Xapian::docid document, double) override { move_to(std::max(document, at_)); }

    [[nodiscard]] bool at_end() const override { return at_ > last_; }

    [[nodiscard]] Xapian::docid get_docid() const override { return at_; }

    [[nodiscard]] std::string get_description() const override { return "ArticlesWithin"; }

private:
    void move_to(Xapian::docid document) {
        at_ = document;
        if (documents_ == nullptr) return;
        const auto found = std::ranges::lower_bound(*documents_, document);
        at_ = found == documents_->end() ? last_ + 1 : *found;
    }

    std::shared_ptr<const ArticleScope> scope_;
    const std::vector<Xapian::docid>* documents_ = nullptr;
    Xapian::docid last_ = 0;
    Xapian::doccount count_ = 0;
    Xapian::docid at_ = 0;
};

}  // namespace

void ArticleScope::limit(
    const Xapian::Database& index, const std::vector<Xapian::docid>& documents
) {
    const std::vector<std::string> names = segment_names(index);
    by_segment_.clear();
    // The engine deals the numbers of the segments out in turns.
    const auto segments = static_cast<Xapian::docid>(names.size());
    for (const Xapian::docid document : documents)
        by_segment_[names[(document - 1) % segments]].push_back((document - 1) / segments + 1);
    for (auto& [name, numbers] : by_segment_)
        std::ranges::sort(numbers);
    limited_ = true;
}

const std::vector<Xapian::docid>* ArticleScope::of(const Xapian::Database& segment) const {
    if (!limited_) return nullptr;
    const auto found = by_segment_.find(segment.get_uuid());
    return found == by_segment_.end() ? &none_ : &found->second;
}

Xapian::Query within(std::shared_ptr<const ArticleScope> scope) {
    return Xapian::Query((new ArticlesWithin(std::move(scope)))->release());
}

}  // namespace broadsheet
