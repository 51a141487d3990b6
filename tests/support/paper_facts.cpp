#include "support/paper_facts.h"

#include "pdf/utf8.h"
#include "pdf/words.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace winnow::test {

namespace {

void addWords(std::vector<pdf::RawWord> &words, const PrintedLine &line, double top)
{
    double left = 50;
    for (std::string_view rest = line.text; !rest.empty();) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        pdf::RawWord word{.text = pdf::fromUtf8(rest.substr(0, end)), .hasSpaceAfter = true};
        const double width = static_cast<double>(word.text.size()) * line.size * 0.5;
        word.box = {left, top, left + width, top + line.size * 1.1};
        left += width + line.size * 0.3;
        words.push_back(std::move(word));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
}

std::string valueOf(const MadePaper &paper, std::string_view key)
{
    const auto found = std::ranges::find(paper.info, key, [](const auto &entry) { return entry.first; });
    return found == paper.info.end() ? std::string() : found->second;
}

} // namespace

app::PdfFacts factsOf(const MadePaper &paper)
{
    app::PdfFacts facts{.name = paper.name,
                        .title = valueOf(paper, "Title"),
                        .author = valueOf(paper, "Author"),
                        .subject = valueOf(paper, "Subject"),
                        .pageCount = paper.pages.size()};
    for (const auto &lines : paper.pages) {
        std::vector<pdf::RawWord> words;
        double top = 40;
        for (const PrintedLine &line : lines) {
            addWords(words, line, top);
            top += line.size * 1.4;
        }
        facts.pages.push_back(app::pageFacts(pdf::joinWords(words)));
    }
    return facts;
}

} // namespace winnow::test
