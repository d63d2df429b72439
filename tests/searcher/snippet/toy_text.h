#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <map>
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
            words_.push_back({term, term.substr(0, term.find('-')), number_of(term)});
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
    // The same for the same word in every text, as if one analyzer had made them.
    static std::uint32_t number_of(const std::string& term) {
        static std::map<std::string, std::uint32_t> numbers;
        return numbers.try_emplace(term, static_cast<std::uint32_t>(numbers.size())).first->second;
    }

    std::deque<Word> words_;
    std::vector<Token> tokens_;
};

}  // namespace broadsheet::testing
