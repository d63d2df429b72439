#include "indexer/segment/term_list_writer.h"

#include "indexer/segment/glass_keys.h"

namespace broadsheet {

TermListWriter::TermListWriter(
    TableWriter& table,
    Deflater& deflater,
    const TermTable& terms,
    std::span<const std::uint32_t> order
)
    : table_(table), deflater_(deflater), rank_of_(order.size()) {
    names_.room(terms.name_bytes());
    name_begin_.reserve(order.size());
    for (const std::uint32_t term : order) {
        const std::string_view name = terms.name(term);
        rank_of_[term] = static_cast<std::uint32_t>(name_begin_.size());
        name_begin_.push_back(static_cast<std::uint32_t>(names_.size()));
        names_.append(static_cast<char>(name.size()));
        names_.append(name);
    }
}

void TermListWriter::add(
    std::uint32_t article, std::uint32_t length, TermLists& lists, std::string_view slots_used
) {
    const auto listed = lists.in_order(article, rank_of_);
    tag_.clear();
    coder_.begin(tag_, length, listed.size());
    append_terms(listed);

    key_.clear();
    append_sort_uint(key_, article);
    const auto packed = deflater_.pack(tag_.view());
    table_.add(key_, packed.value_or(tag_.view()), packed ? TagForm::deflated : TagForm::plain);
    if (slots_used.empty()) return;
    key_.push_back('\0');
    table_.add(key_, slots_used);
}

void TermListWriter::append_terms(std::span<const TermLists::Listed> listed) {
    constexpr std::size_t kBeginAhead = 16;
    constexpr std::size_t kNameAhead = 8;
    for (std::size_t i = 0; i < listed.size(); ++i) {
        if (i + kBeginAhead < listed.size()) fetch_soon(&name_begin_[listed[i + kBeginAhead].rank]);
        if (i + kNameAhead < listed.size()) fetch_soon(name(listed[i + kNameAhead].rank));
        const char* name_at = name(listed[i].rank);
        const std::string_view term(name_at + 1, static_cast<unsigned char>(*name_at));
        coder_.add(tag_, term, listed[i].frequency);
    }
}

}  // namespace broadsheet
