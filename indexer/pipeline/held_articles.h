#pragma once

#include <cstdint>
#include <cstdio>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>

#include "broadsheet/article.h"
#include "indexer/pipeline/extract_run.h"

namespace broadsheet {

/// Articles that are not handed out before the end of their bundle, as a later version may still
/// come. They wait in a temporary file without a name.
class HeldArticles {
public:
    /// Holds the article in the place of one with the same id.
    /// @throws Error (unwritable) when there is no room for the file.
    void put(const Article& article);

    void drop(const std::string& id);

    /// Hands out what is held, in the order in which it came, and forgets it.
    void release(const ArticleReceiver& receive);

private:
    struct Place {
        std::uint64_t offset = 0;
        std::size_t length = 0;
    };

    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };

    std::unique_ptr<std::FILE, Close> file_;
    std::uint64_t end_ = 0;
    std::map<std::uint64_t, Place> places_;                 // by the number of their coming
    std::unordered_map<std::string, std::uint64_t> by_id_;  // the number
    std::uint64_t next_ = 0;
};

}  // namespace broadsheet
