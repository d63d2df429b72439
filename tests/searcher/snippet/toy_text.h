#pragma once

#include <algorithm>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/analyzer.h"

namespace broadsheet::testing {

/// Tokens of a text whose words are parted by single spaces, full stops and commas apart; the stem
/// of a word is what stands before its first '-'. Lets the matcher be tested without the analyzer.
class ToyText {
public:
    explicit ToyText(std::string_view text, std::uint32_t first_position = 0) {
        std::uint32_t position = first_position;
        for (std::size_t begin = 0; begin < text.size();) {
            const std::size_t next = std::min(text.find(' ', begin), text.size());
            std::size_t end = next;
            while (end > begin && (text[end - 1] == '.' || text[end - 1] == ','))
                --end;
            const std::string term(text.substr(begin, end - begin));
            words_.push_back({term, term.substr(0, term.find('-')), 0});
            Token token;
            token.word = &words_.back();
            token.begin = static_cast<std::uint32_t>(begin);
            token.end = static_cast<std::uint32_t>(end);
            token.position = position++;
            if (end > begin) tokens_.push_back(token);
            begin = next + 1;
        }
    }

    [[nodiscard]] const std::vector<Token>& tokens() const { return tokens_; }

private:
    std::deque<Word> words_;
    std::vector<Token> tokens_;
};

}  // namespace broadsheet::testing
