#include "indexer/pipeline/held_articles.h"

#include <cstring>
#include <utility>

#include <fmt/format.h>

#include "broadsheet/error.h"
#include "common/stored_article.h"

namespace broadsheet {

namespace {

[[noreturn]] void fail(const char* what) {
    throw Error(
        ErrorKind::unwritable,
        fmt::format(
            "cannot {} a temporary file: {}; TMPDIR names another folder for it",
            what,
            std::strerror(errno)
        )
    );
}

}  // namespace

void HeldArticles::put(const Article& article) {
    drop(article.id);
    if (!file_) file_.reset(std::tmpfile());
    if (!file_) fail("make");
    std::string line;
    append_article_json(line, article);
    if (std::fwrite(line.data(), 1, line.size(), file_.get()) != line.size()) fail("write");
    by_id_.emplace(article.id, next_);
    places_.emplace(next_++, Place{end_, line.size()});
    end_ += line.size();
}

void HeldArticles::drop(const std::string& id) {
    const auto found = by_id_.find(id);
    if (found == by_id_.end()) return;
    places_.erase(found->second);
    by_id_.erase(found);
}

void HeldArticles::release(const ArticleReceiver& receive) {
    std::string line;
    for (const auto& [number, place] : places_) {
        line.resize(place.length);
        if (fseeko(file_.get(), static_cast<off_t>(place.offset), SEEK_SET) != 0 ||
            std::fread(line.data(), 1, line.size(), file_.get()) != line.size()) {
            fail("read");
        }
        receive(parse_article_json(line));
    }
    places_.clear();
    by_id_.clear();
    file_.reset();
    end_ = 0;
}

}  // namespace broadsheet
