#include "app/page_reader.h"
#include "base/sha256.h"
#include "support/pdf_file.h"
#include "support/temp_folder.h"

#include <gmock/gmock.h>

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>

namespace winnow::app {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

/// What a reader told.
class Heard
{
public:
    PageListener listener()
    {
        return {[this](const Result<pdf::About> &about) { note([&] { opened = about; }); },
                [this](const PagePart &part, Result<pdf::Picture> picture) {
                    note([&] {
                        drawn.push_back(part.page);
                        pictures.insert_or_assign(part.page, std::move(picture));
                    });
                },
                [this](std::size_t page, const Result<SharedText> &text) {
                    note([&] { texts.insert_or_assign(page, text); });
                },
                [this](const FoundPlaces &places) {
                    note([&] {
                        found.insert(found.end(), places.places.begin(), places.places.end());
                        last = places;
                    });
                },
                [this](const std::vector<OutlineLine> &lines) { note([&] { outlines.push_back(lines); }); },
                [this](const Result<std::string> &text) { note([&] { copied = text; }); }};
    }

    template <typename Condition>
    [[nodiscard]] bool waitFor(Condition condition)
    {
        std::unique_lock lock(m_mutex);
        return m_wake.wait_for(lock, std::chrono::seconds(60), condition);
    }

    std::optional<Result<pdf::About>> opened;
    std::vector<std::size_t> drawn; ///< in order
    std::map<std::size_t, Result<pdf::Picture>> pictures;
    std::map<std::size_t, Result<SharedText>> texts;
    std::vector<FoundPlace> found;
    std::optional<FoundPlaces> last;
    std::vector<std::vector<OutlineLine>> outlines;
    std::optional<Result<std::string>> copied;

private:
    template <typename Change>
    void note(Change change)
    {
        const std::lock_guard lock(m_mutex);
        change();
        m_wake.notify_all();
    }

    std::mutex m_mutex;
    std::condition_variable m_wake;
};

class PageReaderTest : public testing::Test
{
protected:
    std::filesystem::path file(int pages)
    {
        test::PdfFile made;
        for (int page = 0; page < pages; ++page) {
            made.pages.push_back({.content = test::pdfLine(72, 700, "This is page " + std::to_string(page))});
        }
        return write(made);
    }

    std::filesystem::path write(const test::PdfFile &made)
    {
        return m_folder.file("3f9a.pdf", test::makePdf(made));
    }

    test::TempFolder m_folder;
    Heard m_heard; ///< outlives the readers
};

TEST_F(PageReaderTest, saysWhatTheFileIsAndDrawsWhatIsWantedFirstFirst)
{
    PageReader reader(file(3), "paper.pdf", m_heard.listener());
    reader.want({{2, 1}, {0, 1}});
    ASSERT_TRUE(m_heard.waitFor([&] { return m_heard.drawn.size() == 2; }));
    ASSERT_TRUE(m_heard.opened && *m_heard.opened);
    EXPECT_THAT((*m_heard.opened)->pages, SizeIs(3));
    EXPECT_THAT(m_heard.drawn, ElementsAre(2, 0));
    EXPECT_EQ(m_heard.pictures.at(0)->width, 595);
}

TEST_F(PageReaderTest, dropsWhatIsNoLongerWanted)
{
    PageReader reader(file(40), "paper.pdf", m_heard.listener());
    std::vector<PagePart> all;
    for (std::size_t page = 0; page < 40; ++page) {
        all.push_back({page, 2});
    }
    reader.want(all);
    ASSERT_TRUE(m_heard.waitFor([&] { return !m_heard.drawn.empty(); }));
    reader.want({{39, 1}});
    ASSERT_TRUE(m_heard.waitFor([&] { return m_heard.drawn.back() == 39; }));
    EXPECT_THAT(m_heard.drawn.size(), testing::Lt(10));
}

TEST_F(PageReaderTest, readsWordsAndFindsThemOnAllPages)
{
    PageReader reader(file(30), "paper.pdf", m_heard.listener());
    reader.wantTexts({4});
    ASSERT_TRUE(m_heard.waitFor([&] { return m_heard.texts.contains(4); }));
    EXPECT_THAT((*m_heard.texts.at(4))->words, SizeIs(4));
    const std::size_t number = reader.search("page 2");
    ASSERT_TRUE(m_heard.waitFor([&] { return m_heard.last && m_heard.last->isAll; }));
    EXPECT_EQ(m_heard.last->search, number);
    EXPECT_EQ(m_heard.last->pagesRead, 30);
    EXPECT_TRUE(m_heard.last->hasText);
    EXPECT_THAT(m_heard.found, SizeIs(11)); // 2, and 20 to 29
    EXPECT_EQ(m_heard.found.front().page, 2);
}

TEST_F(PageReaderTest, saysOfAFileWithoutWordsThatItHasNone)
{
    test::PdfFile scanned;
    scanned.pages = {{.content = "0 0 100 100 re f"}, {.content = "0 0 100 100 re f"}};
    PageReader reader(write(scanned), "scan.pdf", m_heard.listener());
    reader.search("craft");
    ASSERT_TRUE(m_heard.waitFor([&] { return m_heard.last && m_heard.last->isAll; }));
    EXPECT_FALSE(m_heard.last->hasText);
    EXPECT_FALSE(m_heard.last->failure);
}

TEST_F(PageReaderTest, collectsTheWordsBetweenTwoPlaces)
{
    PageReader reader(file(5), "paper.pdf", m_heard.listener());
    reader.copy({1, 2}, {3, 1});
    ASSERT_TRUE(m_heard.waitFor([&] { return m_heard.copied.has_value(); }));
    EXPECT_EQ(**m_heard.copied, "page 1\nThis is page 2\nThis is");
}

TEST_F(PageReaderTest, tellsTheOutlineFirstAndThenItsPages)
{
    test::PdfFile made;
    for (const char *title : {"Opening", "Methods", "Results"}) {
        made.pages.push_back({.content = test::pdfLine(72, 700, title, "F1", 20) +
                                         test::pdfLine(72, 600, "and what is below it")});
    }
    made.outline = {{0, "Methods"}, {1, "Results"}};
    PageReader reader(write(made), "paper.pdf", m_heard.listener());
    reader.wantOutline();
    ASSERT_TRUE(m_heard.waitFor([&] { return m_heard.outlines.size() == 2; }));
    EXPECT_FALSE(m_heard.outlines[0].at(0).page);
    EXPECT_EQ(m_heard.outlines[1].at(0).title, "Methods");
    EXPECT_EQ(m_heard.outlines[1].at(0).page, 1);
    EXPECT_EQ(m_heard.outlines[1].at(1).depth, 1);
    EXPECT_EQ(m_heard.outlines[1].at(1).page, 2);
}

TEST_F(PageReaderTest, callsAFileThatCannotBeReadByItsName)
{
    PageReader reader(
        m_folder.file("3f9a.pdf", "%PDF-1.4 and then nothing"), "paper.pdf", m_heard.listener());
    ASSERT_TRUE(m_heard.waitFor([&] { return m_heard.opened.has_value(); }));
    ASSERT_FALSE(*m_heard.opened);
    EXPECT_THAT(m_heard.opened->error().message, HasSubstr("paper.pdf"));
    EXPECT_THAT(m_heard.opened->error().message, Not(HasSubstr("3f9a")));
    reader.search("anything");
    ASSERT_TRUE(m_heard.waitFor([&] { return m_heard.last && m_heard.last->isAll; }));
    EXPECT_TRUE(m_heard.last->failure);
}

TEST_F(PageReaderTest, refusesAFileWithAPassword)
{
    test::PdfFile locked;
    locked.pages = {{.content = test::pdfLine(72, 700, "secret")}};
    locked.password = "words";
    PageReader reader(write(locked), "paper.pdf", m_heard.listener());
    ASSERT_TRUE(m_heard.waitFor([&] { return m_heard.opened.has_value(); }));
    ASSERT_FALSE(*m_heard.opened);
    EXPECT_EQ(m_heard.opened->error().code, ErrorCode::Denied);
}

TEST_F(PageReaderTest, endsInTheMiddleOfItsWork)
{
    const auto begin = std::chrono::steady_clock::now();
    {
        PageReader reader(file(200), "paper.pdf", m_heard.listener());
        reader.search("page");
        reader.want({{0, 4}, {1, 4}, {2, 4}});
        ASSERT_TRUE(m_heard.waitFor([&] { return m_heard.opened.has_value(); }));
        reader.stop();
    }
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
}

} // namespace

TEST_F(PageReaderTest, tellsOfAStoredFileThatIsNotWhatWasAttached)
{
    const auto attached = file(2);
    const auto stored = attached.parent_path() / (sha256OfFile(attached).value() + ".pdf");
    std::filesystem::copy_file(attached, stored);
    const auto changed = attached.parent_path() / (std::string(64, 'a') + ".pdf");
    std::filesystem::copy_file(attached, changed);
    Heard right;
    {
        const PageReader reader(stored, "paper.pdf", right.listener());
        EXPECT_TRUE(right.waitFor([&] { return right.opened.has_value(); }));
    }
    EXPECT_TRUE(*right.opened);
    Heard wrong;
    const PageReader reader(changed, "paper.pdf", wrong.listener());
    ASSERT_TRUE(wrong.waitFor([&] { return wrong.opened && !*wrong.opened; }));
    EXPECT_THAT(wrong.opened->error().message, HasSubstr("paper.pdf has changed since it was attached"));
}

} // namespace winnow::app
