#include "pdf/content.h"

namespace winnow::pdf {

std::string plainText(const PageText &text)
{
    std::string all;
    for (const Word &word : text.words) {
        if (!all.empty()) {
            all += ' ';
        }
        all += word.text;
    }
    return all;
}

} // namespace winnow::pdf
