#include "small_review.h"

#include <array>
#include <random>

namespace winnow::rank::test {

namespace {

constexpr std::array kKilnWords{
    "kiln", "kilns", "clay", "firing", "glaze", "ceramic", "temperature", "pottery"};
constexpr std::array kDyeWords{"dye", "dyes", "cotton", "indigo", "fabric", "weaving", "colour", "loom"};
constexpr std::array kCommonWords{
    "the", "of", "study", "studies", "we", "results", "in", "a", "workshop", "craft", "method", "review"};

} // namespace

std::shared_ptr<const Features> featuresOf(const std::vector<Text> &texts, const TermScheme &scheme)
{
    FeatureBuilder builder(scheme);
    for (const Text &text : texts) {
        builder.add(text.title, text.abstractText);
    }
    return builder.build();
}

bool isAboutKilns(std::size_t row)
{
    return row % 5 == 1;
}

std::vector<Text> smallReview(std::size_t records)
{
    // The numbers of this generator are the same everywhere; those of the distributions are not.
    std::mt19937 random(20260101);
    const auto sentence = [&](std::size_t row, std::size_t words) {
        std::string text;
        for (std::size_t i = 0; i < words; ++i) {
            const std::size_t at = random();
            const bool isTopic = random() % 3 == 0;
            // One word in eight of the topic is of the other topic.
            const bool isKiln = isAboutKilns(row) != (random() % 8 == 0);
            text += isTopic ? (isKiln ? kKilnWords.at(at % kKilnWords.size())
                                      : kDyeWords.at(at % kDyeWords.size()))
                            : kCommonWords.at(at % kCommonWords.size());
            text += ' ';
        }
        return text;
    };
    std::vector<Text> texts;
    for (std::size_t row = 0; row < records; ++row) {
        std::string title = sentence(row, 6);
        std::string abstractText = random() % 10 == 0 ? std::string() : sentence(row, 40);
        texts.push_back({std::move(title), std::move(abstractText)});
    }
    return texts;
}

} // namespace winnow::rank::test
