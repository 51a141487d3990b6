#include "fuzz/check_pdf.h"

#include "fuzz/check_record.h"
#include "pdf/protocol.h"
#include "pdf/utf8.h"
#include "pdf/wire.h"
#include "pdf/words.h"

#include <algorithm>
#include <vector>

namespace winnow::fuzz {

namespace {

/// What was read of the bytes is what they were written from: two messages never mean the same.
template <class T>
const T *expectOnlyForm(Finding &finding, const std::optional<T> &read, std::string_view bytes)
{
    finding.expect(
        !read || pdf::encode(*read) == bytes, "is read, but would be written in another way", bytes);
    return read ? &*read : nullptr;
}

void expectAbout(Finding &finding, const pdf::About &about)
{
    for (const std::string *line :
         {&about.title, &about.author, &about.subject, &about.keywords, &about.creator, &about.producer}) {
        expectText(finding, *line, "a line of what the file says of itself");
    }
    finding.expect(std::ranges::all_of(about.pages,
                                       [](const pdf::PageSize &page) {
                                           return page.width >= 0 && page.width <= pdf::kMostPoints &&
                                                  page.height >= 0 && page.height <= pdf::kMostPoints;
                                       }),
                   "has a page of a size that cannot be");
}

void expectWords(Finding &finding, const pdf::PageText &text)
{
    for (const pdf::Word &word : text.words) {
        finding.expect(!word.text.empty(), "has a word without letters");
        expectText(finding, word.text, "a word");
        finding.expect(word.box.left <= word.box.right && word.box.top <= word.box.bottom,
                       "has a word in a box that is inside out",
                       word.text);
    }
}

std::size_t lettersOf(std::u32string_view text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char32_t c) { return c >= U'a' && c <= U'z'; }));
}

} // namespace

std::string checkPdfMessage(std::string_view bytes)
{
    Finding finding;
    expectOnlyForm(finding, pdf::decodeRequest(bytes), bytes);
    expectOnlyForm(finding, pdf::decodeOutline(bytes), bytes);
    if (const auto read = pdf::decodeRefused(bytes); expectOnlyForm(finding, read, bytes) != nullptr) {
        expectText(finding, read->detail, "a refusal");
    }
    if (const auto read = pdf::decodeAbout(bytes); expectOnlyForm(finding, read, bytes) != nullptr) {
        expectAbout(finding, *read);
    }
    if (const auto read = pdf::decodeText(bytes); expectOnlyForm(finding, read, bytes) != nullptr) {
        expectWords(finding, *read);
    }
    if (const auto read = pdf::decodePicture(bytes); expectOnlyForm(finding, read, bytes) != nullptr) {
        finding.expect(read->pixels.size() == std::size_t{read->width} * read->height, "lacks pixels", bytes);
    }
    return finding.text();
}

std::string checkPdfWords(std::string_view bytes)
{
    Finding finding;
    pdf::WireReader from(bytes);
    std::vector<pdf::RawWord> words;
    std::size_t letters = 0;
    while (!from.isDone() && !from.hasFailed()) {
        const std::uint8_t shape = from.byte(); // where it stands: column, line, turn, space
        pdf::RawWord word;
        for (std::size_t i = from.byte() % 8U; i > 0; --i) {
            const std::uint8_t letter = from.byte();
            word.text += letter < 0x80 ? char32_t{letter} : 0xFAF0U + letter; // the ligatures are there
        }
        const double left = 40.0 * (shape & 3U);
        const double top = 6.0 * ((shape >> 2U) & 7U);
        word.box = {left, top, left + 6.0 * static_cast<double>(word.text.size()), top + 12};
        word.quarterTurns = (shape >> 5U) & 1U;
        word.hasSpaceAfter = (shape & 64U) != 0;
        letters += lettersOf(word.text);
        words.push_back(std::move(word));
    }
    const pdf::PageText text = pdf::joinWords(words);
    expectWords(finding, text);
    finding.expect(text.words.size() <= words.size(), "makes words out of nothing");
    finding.expect(lettersOf(pdf::fromUtf8(pdf::plainText(text))) >= letters, "loses letters", bytes);
    return finding.text();
}

} // namespace winnow::fuzz
