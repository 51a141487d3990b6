#include "index/forward.h"

#include <optional>

namespace winnow::index {

namespace {

void appendNumber(std::string &data, std::uint32_t number)
{
    while (number >= 0x80) {
        data += static_cast<char>((number & 0x7FU) | 0x80U);
        number >>= 7U;
    }
    data += static_cast<char>(number);
}

std::optional<std::uint32_t> takeNumber(std::string_view &data)
{
    std::uint32_t number = 0;
    for (unsigned shift = 0; !data.empty() && shift < 32; shift += 7) {
        const auto byte = static_cast<unsigned char>(data.front());
        data.remove_prefix(1);
        number |= (byte & 0x7FU) << shift;
        if (byte < 0x80) {
            return number;
        }
    }
    return std::nullopt;
}

} // namespace

void appendSegment(std::string &data, query::Field field, std::span<const WordId> words)
{
    appendNumber(data, query::setOf(field));
    appendNumber(data, static_cast<std::uint32_t>(words.size()));
    for (const WordId word : words) {
        appendNumber(data, word);
    }
}

std::vector<Segment> readSegments(std::string_view data)
{
    std::vector<Segment> segments;
    while (!data.empty()) {
        const auto field = takeNumber(data);
        const auto count = takeNumber(data);
        // Each word takes a byte at least, so a count beyond that is damage, and no memory is set aside for
        // it.
        if (!field || !count || *count > data.size()) {
            break;
        }
        Segment segment{static_cast<query::Field>(*field), {}};
        segment.words.reserve(*count);
        for (std::uint32_t i = 0; i < *count; ++i) {
            const auto word = takeNumber(data);
            if (!word) {
                return segments;
            }
            segment.words.push_back(*word);
        }
        segments.push_back(std::move(segment));
    }
    return segments;
}

} // namespace winnow::index
