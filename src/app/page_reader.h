#pragma once

#include "app/page_text.h"
#include "base/result.h"
#include "pdf/content.h"
#include "pdf/limits.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace winnow::app {

/// A page, or a part of it, at a scale in pixels for each point.
struct PagePart
{
    std::size_t page = 0;
    double scale = 1;
    std::optional<pdf::PixelRegion> region{};

    bool operator==(const PagePart &) const = default;
};

/// More of what a search found.
struct FoundPlaces
{
    std::size_t search = 0;           ///< what search() said
    std::vector<FoundPlace> places{}; ///< further ones, in the order of the file
    std::size_t pagesRead = 0;        ///< in all
    bool isAll = false;               ///< there will be no more
    bool isCut = false;               ///< because there are too many
    bool hasText = false;             ///< a page that was read so far has a word
    std::optional<Error> failure{};   ///< of the first page that could not be read
};

/// A line of the table of contents.
struct OutlineLine
{
    std::string title;
    std::size_t depth = 0;
    std::optional<std::size_t> page{}; ///< where that is known
};

/// What a reader tells, each in a thread of its own: pictures in one, texts in another.
struct PageListener
{
    std::function<void(const Result<pdf::About> &)> opened;
    std::function<void(const PagePart &, Result<pdf::Picture>)> drawn;
    std::function<void(std::size_t page, const Result<SharedText> &)> read;
    std::function<void(const FoundPlaces &)> found;
    std::function<void(const std::vector<OutlineLine> &)> outlined; ///< first without pages, then with them
    std::function<void(const Result<std::string> &)> copied;
};

/// Reads one PDF for somebody who looks at it: pictures and texts in threads of their own, so that neither
/// waits for the other, and nobody for them. What is asked for is told to the listener, all of it until the
/// reader ends.
class PageReader
{
public:
    /// Begins to open the file. In what is told, the file is called `name`. Where its own name is the SHA-256
    /// of what was attached and it has another content, opened() tells so, also after it told of the pages.
    PageReader(std::filesystem::path file,
               std::string name,
               PageListener listener,
               const pdf::Limits &limits = {});

    /// Waits until nothing is told any more: at once after stop() and a little while, else up to 50 ms.
    ~PageReader();
    PageReader(const PageReader &) = delete;
    PageReader &operator=(const PageReader &) = delete;

    /// Tells little more, and nothing after hasEnded().
    void stop();
    [[nodiscard]] bool hasEnded() const;

    /// Pictures of just these, the first first; what was wanted before and has not begun is dropped.
    void want(std::vector<PagePart> parts);

    /// The words of just these pages, likewise.
    void wantTexts(std::vector<std::size_t> pages);

    /// Looks for words on all pages, in place of what was looked for before; returns its number.
    std::size_t search(const std::string &words);
    void endSearch();

    void wantOutline();

    /// The words from one place to another, pages on lines of their own.
    void copy(WordPlace first, WordPlace last);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace winnow::app
