#include "indexer/pipeline/run_settings.h"

#include <algorithm>
#include <chrono>

namespace broadsheet {

namespace {

Date clock_now() {
    const auto since_1970 = std::chrono::system_clock::now().time_since_epoch();
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(since_1970).count();
    return {.begin_ms = ms};
}

}  // namespace

BatchReader::Settings batch_reader_settings(const IndexSettings& settings, const MemoryPlan& plan) {
    BatchReader::Settings reading;
    reading.batch_bytes = plan.batch_bytes;
    reading.article_bytes_max = std::min(settings.limits.article_bytes_max, plan.article_bytes_max);
    reading.include = settings.include;
    reading.exclude = settings.exclude;
    for (const auto& format : settings.preferred)
        reading.preferred.push_back(format.get());
    return reading;
}

ArticleRules article_rules(const IndexSettings& settings) {
    return {.language = settings.language, .now = settings.now.value_or(clock_now())};
}

}  // namespace broadsheet
