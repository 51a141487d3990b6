#include "app/file_name_match.h"

#include "dedupe/spelling.h"
#include "text/fold.h"

#include <algorithm>
#include <string>
#include <vector>

namespace winnow::app {

double fileNameScore(std::string_view name, const Wording &wording)
{
    constexpr std::size_t kLongWord = 4; ///< shorter ones are in all titles
    constexpr double kTitleShare = 0.6;
    constexpr std::size_t kFewWords = 3;
    const std::string folded = text::fold(name.substr(0, name.rfind('.')));
    bool hasAuthor = false;
    bool hasYear = false;
    std::size_t longWords = 0;
    std::size_t fitting = 0;
    for (const std::string_view word : dedupe::wordsOf(folded)) {
        const std::string letters = dedupe::inOneSpelling(word);
        if (!wording.family.empty() && letters == wording.family) {
            hasAuthor = true;
        } else if (wording.traits.year != 0 && word == std::to_string(wording.traits.year)) {
            hasYear = true;
        } else if (letters.size() >= kLongWord) {
            ++longWords;
            fitting +=
                static_cast<std::size_t>(wording.traits.title.letters.find(letters) != std::string::npos);
        }
    }
    const double share = longWords == 0 ? 0 : static_cast<double>(fitting) / static_cast<double>(longWords);
    const bool isTitle = fitting >= kFewWords && share >= kTitleShare;
    const bool isAuthorAndYear = hasAuthor && hasYear && (longWords == 0 || fitting > 0);
    if (!isTitle && !isAuthorAndYear) {
        return 0;
    }
    constexpr double kMost = 0.6; // a name says less than a text
    return kMost * (0.5 * share + (hasAuthor ? 0.3 : 0) + (hasYear ? 0.2 : 0));
}

} // namespace winnow::app
