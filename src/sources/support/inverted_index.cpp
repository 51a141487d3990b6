#include "sources/support/inverted_index.h"

#include "formats/support/strings.h"

#include <algorithm>
#include <utility>

namespace winnow::sources {

namespace {

constexpr std::size_t kMostWords = 50'000;
constexpr std::uint64_t kMostPosition = 1'000'000;
constexpr std::size_t kMostBytes = std::size_t{1} << 20U;

} // namespace

std::string textOfInvertedIndex(const Json &index)
{
    const auto *const object = index.get_ptr<const Json::object_t *>();
    if (object == nullptr) {
        return {};
    }
    std::vector<std::pair<std::uint64_t, std::string_view>> words;
    for (const auto &[word, positions] : *object) {
        if (!positions.is_array()) {
            continue;
        }
        for (const Json &position : positions) {
            const auto *const place = position.get_ptr<const Json::number_unsigned_t *>();
            if (place != nullptr && *place <= kMostPosition && words.size() < kMostWords) {
                words.emplace_back(*place, word);
            }
        }
    }
    std::ranges::stable_sort(words, {}, &std::pair<std::uint64_t, std::string_view>::first);
    const auto isSamePlace = [](const auto &a, const auto &b) { return a.first == b.first; };
    words.erase(std::unique(words.begin(), words.end(), isSamePlace), words.end());
    std::string text;
    for (const auto &[position, word] : words) {
        if (text.size() + word.size() > kMostBytes) {
            break;
        }
        text += text.empty() ? "" : " ";
        text += word;
    }
    return formats::withoutControls(std::move(text));
}

} // namespace winnow::sources
