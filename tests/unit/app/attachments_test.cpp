#include "app/attachments.h"
#include "app/backup.h"
#include "app/bundles.h"
#include "app/event_text.h"
#include "app/flow_ledger.h"
#include "app/flow_notes.h"
#include "app/history.h"
#include "base/file.h"
#include "base/sha256.h"
#include "flow/counts.h"
#include "store/event_detail.h"
#include "team.h"

#include <gmock/gmock.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>

namespace winnow::app::test {

namespace {

namespace fs = std::filesystem;

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

std::string pdf(const std::string &text)
{
    return "%PDF-1.4\n% " + text + "\n%%EOF\n";
}

/// Two records that passed title and abstract, and one that did not.
class Attachments : public testing::Test
{
protected:
    Attachments()
    {
        m_team.decide("ann", 1, Verdict::Include);
        m_team.decide("ann", 2, Verdict::Include);
        m_team.decide("ann", 3, Verdict::Exclude);
    }

    /// Attaches it; fails the test where it is refused.
    AttachOutcome attachTo(std::int64_t record, const fs::path &file)
    {
        Task task;
        auto done = attach(*m_ann, {{record}, file}, task);
        EXPECT_TRUE(done) << done.error().message;
        return done ? *std::move(done) : AttachOutcome{};
    }

    Error refusalOf(const fs::path &file)
    {
        Task task;
        auto done = attach(*m_ann, {{1}, file}, task);
        EXPECT_FALSE(done);
        EXPECT_THAT(filesOf(1), IsEmpty());
        EXPECT_THAT(filesIn(filesFolder(m_ann->path())).value(), IsEmpty());
        return done ? Error{} : std::move(done).error();
    }

    std::vector<AttachedFile> filesOf(std::int64_t record) { return attachmentsOf(*m_ann, {record}).value(); }

    std::size_t eventCount() { return m_ann->log().events().value().size(); }

    std::string statusOfRecord(std::int64_t record)
    {
        for (const FullText &text : fullTexts(*m_ann).value().sought) {
            if (text.report.row.id.value == record) {
                return std::string(statusOf(text));
            }
        }
        return {};
    }

    /// An event as a bundle of somebody else could bring it.
    void say(EventKind kind, std::int64_t record, const std::string &detail)
    {
        store::EventDraft event;
        event.kind = kind;
        event.subjectKind = "record";
        event.subject = record;
        event.detail = detail;
        ASSERT_TRUE(m_ann->log().append(m_ann->act(), std::span(&event, 1)));
    }

    Team m_team{3};
    winnow::test::TempFolder m_folder;
    std::unique_ptr<Workspace> m_ann = m_team.as("ann");
    fs::path m_paper = m_folder.file("paper.pdf", pdf("one"));
};

/// While it lives, no file of this process may grow beyond a few bytes, as on a full disk.
class FullDisk
{
public:
    FullDisk()
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{10, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }

    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }

    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

private:
    rlimit m_before{};
};

/// While it lives, this process has not the rights of root.
class Nobody
{
public:
    Nobody()
        : m_wasRoot(geteuid() == 0 && seteuid(kNobody) == 0)
    {}

    ~Nobody()
    {
        if (m_wasRoot && seteuid(0) != 0) {
            std::abort();
        }
    }

    Nobody(const Nobody &) = delete;
    Nobody &operator=(const Nobody &) = delete;

private:
    static constexpr uid_t kNobody = 65534;
    bool m_wasRoot;
};

} // namespace

TEST_F(Attachments, lieBesideTheReviewUnderTheirHash)
{
    const AttachOutcome done = attachTo(1, m_paper);
    EXPECT_TRUE(done.isNew);
    EXPECT_FALSE(done.notRetrieved);
    const std::string hash = sha256(pdf("one"));
    ASSERT_THAT(filesOf(1), SizeIs(1));
    const AttachedFile file = filesOf(1).front();
    EXPECT_EQ(file.sha256, hash);
    EXPECT_EQ(file.bytes, static_cast<std::int64_t>(pdf("one").size()));
    EXPECT_EQ(file.name, "paper.pdf");
    EXPECT_EQ(file.origin.source, "user");
    EXPECT_EQ(file.reviewer, "ann");
    EXPECT_EQ(file.state, FileState::There);
    EXPECT_EQ(file.path, m_ann->path().parent_path() / "team.files" / (hash + ".pdf"));
    EXPECT_EQ(readFile(file.path).value(), pdf("one"));
    EXPECT_EQ(readFile(m_paper).value(), pdf("one"));
    EXPECT_THAT(filesOf(2), IsEmpty());
}

TEST_F(Attachments, rememberWhereTheyCameFrom)
{
    Task task;
    const FileOrigin origin{"Unpaywall", "https://example.org/a.pdf", "cc-by"};
    ASSERT_TRUE(attach(*m_ann, {{1}, m_paper, origin, "article.pdf"}, task));
    const AttachedFile file = filesOf(1).front();
    EXPECT_EQ(file.origin.source, "Unpaywall");
    EXPECT_EQ(file.origin.address, "https://example.org/a.pdf");
    EXPECT_EQ(file.origin.licence, "cc-by");
    EXPECT_EQ(eventText(*m_ann, m_ann->log().events().value().back()),
              "file article.pdf attached to r1, from Unpaywall");
}

TEST_F(Attachments, areNoNewActWhereTheReportHasTheContent)
{
    attachTo(1, m_paper);
    const std::size_t events = eventCount();
    const AttachOutcome again = attachTo(1, m_folder.file("other name.pdf", pdf("one")));
    EXPECT_FALSE(again.isNew);
    EXPECT_EQ(again.file.name, "paper.pdf");
    EXPECT_EQ(eventCount(), events);
}

TEST_F(Attachments, areStoredOnceForSeveralReports)
{
    attachTo(1, m_paper);
    EXPECT_TRUE(attachTo(2, m_paper).isNew);
    EXPECT_THAT(filesIn(filesFolder(m_ann->path())).value(), SizeIs(1));
    EXPECT_THAT(attachments(*m_ann).value(), SizeIs(2));
}

TEST_F(Attachments, takeOnlyWhatBeginsAsAPdf)
{
    const Error page = refusalOf(m_folder.file("page.pdf", "<!doctype html><title>Please log in</title>"));
    EXPECT_EQ(page.code, ErrorCode::WrongFormat);
    EXPECT_THAT(page.message, HasSubstr("is no PDF"));
    EXPECT_THAT(refusalOf(m_folder.file("empty.pdf", "")).message, HasSubstr("is empty"));
    EXPECT_THAT(refusalOf(m_folder.file("late.pdf", std::string(1024, ' ') + pdf("late"))).message,
                HasSubstr("is no PDF"));
    attachTo(1, m_folder.file("junk before.pdf", std::string(1000, ' ') + pdf("one")));
}

TEST_F(Attachments, takeNoFoldersPipesOrWhatIsNotThere)
{
    EXPECT_THAT(refusalOf(m_folder.path()).message, HasSubstr("it is a folder"));
    EXPECT_EQ(refusalOf(m_folder.path() / "none.pdf").code, ErrorCode::NotFound);
    const fs::path pipe = m_folder.path() / "pipe.pdf";
    ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
    EXPECT_THAT(refusalOf(pipe).message, HasSubstr("a pipe or a device"));
    const fs::path loop = m_folder.path() / "loop.pdf";
    fs::create_symlink(loop, loop);
    EXPECT_EQ(refusalOf(loop).code, ErrorCode::Unreadable);
}

TEST_F(Attachments, takeNothingBeyondTwoGigabytes)
{
    fs::resize_file(m_paper, (std::uintmax_t{1} << 31U) + 1); // holds no more blocks than before
    EXPECT_THAT(refusalOf(m_paper).message, HasSubstr("larger than 2 GB"));
}

TEST_F(Attachments, refuseTheReviewItself)
{
    EXPECT_THAT(refusalOf(m_ann->path()).message, HasSubstr("it is the review"));
}

TEST_F(Attachments, refuseARecordThatIsNotThere)
{
    Task task;
    const auto done = attach(*m_ann, {{99}, m_paper}, task);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::NotFound);
    EXPECT_FALSE(fs::exists(filesFolder(m_ann->path())));
}

TEST_F(Attachments, copyWhatALinkLeadsTo)
{
    const fs::path link = m_folder.path() / "link.pdf";
    fs::create_symlink(m_paper, link);
    const AttachOutcome done = attachTo(1, link);
    EXPECT_EQ(done.file.name, "link.pdf");
    EXPECT_FALSE(fs::is_symlink(done.file.path));
    fs::remove(m_paper);
    EXPECT_EQ(filesOf(1).front().state, FileState::There);
}

TEST_F(Attachments, replaceALinkThatLiesInTheirPlace)
{
    const fs::path folder = filesFolder(m_ann->path());
    fs::create_directory(folder);
    const fs::path precious = m_folder.file("precious", "mine");
    fs::create_symlink(precious, folder / (sha256(pdf("one")) + ".pdf"));
    attachTo(1, m_paper);
    EXPECT_EQ(readFile(precious).value(), "mine");
    EXPECT_EQ(readFile(filesOf(1).front().path).value(), pdf("one"));
}

TEST_F(Attachments, keepNamesOfAnyKind)
{
    for (const std::string &name :
         {std::string("line\nbreak.pdf"), std::string("кириллица 論文.pdf"), std::string(255, 'n')}) {
        attachTo(1, m_folder.file(name, pdf(name)));
        EXPECT_EQ(filesOf(1).back().name, name);
    }
    attachTo(1, m_folder.file("not \xFFutf-8.pdf", pdf("latin")));
    EXPECT_EQ(filesOf(1).back().name, "not \xEF\xBF\xBDutf-8.pdf");
}

TEST_F(Attachments, stopWhenAskedAndLeaveNothing)
{
    Task task;
    task.stop();
    const auto done = attach(*m_ann, {{1}, m_paper}, task);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::Cancelled);
    EXPECT_THAT(filesIn(filesFolder(m_ann->path())).value(), IsEmpty());
}

TEST_F(Attachments, sayThatTheDiskIsFullAndLeaveNothing)
{
    Error error;
    {
        const FullDisk full;
        error = refusalOf(m_paper);
    }
    EXPECT_EQ(error.code, ErrorCode::Unwritable);
    EXPECT_THAT(error.message, HasSubstr("Nothing was attached"));
}

TEST_F(Attachments, sayWhenTheFolderCannotBeMade)
{
    ASSERT_TRUE(writeFile(filesFolder(m_ann->path()), "in the way"));
    Task task;
    const auto done = attach(*m_ann, {{1}, m_paper}, task);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::Unwritable);
    EXPECT_THAT(done.error().message, HasSubstr("team.files"));
    EXPECT_THAT(filesOf(1), IsEmpty());
}

TEST_F(Attachments, sayWhenTheFolderMayNotBeWrittenOrEntered)
{
    const AttachedFile file = attachTo(1, m_paper).file;
    const fs::path folder = filesFolder(m_ann->path());
    fs::permissions(m_folder.path(), fs::perms(0755));
    fs::permissions(folder.parent_path(), fs::perms(0755));
    const auto asNobody = [&](fs::perms permissions, const auto &look) {
        fs::permissions(folder, permissions);
        {
            const Nobody nobody;
            look();
        }
        fs::permissions(folder, fs::perms(0755));
    };
    asNobody(fs::perms(0555), [&] {
        Task task;
        const auto stored = storePdf(m_ann->path(), m_paper, task);
        ASSERT_FALSE(stored);
        EXPECT_EQ(stored.error().code, ErrorCode::Unwritable);
        EXPECT_THAT(stored.error().message, HasSubstr("Permission denied"));
        EXPECT_EQ(stateOf(file.path, file.bytes), FileState::There);
    });
    asNobody(fs::perms::none, [&] {
        EXPECT_EQ(stateOf(file.path, file.bytes), FileState::Unreadable);
        EXPECT_FALSE(filesIn(folder));
    });
}

TEST_F(Attachments, areReadableForThoseWhoMayReadTheReview)
{
    fs::permissions(m_ann->path(), fs::perms(0600));
    EXPECT_EQ(fs::status(attachTo(1, m_paper).file.path).permissions(), fs::perms(0600));
    EXPECT_EQ(fs::status(filesFolder(m_ann->path())).permissions() & fs::perms(0077), fs::perms::none);
    fs::permissions(m_ann->path(), fs::perms(0640));
    EXPECT_EQ(fs::status(attachTo(2, m_paper).file.path).permissions(), fs::perms(0640));
}

TEST_F(Attachments, areRefusedByAReviewThatCanOnlyBeRead)
{
    attachTo(1, m_paper);
    const auto before = m_ann->asOf(m_ann->log().events().value().back().atUtc);
    ASSERT_TRUE(before);
    Task task;
    const auto done = attach(**before, {{2}, m_paper}, task);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::Unwritable);
    EXPECT_THAT(attachmentsOf(**before, {1}).value(), SizeIs(1));
}

TEST_F(Attachments, areMissingWhereTheFileIsGone)
{
    const fs::path path = attachTo(1, m_paper).file.path;
    fs::remove(path);
    EXPECT_EQ(filesOf(1).front().state, FileState::Missing);
    EXPECT_EQ(statusOfRecord(1), "retrieved");
    const std::size_t events = eventCount();
    EXPECT_FALSE(attachTo(1, m_paper).isNew);
    EXPECT_EQ(filesOf(1).front().state, FileState::There);
    EXPECT_EQ(eventCount(), events);
}

TEST_F(Attachments, areChangedWhereTheSizeIsAnother)
{
    const fs::path path = attachTo(1, m_paper).file.path;
    ASSERT_TRUE(writeFile(path, pdf("something else")));
    EXPECT_EQ(filesOf(1).front().state, FileState::Changed);
    fs::remove(path);
    fs::create_directory(path);
    EXPECT_EQ(filesOf(1).front().state, FileState::Changed);
}

TEST_F(Attachments, areReadWholeByTheCheckOnly)
{
    const AttachedFile file = attachTo(1, m_paper).file;
    attachTo(2, m_folder.file("second.pdf", pdf("two")));
    Task task;
    ASSERT_TRUE(writeFile(file.path, pdf("ONE")));
    EXPECT_EQ(filesOf(1).front().state, FileState::There);
    const AttachmentCheck check = checkAttachments(*m_ann, task).value();
    EXPECT_EQ(check.states.at(file.sha256), FileState::Changed);
    EXPECT_EQ(check.states.at(sha256(pdf("two"))), FileState::There);
    EXPECT_THAT(check.unused, IsEmpty());
}

TEST_F(Attachments, areTakenBackByUndoWhichLeavesTheFile)
{
    const AttachedFile file = attachTo(1, m_paper).file;
    EXPECT_EQ(undo(*m_ann).value(), "file paper.pdf attached to r1");
    EXPECT_THAT(filesOf(1), IsEmpty());
    EXPECT_EQ(statusOfRecord(1), "sought");
    EXPECT_TRUE(fs::exists(file.path));
    Task task;
    EXPECT_THAT(checkAttachments(*m_ann, task).value().unused, ElementsAre(file.path));
    ASSERT_TRUE(redo(*m_ann).value());
    EXPECT_THAT(filesOf(1), SizeIs(1));
    EXPECT_EQ(statusOfRecord(1), "retrieved");
}

TEST_F(Attachments, canBeDetachedAndThatUndone)
{
    const AttachedFile file = attachTo(1, m_paper).file;
    ASSERT_TRUE(detach(*m_ann, {1}, file.sha256));
    EXPECT_THAT(filesOf(1), IsEmpty());
    EXPECT_TRUE(fs::exists(file.path));
    const auto again = detach(*m_ann, {1}, file.sha256);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, ErrorCode::NotFound);
    EXPECT_EQ(undo(*m_ann).value(), "file " + file.sha256.substr(0, 12) + " detached from r1");
    EXPECT_THAT(filesOf(1), SizeIs(1));
}

TEST_F(Attachments, ofAllMembersBelongToTheReportOfTheirGroup)
{
    attachTo(1, m_paper);
    const fs::path second = m_folder.file("second.pdf", pdf("two"));
    attachTo(2, m_paper);
    attachTo(2, second);
    m_team.merge({{1}, {2}});
    EXPECT_THAT(filesOf(2), SizeIs(2));
    const auto all = attachments(*m_ann).value();
    ASSERT_THAT(all, SizeIs(1));
    EXPECT_THAT(all.at({1}), SizeIs(2));
    EXPECT_FALSE(attachTo(1, second).isNew);
}

TEST_F(Attachments, detachedFromAGroupStayDetachedWhenItIsSplit)
{
    attachTo(1, m_paper);
    attachTo(2, m_paper);
    m_team.merge({{1}, {2}});
    ASSERT_TRUE(detach(*m_ann, {1}, sha256(pdf("one"))));
    EXPECT_THAT(filesOf(1), IsEmpty());
    store::EventDraft split;
    split.kind = EventKind::DuplicateSplit;
    split.subjectKind = "record";
    split.subject = 2;
    ASSERT_TRUE(m_ann->log().append(m_ann->act(), std::span(&split, 1)));
    EXPECT_THAT(filesOf(1), IsEmpty());
    EXPECT_THAT(filesOf(2), IsEmpty());
}

TEST_F(Attachments, makeAReportRetrievedThatWasNotAndSaySo)
{
    ASSERT_TRUE(setReportStatus(*m_ann, {{1}, ReportStatus::NotRetrieved, "no access"}));
    EXPECT_EQ(statusOfRecord(1), "not-retrieved");
    const AttachOutcome done = attachTo(1, m_paper);
    EXPECT_EQ(done.notRetrieved, "no access");
    EXPECT_EQ(statusOfRecord(1), "retrieved");
    EXPECT_EQ(flow::count(flowLedger(*m_ann).value()).notRetrieved, 0);
    ASSERT_TRUE(undo(*m_ann).value());
    EXPECT_EQ(statusOfRecord(1), "not-retrieved");
    EXPECT_THAT(filesOf(1), IsEmpty());
    EXPECT_EQ(flow::count(flowLedger(*m_ann).value()).notRetrieved, 1);
}

TEST_F(Attachments, keepAReportFromBeingCalledNotRetrieved)
{
    const AttachedFile file = attachTo(1, m_paper).file;
    const ReportStatusRequest request{{1}, ReportStatus::NotRetrieved, "no access"};
    const auto refused = setReportStatus(*m_ann, request);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().message, HasSubstr("has a file attached"));
    ASSERT_TRUE(setReportStatus(*m_ann, {{1}, ReportStatus::Ongoing, "until 2027"}));
    EXPECT_EQ(statusOfRecord(1), "ongoing");
    ASSERT_TRUE(detach(*m_ann, {1}, file.sha256));
    EXPECT_TRUE(setReportStatus(*m_ann, request));
}

TEST_F(Attachments, ofReportsThatAreNotSoughtAreCountedApart)
{
    attachTo(3, m_paper);
    const FullTexts texts = fullTexts(*m_ann).value();
    EXPECT_THAT(texts.sought, SizeIs(2));
    EXPECT_EQ(texts.elsewhere, 1);
}

TEST_F(Attachments, makeAssessedReportsRetrievedWithoutAFile)
{
    EXPECT_EQ(statusOfRecord(2), "sought");
    m_team.decide("ann", 2, Verdict::Include, {}, Stage::FullText);
    EXPECT_EQ(statusOfRecord(2), "retrieved");
}

TEST_F(Attachments, travelInBundlesWithoutTheirFiles)
{
    const winnow::test::TempFolder elsewhere;
    const fs::path copy = elsewhere.path() / "copy.winnow";
    ASSERT_TRUE(backUpTo(*m_ann, copy));
    const AttachedFile file = attachTo(1, m_paper).file;
    attachTo(2, m_paper);
    ASSERT_TRUE(detach(*m_ann, {2}, file.sha256));
    const fs::path bundle = m_folder.path() / "ann.winnow-bundle";
    ASSERT_TRUE(exportBundle(*m_ann, "ann", bundle));
    const TickingClock clock;
    RandomUuidSource uuids(77);
    const auto ben = Workspace::open(copy, {&clock, &uuids, "ben"}).value();
    const auto merged = mergeBundle(*ben, bundle);
    ASSERT_TRUE(merged) << merged.error().message;
    const auto all = attachments(*ben).value();
    ASSERT_THAT(all, SizeIs(1));
    const AttachedFile brought = all.at({1}).front();
    EXPECT_EQ(brought.state, FileState::Missing);
    EXPECT_EQ(brought.reviewer, "ann");
    EXPECT_EQ(brought.path, elsewhere.path() / "copy.files" / (file.sha256 + ".pdf"));
    EXPECT_THAT(std::string(adviceOn(brought.state)), HasSubstr("copy that folder"));
    fs::create_directory(filesFolder(copy));
    fs::copy_file(file.path, brought.path);
    EXPECT_EQ(attachmentsOf(*ben, {1}).value().front().state, FileState::There);
}

TEST_F(Attachments, ofTwoPeopleHoldWhenOneUndoesTheirs)
{
    attachTo(1, m_paper);
    say(EventKind::FileAttached, 1, store::toDetail(store::FileDetail{sha256(pdf("one")), 1, "other"}));
    ASSERT_TRUE(undo(*m_ann).value());
    EXPECT_THAT(filesOf(1), SizeIs(1));
}

TEST_F(Attachments, copiedButNotSaidAreNoReports)
{
    Task task;
    const StoredFile stored = storePdf(m_ann->path(), m_paper, task).value(); // and there Winnow was killed
    EXPECT_THAT(filesOf(1), IsEmpty());
    EXPECT_EQ(statusOfRecord(1), "sought");
    EXPECT_THAT(checkAttachments(*m_ann, task).value().unused,
                ElementsAre(storedFile(m_ann->path(), stored.sha256)));
    EXPECT_TRUE(attachTo(1, m_paper).isNew);
    EXPECT_THAT(checkAttachments(*m_ann, task).value().unused, IsEmpty());
}

TEST_F(Attachments, leaveOutWhatNoFileCanBe)
{
    const std::string hash(64, 'a');
    for (const std::string &detail : {std::string(),
                                      std::string("[1, 2]"),
                                      std::string(R"({"sha256":"../../etc/passwd","bytes":1})"),
                                      std::string(R"({"sha256":7,"bytes":1})"),
                                      R"({"sha256":")" + std::string(64, 'A') + R"(","bytes":1})",
                                      R"({"sha256":")" + hash + R"(/","bytes":1})",
                                      R"({"sha256":")" + hash + R"(","bytes":0})",
                                      R"({"sha256":")" + hash + R"(","bytes":-5})",
                                      R"({"sha256":")" + hash + R"(","bytes":1e300})",
                                      R"({"sha256":")" + hash + R"(","bytes":18446744073709551615})",
                                      R"({"sha256":")" + hash + R"("})"}) {
        say(EventKind::FileAttached, 1, detail);
        EXPECT_THAT(filesOf(1), IsEmpty()) << detail;
        EXPECT_THAT(eventText(*m_ann, m_ann->log().events().value().back()), "file attached to r1");
    }
    say(EventKind::FileDetached, 1, R"({"sha256":"x"})");
    EXPECT_THAT(eventText(*m_ann, m_ann->log().events().value().back()), "file detached from r1");
}

TEST_F(Attachments, cutNamesThatAreTooLongToBeTrue)
{
    std::string name;
    for (int i = 0; i < 200; ++i) {
        name += "é";
    }
    say(EventKind::FileAttached, 1, store::toDetail(store::FileDetail{std::string(64, 'a'), 1, name}));
    EXPECT_EQ(filesOf(1).front().name, name.substr(0, 254));
}

} // namespace winnow::app::test
