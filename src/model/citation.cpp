// Where a rule stands, as a Juriconnect reference: the notation that the official law database resolves.
//
//   PW, "41 lid 4 a, b"  ->  jci1.3:c:BWBR0015703&artikel=41&lid=4
//   PW, "21 a"           ->  jci1.3:c:BWBR0015703&artikel=21&o=a

#include <cctype>
#include <string>
#include <utility>
#include <vector>

#include "samenloop/model.hpp"

namespace samenloop::model {
namespace {

bool starts_with_digit(const std::string& word) {
    return !word.empty() && std::isdigit(static_cast<unsigned char>(word.front())) != 0;
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : text) {
        if (c != ' ') word += c;
        else if (!word.empty()) words.push_back(std::exchange(word, {}));
    }
    if (!word.empty()) words.push_back(std::move(word));
    return words;
}

}  // namespace

}  // namespace samenloop::model

namespace samenloop {

// Several members or parts ("lid 3, 4", "a, b") have no notation: the reference then stops at what holds them all.
std::string jci(const Law& law, std::string_view article) {
    if (!law.bwb.starts_with("BWB")) return {};
    std::string reference = "jci1.3:c:" + law.bwb;
    const auto words = model::words_of(article);
    if (words.empty() || !model::starts_with_digit(words[0])) return reference;
    if (words[0].ends_with(',') || words[0].ends_with(';')) return reference;
    reference += "&artikel=" + words[0];
    std::size_t next = 1;
    if (words.size() > 2 && words[1] == "lid" && model::starts_with_digit(words[2])) {
        if (words[2].ends_with(',')) return reference;
        reference += "&lid=" + words[2];
        next = 3;
    }
    if (words.size() == next + 1 && words[next].size() == 1) reference += "&o=" + words[next];
    return reference;
}

}  // namespace samenloop
