#pragma once

#include <memory>
#include <string>
#include <vector>

#include "broadsheet/results.h"
#include "broadsheet/searcher.h"
#include "common/cli/terminal.h"

namespace broadsheet {

/// What a printer must know besides the hits.
struct PrintSettings {
    std::string query = {};       ///< as typed
    cli::Terminal terminal = {};  ///< where standard output goes
    std::string topic = {};       ///< name of the query where several are answered, else empty
    bool hyperlinks = false;      ///< the terminal opens links (OSC 8)
    std::vector<std::string> fields = {};  ///< names of hit_fields.h; empty: the usual ones
};

/// One way results look. Appends to a string, so that it can be tested without a terminal; what it
/// appends is safe for the place it is meant for, whatever the articles hold.
class Printer {
public:
    Printer() = default;
    virtual ~Printer() = default;
    Printer(const Printer&) = delete;
    Printer& operator=(const Printer&) = delete;

    /// What comes before the first hit.
    virtual void begin(std::string& /*out*/) {}

    virtual void hit(const Hit& hit, std::string& out) = 0;

    /// What comes behind the last hit; of the results everything but the hits is known.
    virtual void end(const Results& /*results*/, std::string& /*out*/) {}

    /// A whole article with the places that match.
    virtual void article(const MarkedArticle& marked, std::string& out) = 0;
};

}  // namespace broadsheet
