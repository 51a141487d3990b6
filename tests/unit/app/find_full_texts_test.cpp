#include "app/event_text.h"
#include "app/flow_notes.h"
#include "app/history.h"
#include "base/file.h"
#include "finding.h"
#include "store/event_detail.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

namespace winnow::app::test {

namespace {

using namespace std::chrono_literals;
using replay::Answer;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

class FindFullTexts : public Finding
{
protected:
    std::size_t eventCount() { return m_ann->log().events().value().size(); }

    std::vector<DatedAnswer> answersOf(int record)
    {
        auto all = fullTextAnswers(*m_ann).value();
        return all[RecordId{record}];
    }

    /// As a bundle of somebody else could bring it.
    void say(int record, const std::string &detail)
    {
        store::EventDraft event;
        event.kind = EventKind::FullTextSought;
        event.subjectKind = "record";
        event.subject = record;
        event.detail = detail;
        ASSERT_TRUE(m_ann->log().append(m_ann->act(), std::span(&event, 1)));
    }
};

} // namespace

TEST_F(FindFullTexts, attachesAPdfWithItsSourceAddressAndLicence)
{
    offer(1, {.body = pdfText("one"), .type = "application/pdf"});
    const FullTextOutcome outcome = find();
    const SoughtFullText first = resultOf(outcome, 1);
    EXPECT_EQ(first.state, FindState::Found);
    EXPECT_EQ(first.source, "Unpaywall");
    EXPECT_EQ(first.address, url("/files/1.pdf"));
    EXPECT_EQ(first.licence, "cc-by");
    EXPECT_EQ(first.version, "publishedVersion");
    ASSERT_THAT(filesOf(1), SizeIs(1));
    const AttachedFile file = filesOf(1).front();
    EXPECT_EQ(readFile(file.path).value(), pdfText("one"));
    EXPECT_EQ(file.name, "r1.pdf");
    EXPECT_EQ(file.origin.source, "Unpaywall");
    EXPECT_EQ(file.origin.address, url("/files/1.pdf"));
    EXPECT_EQ(file.origin.licence, "cc-by");
    EXPECT_EQ(file.origin.version, "publishedVersion");
    EXPECT_EQ(outcome.counts.at(FindState::Found), 1);
    EXPECT_EQ(outcome.counts.at(FindState::NotFound), 2);
    EXPECT_EQ(outcome.asked, 3);
}

TEST_F(FindFullTexts, asksTheNextSourceForWhatIsStillMissing)
{
    unpaywallSays(1, {{{}, "https://repo.example.edu/1"}});
    m_server.answer("/files/a.pdf", Answer{.body = pdfText("a")});
    openalexSays({{1, {{url("/files/a.pdf"), {}, "cc-by-nc"}}}});
    const FullTextOutcome outcome = find();
    EXPECT_EQ(resultOf(outcome, 1).source, "OpenAlex");
    EXPECT_EQ(filesOf(1).front().origin.licence, "cc-by-nc");
    for (const replay::Asked &asked : m_server.asked()) {
        EXPECT_TRUE(!asked.path.starts_with("/europepmc") || asked.body.find("%2Fr1%22") == std::string::npos)
            << "the first is found already: " << asked.body;
    }
}

TEST_F(FindFullTexts, tellsOfALandingPage)
{
    unpaywallSays(1, {{{}, "https://repo.example.edu/1", "cc-by"}});
    const SoughtFullText first = resultOf(find(), 1);
    EXPECT_EQ(first.state, FindState::LandingPage);
    EXPECT_EQ(first.address, "https://repo.example.edu/1");
    EXPECT_EQ(first.licence, "cc-by");
    EXPECT_THAT(filesOf(1), IsEmpty());
    const FullTexts texts = fullTexts(*m_ann).value();
    EXPECT_EQ(stateOf(texts.sought.front().answers), FindState::LandingPage);
}

TEST_F(FindFullTexts, asksForManyAtOnce)
{
    find(only("openalex"));
    find(only("europepmc"));
    EXPECT_EQ(timesAsked("/openalex"), 1);
    EXPECT_EQ(timesAsked("/europepmc"), 1);
    EXPECT_THAT(m_server.asked().front().parameter("filter"), "doi:10.5555/r1|10.5555/r2|10.5555/r3");
}

TEST_F(FindFullTexts, asksNothingAgainThatWasAnsweredLately)
{
    offer(1, {.body = pdfText("one")});
    find();
    const std::size_t requests = m_server.asked().size();
    const std::size_t events = eventCount();
    const FullTextOutcome again = find();
    EXPECT_EQ(m_server.asked().size(), requests);
    EXPECT_EQ(eventCount(), events);
    EXPECT_EQ(again.asked, 0);
    ASSERT_THAT(again.reports, SizeIs(2)) << "the first has its file";
    EXPECT_EQ(again.reports.front().state, FindState::NotFound);
    FullTextRequest anew = request();
    anew.asksAgain = true;
    EXPECT_EQ(find(anew).asked, 2);
    EXPECT_GT(m_server.asked().size(), requests);
}

TEST_F(FindFullTexts, asksAgainAfterAMonth)
{
    say(1, R"({"answers":[{"source":"openalex","status":"not-found"}]})");
    FullTextRequest request = only("openalex");
    request.records = {{1}};
    EXPECT_EQ(find(request).asked, 0);

    class Later final : public Clock
    {
    public:
        [[nodiscard]] std::string nowUtc() const override { return "2026-02-05T00:00:00.000Z"; }
    };

    const Later clock;
    RandomUuidSource uuids(3);
    const auto later = Workspace::open(m_ann->path(), {&clock, &uuids, "ann"}).value();
    EXPECT_EQ(findFullTexts(*later, request, m_access, m_task)->asked, 1);
}

TEST_F(FindFullTexts, asksASourceThatWasNotThereBefore)
{
    m_access.sources["core"].key.clear();
    const FullTextOutcome before = find();
    ASSERT_THAT(before.passedOver, SizeIs(1));
    EXPECT_EQ(before.passedOver.front().source, "CORE");
    EXPECT_THAT(before.passedOver.front().why, HasSubstr("WINNOW_CORE_KEY"));
    m_access.sources["core"].key = "now-there-is-a-key";
    const std::size_t requests = m_server.asked().size();
    EXPECT_EQ(find().asked, 3);
    EXPECT_EQ(m_server.asked().size(), requests + 3) << "CORE alone";
    EXPECT_EQ(timesAsked("/core"), 3);
}

TEST_F(FindFullTexts, passesOverUnpaywallWithoutAnAddressToWriteTo)
{
    m_access.email.clear();
    EXPECT_THAT(find().passedOver.front().why, HasSubstr("WINNOW_EMAIL"));
    EXPECT_EQ(timesAsked("/unpaywall"), 0);
    const Error nobody = failure(only("unpaywall"));
    EXPECT_EQ(nobody.code, ErrorCode::Denied);
    EXPECT_THAT(nobody.message, HasSubstr("WINNOW_EMAIL"));
}

TEST_F(FindFullTexts, refusesASourceThatThereIsNot)
{
    const Error error = failure(only("scihub"));
    EXPECT_EQ(error.code, ErrorCode::InvalidArgument);
    EXPECT_THAT(error.message, HasSubstr("choose of unpaywall, openalex, europepmc, arxiv, core"));
    EXPECT_TRUE(m_server.asked().empty());
}

TEST_F(FindFullTexts, goesOnWhereItWasStopped)
{
    offer(1, {.body = pdfText("one")});
    offer(2, {.body = pdfText("two"), .delay = 30s});
    unpaywallSays(3, {{{}, "https://repo.example.edu/3"}});
    std::thread user([&] {
        while (timesAsked("/files/2.pdf") == 0) {
            std::this_thread::sleep_for(1ms);
        }
        m_task.stop();
    });
    const auto stopped = findFullTexts(*m_ann, only("unpaywall"), m_access, m_task);
    user.join();
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(stopped.error().where, kFindAgain);
    EXPECT_THAT(filesOf(1), SizeIs(1)) << "what came before is kept";
    offer(2, {.body = pdfText("two")});
    Task task;
    const auto outcome = findFullTexts(*m_ann, only("unpaywall"), m_access, task);
    ASSERT_TRUE(outcome) << outcome.error().message;
    EXPECT_EQ(timesAsked("/unpaywall/v2/10.5555%2Fr1"), 1);
    EXPECT_EQ(timesAsked("/unpaywall/v2/10.5555%2Fr3"), 1);
    EXPECT_EQ(timesAsked("/files/1.pdf"), 1);
    EXPECT_THAT(filesOf(2), SizeIs(1));
    EXPECT_EQ(resultOf(*outcome, 3).state, FindState::LandingPage);
}

TEST_F(FindFullTexts, asksOnlyTheOtherSourcesAfterAStopBetweenThem)
{
    unpaywallSays(1, {{{}, "https://repo.example.edu/1"}});
    m_server.answer("/openalex/works", Answer{.delay = 30s});
    std::thread user([&] {
        while (timesAsked("/openalex") == 0) {
            std::this_thread::sleep_for(1ms);
        }
        m_task.stop();
    });
    EXPECT_FALSE(findFullTexts(*m_ann, request(), m_access, m_task));
    user.join();
    openalexSays({});
    Task task;
    const auto outcome = findFullTexts(*m_ann, request(), m_access, task);
    ASSERT_TRUE(outcome) << outcome.error().message;
    EXPECT_EQ(timesAsked("/unpaywall"), 3);
    EXPECT_EQ(resultOf(*outcome, 1).state, FindState::LandingPage) << "what Unpaywall said then still holds";
}

TEST_F(FindFullTexts, looksOnlyForReportsWithoutAFileThatNobodyGaveUp)
{
    winnow::test::TempFolder folder;
    ASSERT_TRUE(attach(*m_ann, {{1}, folder.file("own.pdf", pdfText("own"))}, m_task));
    ASSERT_TRUE(setReportStatus(*m_ann, {{2}, ReportStatus::NotRetrieved, "no access"}));
    m_team.decide("ann", 3, Verdict::Include, {}, Stage::FullText);
    EXPECT_THAT(find().reports, IsEmpty());
    EXPECT_TRUE(m_server.asked().empty());
}

TEST_F(FindFullTexts, looksOnlyForWhatIsChosen)
{
    unpaywallSays(1, {{{}, "https://repo.example.edu/1"}});
    find();
    FullTextRequest pages = only("unpaywall");
    pages.only = {FindState::LandingPage};
    const FullTextOutcome outcome = find(pages);
    ASSERT_THAT(outcome.reports, SizeIs(1));
    EXPECT_EQ(outcome.asked, 1) << "to choose is to ask again";
    FullTextRequest second = only("unpaywall");
    second.asksAgain = true;
    second.records = {{2}};
    EXPECT_EQ(find(second).reports.at(0).record, RecordId{2});
}

TEST_F(FindFullTexts, looksForDuplicatesByWhatAnyOfThemHas)
{
    std::vector<Record> records(2);
    records[0].key = "r1";
    records[0].title = "Weaving";
    records[1].key = "r2";
    records[1].doi = "10.5555/r2";
    Team team(records);
    team.merge({{1}, {2}});
    team.decide("ann", 1, Verdict::Include);
    const auto ann = team.as("ann");
    offer(2, {.body = pdfText("two")});
    const auto outcome = findFullTexts(*ann, only("unpaywall"), m_access, m_task);
    ASSERT_TRUE(outcome);
    ASSERT_THAT(outcome->reports, SizeIs(1));
    EXPECT_EQ(outcome->reports.front().record, RecordId{1});
    EXPECT_EQ(outcome->reports.front().state, FindState::Found);
}

TEST_F(FindFullTexts, areNotTakenBackByAnUndoThatIsMeantForWhatAPersonDid)
{
    m_team.decide("ann", 2, Verdict::Exclude);
    offer(1, {.body = pdfText("one")});
    FullTextRequest first = only("unpaywall");
    first.records = {{1}};
    find(first);
    EXPECT_EQ(eventText(*m_ann, m_ann->log().events().value().back()),
              "full text of r1 looked for: unpaywall: found");
    const auto undone = undo(*m_ann).value();
    ASSERT_TRUE(undone);
    EXPECT_THAT(*undone, HasSubstr("r2"));
    EXPECT_THAT(filesOf(1), SizeIs(1));
    EXPECT_THAT(answersOf(1), SizeIs(1));
}

TEST_F(FindFullTexts, areNotFetchedAgainOnceSomebodyDetachedThem)
{
    offer(1, {.body = pdfText("the wrong one")});
    FullTextRequest first = request();
    first.records = {{1}};
    find(first);
    ASSERT_TRUE(detach(*m_ann, {1}, filesOf(1).front().sha256));
    const std::size_t requests = m_server.asked().size();
    EXPECT_EQ(resultOf(find(first), 1).state, FindState::Found);
    EXPECT_EQ(m_server.asked().size(), requests);
    EXPECT_THAT(filesOf(1), IsEmpty());
}

TEST_F(FindFullTexts, keepTheNewestAnswerOfEachSourceWhoeverAsked)
{
    say(1, R"({"answers":[{"source":"unpaywall","status":"landing-page","address":"https://a.example.org/"},
                           {"source":"openalex","status":"not-found"}]})");
    say(1,
        R"({"answers":[{"source":"openalex","status":"failed","message":"m"},{"source":"core","status":"unanswered"}]})");
    ASSERT_THAT(answersOf(1), SizeIs(3));
    EXPECT_EQ(bestOf(answersOf(1))->answer.address, "https://a.example.org/");
    say(1, R"({"answers":[{"source":"unpaywall","status":"unanswered"}]})");
    EXPECT_EQ(stateOf(answersOf(1)), FindState::LandingPage) << "silence takes nothing back";
    say(1, R"({"answers":[{"source":"unpaywall","status":"not-found"}]})");
    EXPECT_EQ(stateOf(answersOf(1)), FindState::Failed);
}

TEST_F(FindFullTexts, areUnharmedByWhatABundleMayBring)
{
    for (const char *const detail : {"",
                                     "[]",
                                     "{\"answers\":7}",
                                     "{\"answers\":[7,{},{\"source\":\"x\"}]}",
                                     R"({"answers":[{"source":"","status":"found"}]})",
                                     R"({"answers":[{"source":"x","status":"stolen"}]})"}) {
        say(1, detail);
    }
    EXPECT_THAT(answersOf(1), IsEmpty());
    say(1, R"({"answers":[{"source":"x","status":"landing-page","address":"javascript:alert"}]})");
    ASSERT_THAT(answersOf(1), SizeIs(1));
    EXPECT_EQ(answersOf(1).front().answer.address, "");
    EXPECT_EQ(find().reports.size(), 3U);
}

TEST_F(FindFullTexts, tellBeforehandWhatWouldBeAsked)
{
    m_access.sources["core"].key.clear();
    say(2, R"({"answers":[{"source":"unpaywall","status":"not-found"}]})");
    const FullTextPreview preview = previewFullTexts(*m_ann, request(), m_access).value();
    EXPECT_TRUE(m_server.asked().empty());
    EXPECT_EQ(preview.reports, 3);
    ASSERT_THAT(preview.sources, SizeIs(4));
    EXPECT_EQ(preview.sources[0].label, "Unpaywall");
    EXPECT_EQ(preview.sources[0].reports, 2);
    EXPECT_EQ(preview.sources[0].requests, 2);
    EXPECT_EQ(preview.sources[1].reports, 3);
    EXPECT_EQ(preview.sources[1].requests, 1);
    EXPECT_THAT(preview.passedOver, SizeIs(1));
    find();
    EXPECT_EQ(previewFullTexts(*m_ann, request(), m_access)->reports, 0);
    EXPECT_EQ(previewFullTexts(*m_ann, request(), m_access)->answered, 3);
}

TEST_F(FindFullTexts, leaveTheRestToTheLinkResolver)
{
    offer(1, {.body = pdfText("one")});
    FullTextRequest request = only("unpaywall");
    request.resolver = "https://resolver.example.edu/?doi={doi}&year={year}";
    const FullTextOutcome outcome = find(request);
    EXPECT_EQ(resultOf(outcome, 1).resolver, "");
    EXPECT_EQ(resultOf(outcome, 2).resolver, "https://resolver.example.edu/?doi=10.5555%2Fr2&year=2020");
    m_access.linkResolver = "https://other.example.edu/{doi}";
    EXPECT_EQ(resultOf(find(only("unpaywall")), 3).resolver, "https://other.example.edu/10.5555%2Fr3");
    request.resolver = "https://resolver.example.edu/{isbn}";
    EXPECT_EQ(failure(request).code, ErrorCode::InvalidArgument);
}

TEST_F(FindFullTexts, askEachServerNoMoreThanOnceASecondForFiles)
{
    for (int i = 1; i <= 3; ++i) {
        offer(i, {.body = pdfText(std::to_string(i))});
    }
    find(only("unpaywall"));
    EXPECT_EQ(timesAsked("/files"), 3);
    EXPECT_GE(m_timing.waited(), 2s);
}

TEST_F(FindFullTexts, keepThePaceOfEachSource)
{
    FullTextRequest one = only("core");
    find(one);
    EXPECT_EQ(timesAsked("/core"), 3);
    EXPECT_GE(m_timing.waited(), 11s) << "one in six seconds";
}

TEST_F(FindFullTexts, sayWhoAsksAndKeepTheKeyFromAllElse)
{
    offer(1, {.body = pdfText("one")});
    m_server.answer("/core/v3/search/works/",
                    Answer{.status = 401, .body = R"({"message":"no such key k3y-that-nobody-may-see"})"});
    const FullTextOutcome outcome = find();
    ASSERT_THAT(outcome.notices, SizeIs(1));
    std::string said = outcome.notices.front();
    for (const SoughtFullText &report : outcome.reports) {
        said += report.message + report.address + report.licence + report.version;
    }
    for (const auto &entry : std::filesystem::directory_iterator(m_ann->path().parent_path())) {
        if (entry.is_regular_file()) {
            std::ifstream in(entry.path(), std::ios::binary);
            said.append(std::istreambuf_iterator<char>(in), {});
        }
    }
    EXPECT_THAT(said, Not(HasSubstr("k3y-that")));
    for (const replay::Asked &asked : m_server.asked()) {
        const bool isFile = asked.path.starts_with("/files");
        EXPECT_EQ(asked.header("User-Agent").find("mailto:ann@example.edu") == std::string::npos, isFile)
            << "only sources that ask who is calling are told";
        const bool hasKey = asked.header("Authorization").find("k3y-that") != std::string::npos;
        EXPECT_EQ(hasKey, asked.path.starts_with("/core")) << asked.path;
        EXPECT_THAT(asked.target, Not(HasSubstr("k3y-that")));
    }
}

} // namespace winnow::app::test
