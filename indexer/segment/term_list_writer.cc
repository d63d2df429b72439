#include "indexer/segment/term_list_writer.h"

#include "indexer/segment/glass_keys.h"

namespace broadsheet {

void TermListWriter::add(
    std::uint32_t article, std::uint32_t length, TermLists& lists, std::string_view slots_used
) {
    const auto listed = lists.in_order(article, terms_.rank_of());
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
    constexpr std::size_t kPlaceAhead = 16;
    constexpr std::size_t kNameAhead = 8;
    for (std::size_t i = 0; i < listed.size(); ++i) {
        if (i + kPlaceAhead < listed.size()) terms_.fetch_place_soon(listed[i + kPlaceAhead].rank);
        if (i + kNameAhead < listed.size()) terms_.fetch_name_soon(listed[i + kNameAhead].rank);
        coder_.add(tag_, terms_.name(listed[i].rank), listed[i].frequency);
    }
}

}  // namespace broadsheet
