#include "app/page_reader.h"

#include "app/attached_files.h"
#include "app/kept_texts.h"
#include "base/file.h"
#include "base/sha256.h"
#include "pdf/document.h"
#include "pdf/outline_places.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>

namespace winnow::app {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kPatience{250}; ///< with a picture that nobody wants any more
constexpr std::chrono::milliseconds kTellEvery{60}; ///< what a search found
constexpr std::size_t kMostPlaces = 2000;           ///< of a search
constexpr std::size_t kMostCopied = 32U << 20U;     ///< bytes

/// A search on its way through the pages.
struct Searching
{
    std::size_t number = 0;
    PageSearch words{""};
    std::size_t next = 0; ///< page
    std::size_t places = 0;
    FoundPlaces untold{};
    Clock::time_point toldAt = Clock::now();
};

struct Copying
{
    WordPlace first;
    WordPlace last;
    std::size_t next = 0; ///< page
    std::string text{};
};

struct Outlining
{
    pdf::Outline lines;
    pdf::OutlinePlaces places;
    std::size_t next = 0; ///< page
};

/// What was asked of the texts since the thread looked last.
struct Asked
{
    std::optional<Searching> search{};
    bool endsSearch = false;
    std::optional<Copying> copy{};
    bool wantsOutline = false;

    [[nodiscard]] bool isSomething() const { return search || endsSearch || copy || wantsOutline; }
};

std::vector<OutlineLine> linesOf(const Outlining &outlining, bool hasPages)
{
    const auto pages =
        hasPages ? outlining.places.find() : std::vector<std::optional<std::size_t>>(outlining.lines.size());
    std::vector<OutlineLine> lines;
    lines.reserve(outlining.lines.size());
    for (std::size_t at = 0; at < outlining.lines.size(); ++at) {
        lines.push_back({outlining.lines[at].title, outlining.lines[at].depth, pages.at(at)});
    }
    return lines;
}

} // namespace

struct PageReader::Parts
{
    std::filesystem::path file;
    std::string name;
    PageListener listener;
    pdf::Limits limits;

    std::mutex mutex;
    std::condition_variable wake;
    std::deque<PagePart> wantedParts;
    std::deque<std::size_t> wantedTexts;
    std::optional<PagePart> drawing;
    Clock::time_point drawingSince;
    std::shared_ptr<Task> drawTask = std::make_shared<Task>();
    std::shared_ptr<Task> textTask = std::make_shared<Task>();
    Asked asked;
    std::size_t lastSearch = 0;
    std::atomic<bool> isEnding{false};
    std::atomic<int> running{2};

    std::thread pictures{};
    std::thread texts{};

    // In the thread of the texts.
    std::optional<Searching> searching;
    std::optional<Copying> copying;
    std::optional<Outlining> outlining;

    Parts(std::filesystem::path path, std::string shownName, PageListener told, const pdf::Limits &bounds)
        : file(std::move(path))
        , name(std::move(shownName))
        , listener(std::move(told))
        , limits(bounds)
    {}

    [[nodiscard]] Error named(Error error) const { return byItsName(std::move(error), file, name); }

    void drawAll();
    std::optional<PagePart> nextPart();
    [[nodiscard]] std::optional<Error> whyNotAsAttached() const;
    void readAll();
    bool nextText(std::optional<std::size_t> &page, Asked &taken);
    void take(Asked &taken, KeptTexts &pages);
    void beginOutline(KeptTexts &pages);
    void goOn(KeptTexts &pages);
    void goOnCopying(KeptTexts &pages);
    void goOnSearching(KeptTexts &pages);
    void goOnOutlining(KeptTexts &pages);
    void tellFound();
};

// The pictures.

void PageReader::Parts::drawAll()
{
    Result<pdf::Document> document = pdf::Document::open(file, limits, *drawTask);
    if (document && document->about().isLocked) {
        document = std::move(document->picture(0, 1)).error();
    }
    if (isEnding) {
        return;
    }
    if (!document) {
        listener.opened(named(document.error()));
        return;
    }
    listener.opened(document->about());
    while (const auto part = nextPart()) {
        auto picture = document->picture(part->page, part->scale, part->region, *drawTask);
        const bool isDropped = !picture && picture.error().code == ErrorCode::Cancelled;
        if (!isDropped && !isEnding) {
            listener.drawn(*part,
                           picture ? std::move(picture) : Result<pdf::Picture>(named(picture.error())));
        }
        const std::lock_guard lock(mutex);
        drawing.reset(); // told by now, so that nobody asks for it again
    }
}

std::optional<PagePart> PageReader::Parts::nextPart()
{
    std::unique_lock lock(mutex);
    wake.wait(lock, [&] { return isEnding || !wantedParts.empty(); });
    if (isEnding) {
        return std::nullopt;
    }
    drawing = wantedParts.front();
    wantedParts.pop_front();
    drawingSince = Clock::now();
    if (drawTask->isStopped()) {
        drawTask = std::make_shared<Task>();
    }
    return drawing;
}

// The texts.

/// A stored file has the hash of its content as its name. Told here, so that no picture waits for it.
std::optional<Error> PageReader::Parts::whyNotAsAttached() const
{
    const std::string attached = file.stem().string();
    if (!isSha256(attached)) {
        return std::nullopt;
    }
    const auto in = openForReading(file);
    if (!in) {
        return std::nullopt; // who opens it tells why
    }
    constexpr std::size_t kPiece = std::size_t{1} << 20U;
    Sha256 hasher;
    std::vector<char> piece(kPiece);
    while (const std::size_t got = std::fread(piece.data(), 1, piece.size(), in->get())) {
        if (isEnding) {
            return std::nullopt;
        }
        hasher.add({piece.data(), got});
    }
    if (std::ferror(in->get()) != 0 || hasher.hex() == attached) {
        return std::nullopt;
    }
    return Error{ErrorCode::Inconsistent,
                 name + " has changed since it was attached. " + std::string(adviceOn(FileState::Changed)),
                 {},
                 file.string()};
}

void PageReader::Parts::readAll()
{
    if (auto changed = whyNotAsAttached(); changed && !isEnding) {
        listener.opened(*std::move(changed));
        return;
    }
    KeptTexts pages(file, limits, *textTask);
    std::optional<std::size_t> page;
    Asked taken;
    while (nextText(page, taken)) {
        take(taken, pages);
        if (!page) {
            goOn(pages);
            continue;
        }
        const auto text = pages.at(*page);
        if (!isEnding) {
            listener.read(*page, text ? text : Result<SharedText>(named(text.error())));
        }
    }
}

/// Waits where there is nothing to do; false: nothing will be.
bool PageReader::Parts::nextText(std::optional<std::size_t> &page, Asked &taken)
{
    std::unique_lock lock(mutex);
    wake.wait(lock, [&] {
        return isEnding || !wantedTexts.empty() || asked.isSomething() || copying || searching || outlining;
    });
    page.reset();
    if (!wantedTexts.empty()) {
        page = wantedTexts.front();
        wantedTexts.pop_front();
    }
    taken = std::exchange(asked, {});
    return !isEnding;
}

void PageReader::Parts::take(Asked &taken, KeptTexts &pages)
{
    if (taken.endsSearch) {
        searching.reset();
    }
    if (taken.search) {
        searching = std::move(taken.search);
    }
    if (taken.copy) {
        copying = std::move(taken.copy);
    }
    if (taken.wantsOutline) {
        beginOutline(pages);
    }
}

void PageReader::Parts::beginOutline(KeptTexts &pages)
{
    auto outline = pages.outline();
    if (!outline || outline->empty()) {
        listener.outlined({});
        return;
    }
    pdf::OutlinePlaces places(*outline);
    outlining.emplace(Outlining{*std::move(outline), std::move(places)});
    listener.outlined(linesOf(*outlining, false));
}

void PageReader::Parts::goOn(KeptTexts &pages)
{
    if (copying) {
        goOnCopying(pages);
    } else if (searching) {
        goOnSearching(pages);
    } else if (outlining) {
        goOnOutlining(pages);
    }
}

void PageReader::Parts::goOnCopying(KeptTexts &pages)
{
    const std::size_t page = copying->next++;
    const auto text = pages.at(page);
    if (!text) {
        copying.reset();
        listener.copied(named(text.error()));
        return;
    }
    const std::size_t from = page == copying->first.page ? copying->first.word : 0;
    const std::size_t to = page == copying->last.page ? copying->last.word : (*text)->words.size();
    copying->text += (page == copying->first.page ? "" : "\n") + textBetween(**text, from, to);
    if (page >= copying->last.page || copying->text.size() > kMostCopied) {
        listener.copied(std::move(copying->text));
        copying.reset();
    }
}

void PageReader::Parts::goOnSearching(KeptTexts &pages)
{
    FoundPlaces &untold = searching->untold;
    const std::size_t count = pages.count();
    if (searching->next < count) {
        const std::size_t page = searching->next++;
        const auto text = pages.at(page);
        if (text) {
            untold.hasText = untold.hasText || !(*text)->words.empty();
            auto places = searching->words.findIn(**text, page);
            searching->places += places.size();
            untold.places.insert(untold.places.end(),
                                 std::make_move_iterator(places.begin()),
                                 std::make_move_iterator(places.end()));
        } else if (!untold.failure) {
            untold.failure = named(text.error());
        }
    } else if (const auto failure = pages.failure()) {
        untold.failure = named(*failure);
    }
    untold.pagesRead = searching->next;
    untold.isCut = searching->places >= kMostPlaces;
    untold.isAll = untold.isCut || searching->next >= count;
    if (untold.isAll || Clock::now() - searching->toldAt >= kTellEvery) {
        tellFound();
    }
}

void PageReader::Parts::tellFound()
{
    FoundPlaces &untold = searching->untold;
    untold.search = searching->number;
    listener.found(untold);
    untold.places.clear();
    searching->toldAt = Clock::now();
    if (untold.isAll) {
        searching.reset();
    }
}

void PageReader::Parts::goOnOutlining(KeptTexts &pages)
{
    if (outlining->next < pages.count()) {
        const auto text = pages.at(outlining->next++);
        outlining->places.addPage(text ? **text : pdf::PageText{});
        return;
    }
    listener.outlined(linesOf(*outlining, true));
    outlining.reset();
}

// What everybody calls.

PageReader::PageReader(std::filesystem::path file,
                       std::string name,
                       PageListener listener,
                       const pdf::Limits &limits)
    : m_parts(std::make_unique<Parts>(std::move(file), std::move(name), std::move(listener), limits))
{
    m_parts->pictures = std::thread([parts = m_parts.get()] {
        parts->drawAll();
        --parts->running;
    });
    m_parts->texts = std::thread([parts = m_parts.get()] {
        parts->readAll();
        --parts->running;
    });
}

PageReader::~PageReader()
{
    stop();
    m_parts->pictures.join();
    m_parts->texts.join();
}

void PageReader::stop()
{
    const std::lock_guard lock(m_parts->mutex);
    m_parts->isEnding = true;
    m_parts->drawTask->stop();
    m_parts->textTask->stop();
    m_parts->wake.notify_all();
}

bool PageReader::hasEnded() const
{
    return m_parts->running == 0;
}

void PageReader::want(std::vector<PagePart> parts)
{
    const std::lock_guard lock(m_parts->mutex);
    const auto drawn =
        std::ranges::find(parts, m_parts->drawing, [](const PagePart &part) { return std::optional(part); });
    if (drawn != parts.end() && !m_parts->drawTask->isStopped()) {
        parts.erase(drawn);
    } else if (m_parts->drawing && Clock::now() - m_parts->drawingSince > kPatience) {
        m_parts->drawTask->stop();
    }
    m_parts->wantedParts.assign(parts.begin(), parts.end());
    m_parts->wake.notify_all();
}

void PageReader::wantTexts(std::vector<std::size_t> pages)
{
    const std::lock_guard lock(m_parts->mutex);
    m_parts->wantedTexts.assign(pages.begin(), pages.end());
    m_parts->wake.notify_all();
}

std::size_t PageReader::search(const std::string &words)
{
    Searching searching;
    searching.words = PageSearch(words);
    const std::lock_guard lock(m_parts->mutex);
    searching.number = ++m_parts->lastSearch;
    m_parts->asked.search = std::move(searching);
    m_parts->wake.notify_all();
    return m_parts->lastSearch;
}

void PageReader::endSearch()
{
    const std::lock_guard lock(m_parts->mutex);
    ++m_parts->lastSearch;
    m_parts->asked.search.reset();
    m_parts->asked.endsSearch = true;
    m_parts->wake.notify_all();
}

void PageReader::wantOutline()
{
    const std::lock_guard lock(m_parts->mutex);
    m_parts->asked.wantsOutline = true;
    m_parts->wake.notify_all();
}

void PageReader::copy(WordPlace first, WordPlace last)
{
    const std::lock_guard lock(m_parts->mutex);
    m_parts->asked.copy = Copying{first, last, first.page};
    m_parts->wake.notify_all();
}

} // namespace winnow::app
