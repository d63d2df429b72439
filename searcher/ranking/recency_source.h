#pragma once

#include <string>

#include <xapian.h>

namespace broadsheet {

/// Offers the dated articles, each with a weight that halves with every half-life of its age.
class RecencySource final : public Xapian::ValuePostingSource {
public:
    /// `now` as in slot `published`; what is younger counts as of now. `most`: the weight of what
    /// is of now.
    RecencySource(std::string now, double half_life_days, double most);

    double get_weight() const override;
    RecencySource* clone() const override;
    void init(const Xapian::Database& segment) override;

private:
    std::string now_;
    double now_days_;
    double half_life_days_;
    double most_;
};

/// Days since 1970 of a value of slot `published`, its earliest instant; 0 for what is none.
double published_days(const std::string& slot_value);

}  // namespace broadsheet
