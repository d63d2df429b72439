#pragma once

#include <string>

#include <xapian.h>

namespace broadsheet {

/// Sort key by date of publication, rising; undated articles come last and equal dates in order of
/// article id, whichever end comes first.
class DateKey : public Xapian::KeyMaker {
public:
    enum class Order { newest_first, oldest_first };

    explicit DateKey(Order order) : order_(order) {}

    std::string operator()(const Xapian::Document& document) const override;

private:
    Order order_;
};

}  // namespace broadsheet
