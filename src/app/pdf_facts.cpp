#include "app/pdf_facts.h"

#include "pdf/document.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>

namespace winnow::app {

namespace {

/// A cover of a repository, the first page of the paper, and one more.
constexpr std::size_t kPagesRead = 3;
constexpr std::size_t kMostBytes = 20'000; ///< of the text of a page

/// Two sizes of letters are one where they differ by less; rounding and superscripts make small differences.
constexpr double kSameSize = 0.06;
constexpr std::size_t kMostSizes = 4;
constexpr std::size_t kMostWords = 60; ///< of one size; more are the text of the paper

/// So long may the pages of one file take together.
constexpr std::chrono::seconds kMostTime{20};

double heightOf(const pdf::Word &word)
{
    return word.box.bottom - word.box.top;
}

/// Writing from the bottom to the top, as archives stamp it on the margin.
bool isUpright(const pdf::Word &word)
{
    constexpr std::size_t kShort = 2;
    return word.text.size() <= kShort || word.box.right - word.box.left > heightOf(word) * 0.8;
}

/// The sizes of a page, the largest first; each as the height that its words have at least.
std::vector<double> sizesOf(const pdf::PageText &page)
{
    std::vector<double> heights;
    for (const pdf::Word &word : page.words) {
        if (isUpright(word)) {
            heights.push_back(heightOf(word));
        }
    }
    std::ranges::sort(heights, std::greater());
    std::vector<double> least;
    for (const double height : heights) {
        if (least.empty() || height < least.back()) {
            least.push_back(height * (1 - kSameSize));
        }
    }
    return least;
}

} // namespace

bool PdfFacts::hasText() const
{
    return std::ranges::any_of(pages, [](const PdfPageFacts &page) { return !page.text.empty(); });
}

PdfPageFacts pageFacts(const pdf::PageText &page)
{
    PdfPageFacts facts{.text = pdf::plainText(page)};
    if (facts.text.size() > kMostBytes) {
        facts.text.resize(facts.text.find_last_of(' ', kMostBytes) == std::string::npos
                              ? 0
                              : facts.text.find_last_of(' ', kMostBytes));
    }
    double above = 1e9;
    for (const double least : sizesOf(page)) {
        std::string text;
        std::size_t words = 0;
        for (const pdf::Word &word : page.words) {
            if (isUpright(word) && heightOf(word) >= least && heightOf(word) < above) {
                text += (text.empty() ? "" : " ") + word.text;
                ++words;
            }
        }
        above = least;
        if (words > kMostWords || facts.large.size() == kMostSizes) {
            break;
        }
        if (words > 1) {
            facts.large.push_back(std::move(text));
        }
    }
    return facts;
}

Result<PdfFacts> readPdfFacts(const std::filesystem::path &path, const Task &task)
{
    auto document = pdf::Document::open(path, {}, task);
    if (!document) {
        return std::move(document).error();
    }
    const pdf::About &about = document->about();
    if (about.isLocked) {
        return std::move(document->text(0, task)).error();
    }
    PdfFacts facts{.name = path.filename().string(),
                   .title = about.title,
                   .author = about.author,
                   .subject = about.subject,
                   .keywords = about.keywords,
                   .pageCount = about.pages.size()};
    const auto end = std::chrono::steady_clock::now() + kMostTime;
    std::optional<Error> failure;
    bool isRead = false;
    for (std::size_t page = 0; page < std::min(kPagesRead, facts.pageCount); ++page) {
        auto text = document->text(page, task);
        if (!text && text.error().code == ErrorCode::Cancelled) {
            return std::move(text).error();
        }
        facts.pages.push_back(text ? pageFacts(*text) : PdfPageFacts{});
        isRead = isRead || text;
        if (!text && !failure) {
            failure = std::move(text).error();
        }
        if (std::chrono::steady_clock::now() >= end) {
            break;
        }
    }
    if (!isRead && failure) {
        return *std::move(failure);
    }
    if (auto identifiers = document->identifiers(task)) { // the file can be matched without them
        facts.identifiers = *std::move(identifiers);
    }
    return facts;
}

} // namespace winnow::app
