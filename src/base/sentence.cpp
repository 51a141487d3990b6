#include "base/sentence.h"

namespace winnow {

std::string
said(const Sentence &sentence, std::initializer_list<std::string_view> parts, Translator translator)
{
    const std::string open = translator == nullptr ? sentence.text : translator(sentence);
    std::string all;
    for (std::size_t at = 0; at < open.size(); ++at) {
        const bool isPlace =
            open[at] == '%' && at + 1 < open.size() && open[at + 1] >= '1' && open[at + 1] <= '9';
        if (!isPlace) {
            all += open[at];
            continue;
        }
        const auto part = static_cast<std::size_t>(open[++at] - '1');
        if (part < parts.size()) {
            all += parts.begin()[part];
        }
    }
    return all;
}

} // namespace winnow
