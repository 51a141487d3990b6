#include "app/pdf_head.h"

#include "dedupe/spelling.h"
#include "text/fold.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace winnow::app {

namespace {

constexpr std::size_t kMostPages = 150; ///< of a paper
constexpr std::size_t kShortPage = 900; ///< letters; a page with fewer may be a cover
constexpr std::size_t kAuthorLetters = 3000;
constexpr std::size_t kHeadPages = 2;
constexpr int kFirstYear = 1800;
constexpr int kLastYear = 2100;

/// Words of covers that repositories and publishers put before a paper; each with a space at both ends.
constexpr std::array<std::string_view, 14> kCovers{
    " author s version ",
    " author version ",
    " accepted manuscript ",
    " citation for published version ",
    " downloaded from ",
    " document version ",
    " publisher s version ",
    " repository ",
    " see discussions stats ",
    " terms and conditions ",
    " terms of use ",
    " this is the peer reviewed version ",
    " to cite this article ",
    " your use of the jstor ",
};

constexpr std::array<std::string_view, 9> kPreprints{
    " arxiv preprint ",
    " biorxiv preprint ",
    " medrxiv preprint ",
    " not certified by peer review ",
    " not been peer reviewed ",
    " not peer reviewed ",
    " this preprint ",
    " preprints org ",
    " electronic copy available at ",
};

/// The folded words, each with a space before and behind.
std::string spacedWords(std::string_view folded)
{
    std::string all = " ";
    for (const std::string_view word : dedupe::wordsOf(folded)) {
        all.append(word).append(" ");
    }
    return all;
}

template <std::size_t Size>
bool hasAny(std::string_view words, const std::array<std::string_view, Size> &phrases)
{
    return std::ranges::any_of(
        phrases, [&](std::string_view phrase) { return words.find(phrase) != std::string_view::npos; });
}

/// "Contents lists available at ..." is the banner of a publisher, not a table of contents.
bool isContents(std::string_view words)
{
    constexpr std::size_t kTop = 300;
    const std::string_view top = words.substr(0, kTop);
    const std::size_t at = top.find(" contents ");
    return at != std::string_view::npos && top.find(" contents lists ") == std::string_view::npos;
}

/// "arXiv:2001.01234v2 [cs.CL]" on the margin.
bool hasArxivStamp(std::string_view words)
{
    const std::size_t at = words.find(" arxiv ");
    constexpr std::size_t kSize = 7;
    return at != std::string_view::npos && at + kSize < words.size() && words[at + kSize] >= '0' &&
           words[at + kSize] <= '9';
}

void addYears(std::set<int> &years, std::string_view folded)
{
    for (const std::string_view word : dedupe::wordsOf(folded)) {
        int year = 0;
        const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), year);
        constexpr std::size_t kDigits = 4;
        if (word.size() == kDigits && error == std::errc() && end == word.data() + word.size() &&
            year >= kFirstYear && year <= kLastYear) {
            years.insert(year);
        }
    }
}

void addDois(PdfHead &head, std::string_view text, bool isOwn)
{
    for (PrintedDoi &doi : printedDois(text)) {
        if (isOwn && !doi.isOfOther) {
            head.ownDois.insert(doi.keys.back());
            head.firstDoi = head.firstDoi.empty() ? doi.keys.back() : head.firstDoi;
        }
        head.dois.push_back(std::move(doi));
    }
}

/// What programs write where they know no title ("Microsoft Word - final3.doc") matches none; texts that are
/// no title at all are not looked at.
void addWhole(PdfHead &head, std::string_view text)
{
    constexpr std::size_t kLeastTitle = 4;
    TitleSource source{SearchedText(text)};
    if (source.text.size() >= kLeastTitle) {
        head.sources.push_back(std::move(source));
    }
}

} // namespace

PdfHead headOf(const PdfFacts &pdf)
{
    PdfHead head;
    head.isVolume = pdf.pageCount > kMostPages;
    head.fileDoi = doiKeyOfFileName(pdf.name);
    addWhole(head, pdf.title);
    std::string authors = pdf.author;
    for (const std::string *meta : {&pdf.title, &pdf.subject, &pdf.keywords}) {
        addDois(head, *meta, true);
        addYears(head.years, text::fold(*meta));
    }
    addDois(head, pdf.identifiers, true);
    addYears(head.years, text::fold(pdf.name));
    bool isHead = true; // of the page that comes
    for (std::size_t number = 0; number < pdf.pages.size(); ++number) {
        const PdfPageFacts &page = pdf.pages[number];
        const std::string_view text = withoutReferences(page.text);
        SearchedText searched(text);
        const std::string words = spacedWords(searched.folded());
        head.isPreprint = head.isPreprint || hasAny(words, kPreprints) || (isHead && hasArxivStamp(words));
        head.isVolume = head.isVolume || (number == 0 && isContents(words));
        if (number < kHeadPages || isHead) {
            addDois(head, text, isHead);
            addYears(head.years, searched.folded());
        }
        if (isHead) {
            for (const std::string &large : page.large) {
                addWhole(head, large);
            }
            authors.append(" ").append(text.substr(0, kAuthorLetters));
        }
        const bool isCover = isHead && (searched.size() < kShortPage || hasAny(words, kCovers));
        head.sources.push_back({std::move(searched), true, isHead});
        isHead = isCover;
    }
    head.authors = SearchedText(authors);
    return head;
}

} // namespace winnow::app
