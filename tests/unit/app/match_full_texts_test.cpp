#include "app/attachments.h"
#include "app/decide.h"
#include "app/history.h"
#include "app/import_files.h"
#include "app/match_full_texts.h"
#include "support/pdf_file.h"
#include "team.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace winnow::app::test {

namespace {

namespace fs = std::filesystem;

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using winnow::test::PdfFile;
using winnow::test::pdfLine;

const std::string kRis =
    "TY  - JOUR\nID  - S1\nTI  - Sleep quality and memory consolidation in older adults\n"
    "AU  - Smith, John A.\nPY  - 2019\nDO  - 10.1000/sleep.2019.01\nER  - \n\n"
    "TY  - JOUR\nID  - G2\nTI  - Effects of vitamin D on bone density in older women\n"
    "AU  - Garcia, Ana\nPY  - 2018\nER  - \n\n"
    "TY  - JOUR\nID  - X3\nTI  - A report that nobody seeks about other things\n"
    "AU  - Brown, Paul\nPY  - 2018\nER  - \n";

/// One page with a line for each text.
std::string pdfOf(const std::vector<std::string> &lines, PdfFile file = {})
{
    std::string content;
    double y = 800;
    for (const std::string &line : lines) {
        content += pdfLine(50, y -= 20, line);
    }
    file.pages.insert(file.pages.begin(), {.content = content});
    return makePdf(file);
}

const std::vector<std::string> kSleep{"J Sleep 2019 doi:10.1000/sleep.2019.01",
                                      "Sleep quality and memory",
                                      "consolidation in older adults",
                                      "John A. Smith",
                                      "Abstract We measured sleep."};
const std::vector<std::string> kBone{"Bone 2018; 3: 12",
                                     "E\x01"
                                     "cts of vitamin D on bone density in older women",
                                     "Ana Garcia",
                                     "Abstract We measured bones."};

/// A review in which S1 and G2 are sought, and a folder of PDFs.
class FolderOfPdfs : public testing::Test
{
protected:
    FolderOfPdfs()
    {
        m_review =
            Workspace::create(m_folder.path() / "r.winnow", "Sleep", {&m_clock, &m_uuids, "ann"}).value();
        ImportRequest import;
        import.files = {m_folder.file("r.ris", kRis)};
        Task task;
        EXPECT_TRUE(importFiles(*m_review, import, task));
        for (const std::int64_t record : {1, 2}) {
            const DecideRequest request{{record}, Stage::TitleAbstract, Verdict::Include, {}, {}, {}, {}};
            EXPECT_TRUE(decide(*m_review, std::span(&request, 1)));
        }
        fs::create_directories(m_pdfs / "more");
    }

    void write(const std::string &name, const std::string &bytes) const
    {
        static_cast<void>(m_folder.file("pdfs/" + name, bytes));
    }

    MatchOutcome match(bool attaches = true)
    {
        Task task;
        auto outcome = matchFullTexts(*m_review, {m_pdfs, attaches}, task);
        EXPECT_TRUE(outcome) << outcome.error().message;
        return outcome ? *std::move(outcome) : MatchOutcome{};
    }

    /// What became of a file, with the key of the report that it was matched to.
    static std::string fate(const MatchOutcome &outcome, const std::string &name)
    {
        const auto found = std::ranges::find_if(
            outcome.files, [&](const MatchedFile &file) { return file.file.filename() == name; });
        if (found == outcome.files.end()) {
            return "not looked at";
        }
        return std::string(toString(found->state)) +
               (found->reports.empty() ? "" : " " + found->reports.front().key);
    }

    std::size_t filesOf(std::int64_t record) { return attachmentsOf(*m_review, {record}).value().size(); }

    std::size_t eventCount() { return m_review->log().events().value().size(); }

    winnow::test::TempFolder m_folder;
    TickingClock m_clock;
    RandomUuidSource m_uuids{5};
    std::unique_ptr<Workspace> m_review;
    fs::path m_pdfs = m_folder.path() / "pdfs";
};

} // namespace

TEST_F(FolderOfPdfs, attachesWhatIsSureInOneActThatUndoTakesBack)
{
    write("a.pdf", pdfOf(kSleep));
    write("more/b.PDF",
          pdfOf({"Bone 2018; 3: 12",
                 "Effects of vitamin D on bone density in older women",
                 "Ana Garcia",
                 "Abstract We measured bones."}));
    write("c.pdf", pdfOf({"J Other 2020", "Naps at noon in young workers", "Paula Brown"}));
    write("notes.txt", "Sleep quality and memory consolidation in older adults");
    write(".hidden.pdf", pdfOf(kSleep));
    const MatchOutcome outcome = match();
    EXPECT_EQ(fate(outcome, "a.pdf"), "attached S1");
    EXPECT_EQ(fate(outcome, "b.PDF"), "attached G2");
    EXPECT_EQ(fate(outcome, "c.pdf"), "no-match");
    EXPECT_THAT(outcome.files, SizeIs(3));
    EXPECT_EQ(filesOf(1), 1U);
    EXPECT_EQ(filesOf(2), 1U);
    ASSERT_TRUE(undo(*m_review));
    EXPECT_EQ(filesOf(1), 0U);
    EXPECT_EQ(filesOf(2), 0U);
}

TEST_F(FolderOfPdfs, attachesNothingWhereItIsOnlyToTell)
{
    write("a.pdf", pdfOf(kSleep));
    const std::size_t before = eventCount();
    EXPECT_EQ(fate(match(false), "a.pdf"), "attached S1");
    EXPECT_EQ(eventCount(), before);
    EXPECT_EQ(filesOf(1), 0U);
}

TEST_F(FolderOfPdfs, knowsWhatItHasAlready)
{
    write("a.pdf", pdfOf(kSleep));
    write("b.pdf", pdfOf(kSleep));
    const MatchOutcome first = match();
    EXPECT_EQ(fate(first, "a.pdf"), "attached S1");
    EXPECT_EQ(fate(first, "b.pdf"), "same-as-other");
    write("supplement.pdf", pdfOf(kSleep, {.pages = {}, .info = {{"Title", "Sleep quality and memory"}}}));
    const MatchOutcome second = match();
    EXPECT_EQ(fate(second, "a.pdf"), "already-attached");
    EXPECT_EQ(fate(second, "supplement.pdf"), "to-confirm S1");
    EXPECT_THAT(second.files.back().reports.front().match.reason, HasSubstr("has a file already"));
    EXPECT_EQ(filesOf(1), 1U);
}

TEST_F(FolderOfPdfs, saysWhatIsWrongWithAFileAndMatchesTheOthers)
{
    const std::string good = pdfOf(kSleep);
    write("a.pdf", good);
    write("empty.pdf", "");
    write("page.pdf", "<html>Sign in</html>");
    write("cut.pdf", good.substr(0, 80));
    PdfFile locked;
    locked.password = "secret";
    write("locked.pdf", pdfOf(kBone, locked));
    const MatchOutcome outcome = match();
    EXPECT_EQ(fate(outcome, "a.pdf"), "attached S1");
    for (const char *name : {"empty.pdf", "page.pdf", "cut.pdf", "locked.pdf"}) {
        EXPECT_EQ(fate(outcome, name), "unreadable") << name;
    }
    for (const MatchedFile &file : outcome.files) {
        EXPECT_EQ(file.why.empty(), file.state != MatchState::Unreadable);
    }
}

TEST_F(FolderOfPdfs, readsOnlyTheFirstPagesOfAHugeFileAndRunsNoScript)
{
    PdfFile file;
    file.pages.assign(5000, {.content = pdfLine(50, 700, "more")});
    file.catalog = "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>";
    write("huge.pdf", pdfOf(kSleep, file));
    EXPECT_EQ(fate(match(), "huge.pdf"), "attached S1");
}

TEST_F(FolderOfPdfs, followsNoLinksAndLeavesItsOwnFilesAlone)
{
    static_cast<void>(m_folder.file("outside.pdf", pdfOf(kSleep)));
    fs::create_symlink(m_folder.path() / "outside.pdf", m_pdfs / "link.pdf");
    fs::create_directory_symlink(m_folder.path(), m_pdfs / "up");
    const MatchOutcome outcome = match();
    EXPECT_THAT(outcome.files, IsEmpty());
    EXPECT_EQ(outcome.links, 1U);
    write("a.pdf", pdfOf(kSleep));
    match();
    Task task;
    const auto all = matchFullTexts(*m_review, {m_folder.path()}, task);
    ASSERT_TRUE(all);
    EXPECT_THAT(all->files, SizeIs(2)) << "not the copy in r.files";
}

TEST_F(FolderOfPdfs, attachesNothingWhenStopped)
{
    write("a.pdf", pdfOf(kSleep));
    Task task([&](const Progress &) { task.stop(); });
    const auto outcome = matchFullTexts(*m_review, {m_pdfs}, task);
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(filesOf(1), 0U);
}

TEST_F(FolderOfPdfs, saysThatThereIsNoSuchFolder)
{
    Task task;
    const auto outcome = matchFullTexts(*m_review, {m_folder.path() / "nowhere"}, task);
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, ErrorCode::Unreadable);
}

} // namespace winnow::app::test
