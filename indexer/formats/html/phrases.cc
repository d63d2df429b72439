#include "indexer/formats/html/phrases.h"

namespace broadsheet::html {

Phrases::Phrases(std::string_view list) {
    for (std::size_t begin = 0; begin < list.size();) {
        const std::size_t end = std::min(list.find('|', begin), list.size());
        phrases_.push_back(list.substr(begin, end - begin));
        begin = end + 1;
    }
}

}  // namespace broadsheet::html
