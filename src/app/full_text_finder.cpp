#include "app/full_text_finder.h"

#include "store/event_detail.h"

#include <algorithm>
#include <utility>

namespace winnow::app {

namespace {

using locators::Copy;
using locators::Locator;
using Search = FullTextSearch;

/// Reports whose answers are kept together, so that little is asked twice after a power cut.
constexpr std::size_t kChunk = 50;

/// Files of one report that are tried at one source.
constexpr int kMostTries = 3;

/// Requests in a row that a source leaves unanswered before it is asked no more.
constexpr int kMostSilence = 2;

bool mayHelpLater(const Error &error)
{
    return error.code == ErrorCode::Unreachable || error.code == ErrorCode::Busy;
}

store::EventDraft draftOf(const Search &search)
{
    store::EventDraft draft;
    draft.kind = EventKind::FullTextSought;
    draft.subjectKind = "record";
    draft.subject = search.candidate->text.report.row.id.value;
    draft.detail = store::toDetail(search.answers);
    return draft;
}

FullTextAnswer
answerOf(const Locator &locator, const std::vector<Copy> &copies, const Error *trouble, const Copy *troubled)
{
    FullTextAnswer answer{std::string(locator.id)};
    if (trouble != nullptr) {
        answer.status = mayHelpLater(*trouble) ? FullTextStatus::Unanswered : FullTextStatus::Failed;
        answer.address = troubled->landingPage.empty() ? troubled->pdf : troubled->landingPage;
        answer.licence = troubled->licence;
        answer.version = troubled->version;
        answer.message = trouble->message;
    } else if (!copies.empty()) {
        answer.status = FullTextStatus::LandingPage;
        answer.address = copies.front().landingPage;
        answer.licence = copies.front().licence;
        answer.version = copies.front().version;
    }
    return answer;
}

} // namespace

FullTextFinder::FullTextFinder(Workspace &workspace, FindPlan &plan, PdfDownloads downloads, Task &task)
    : m_workspace(workspace)
    , m_plan(plan)
    , m_downloads(std::move(downloads))
    , m_task(task)
    , m_silence(plan.clients.size(), 0)
{}

Result<void> FullTextFinder::run()
{
    for (std::size_t at = 0; at < m_plan.candidates.size() && isAnybodyLeft(); at += kChunk) {
        std::vector<Search> searches;
        for (std::size_t i = at; i < std::min(at + kChunk, m_plan.candidates.size()); ++i) {
            searches.push_back({&m_plan.candidates[i], {}, {}, false});
        }
        m_steps = at * m_plan.clients.size();
        auto looked = lookFor(searches);
        auto kept = keep(searches);
        if (!looked || !kept) {
            return !kept ? kept : looked;
        }
    }
    return {};
}

bool FullTextFinder::isAnybodyLeft() const
{
    return std::ranges::any_of(m_silence, [](int silence) { return silence < kMostSilence; });
}

Result<void> FullTextFinder::lookFor(std::vector<Search> &searches)
{
    for (std::size_t number = 0; number < m_plan.clients.size(); ++number) {
        const Locator &locator = m_plan.clients[number].locator();
        const std::size_t after = m_steps + searches.size();
        for (const locators::Question &question : locator.questions) {
            std::vector<Search *> asked;
            for (Search &search : searches) {
                const Candidate &candidate = *search.candidate;
                if (!search.isFound && isAsked(m_plan, locator, candidate) &&
                    questionFor(locator, candidate.record) == &question) {
                    asked.push_back(&search);
                }
            }
            if (auto done = askAll(number, question, asked); !done) {
                return done;
            }
        }
        m_steps = after;
    }
    return {};
}

Result<void> FullTextFinder::askAll(std::size_t number, const locators::Question &question, Searches searches)
{
    // Who got no answer before comes last, so that a few of these do not end the source for all.
    const std::string_view id = m_plan.clients[number].locator().id;
    std::stable_partition(searches.begin(), searches.end(), [&](const Search *search) {
        return std::ranges::none_of(search->candidate->text.answers, [&](const DatedAnswer &known) {
            return known.answer.source == id && known.answer.status == FullTextStatus::Unanswered;
        });
    });
    for (std::size_t at = 0; at < searches.size() && m_silence[number] < kMostSilence; at += question.most) {
        const auto some = searches.subspan(at, std::min(question.most, searches.size() - at));
        if (auto done = askSome(number, question, some); !done) {
            return done;
        }
    }
    return {};
}

Result<void>
FullTextFinder::askSome(std::size_t number, const locators::Question &question, Searches searches)
{
    if (m_task.isStopped()) {
        return Task::stoppedError();
    }
    report();
    std::vector<Record> records;
    records.reserve(searches.size());
    for (const Search *search : searches) {
        records.push_back(search->candidate->record);
    }
    LocatorClient &client = m_plan.clients[number];
    const auto copies = client.ask(question, records, m_task);
    if (!copies) {
        return takeRefusal(number, question, searches, copies.error());
    }
    m_silence[number] = 0;
    m_steps += searches.size();
    for (std::size_t i = 0; i < searches.size(); ++i) {
        if (auto done = take(client.locator(), *searches[i], copies->at(i)); !done) {
            return done;
        }
    }
    return {};
}

Result<void> FullTextFinder::takeRefusal(std::size_t number,
                                         const locators::Question &question,
                                         Searches searches,
                                         const Error &error)
{
    if (error.code == ErrorCode::Cancelled) {
        return error;
    }
    // Of many, one may be what the source does not take.
    if (error.code == ErrorCode::InvalidArgument && searches.size() > 1) {
        for (std::size_t i = 0; i < searches.size(); ++i) {
            if (auto done = askSome(number, question, searches.subspan(i, 1)); !done) {
                return done;
            }
        }
        return {};
    }
    const Locator &locator = m_plan.clients[number].locator();
    const bool isOfReport = error.code == ErrorCode::InvalidArgument;
    for (Search *search : searches) {
        search->answers.push_back({.source = std::string(locator.id),
                                   .status = isOfReport ? FullTextStatus::Failed : FullTextStatus::Unanswered,
                                   .message = error.message});
    }
    if (isOfReport) {
        return {};
    }
    m_silence[number] = error.code == ErrorCode::Unreachable ? m_silence[number] + 1 : kMostSilence;
    if (m_silence[number] == kMostSilence) {
        m_notices.push_back(std::string(locator.label) + " was asked no more in this run: " + error.message);
    }
    return {};
}

/// What a source said of one report: fetches the file where there is one.
Result<void> FullTextFinder::take(const Locator &locator, Search &search, std::vector<Copy> copies)
{
    // A preprint is not the report itself.
    std::stable_partition(
        copies.begin(), copies.end(), [](const Copy &copy) { return copy.version != "submittedVersion"; });
    const Error *trouble = nullptr;
    const Copy *troubled = nullptr;
    int tries = 0;
    for (const Copy &copy : copies) {
        if (copy.pdf.empty() || tries == kMostTries) {
            continue;
        }
        ++tries;
        auto known = search.failed.find(copy.pdf);
        if (known == search.failed.end()) {
            auto failed = fetch(locator, search, copy);
            if (!failed) {
                return std::move(failed).error();
            }
            if (search.isFound) {
                return {};
            }
            known = search.failed.emplace(copy.pdf, **std::move(failed)).first;
        }
        // What may still be had decides whether to come back.
        if (trouble == nullptr || (!mayHelpLater(*trouble) && mayHelpLater(known->second))) {
            trouble = &known->second;
            troubled = &copy;
        }
    }
    search.answers.push_back(answerOf(locator, copies, trouble, troubled));
    return {};
}

/// Fetches a file and attaches it, together with all that was answered. Returns why it could not be had;
/// fails where the run has to end.
Result<std::optional<Error>> FullTextFinder::fetch(const Locator &locator, Search &search, const Copy &copy)
{
    report();
    const app::ListRow &row = search.candidate->text.report.row;
    if (!isStillSought(m_workspace, row.id)) {
        search.isFound = true; // somebody else was faster, or gave it up
        return std::optional<Error>();
    }
    const auto file = m_downloads.fetch(copy.pdf, m_task);
    if (!file) {
        const bool isEnd =
            file.error().code == ErrorCode::Cancelled || file.error().code == ErrorCode::Unwritable;
        return isEnd ? Result<std::optional<Error>>(file.error()) : std::optional(file.error());
    }
    if (!isStillSought(m_workspace, row.id)) { // it may have taken minutes
        search.isFound = true;
        return std::optional<Error>();
    }
    search.answers.push_back({.source = std::string(locator.id),
                              .status = FullTextStatus::Found,
                              .address = copy.pdf,
                              .licence = copy.licence,
                              .version = copy.version});
    AttachRequest request{row.id,
                          file->path(),
                          {std::string(locator.label), copy.pdf, copy.licence, copy.version},
                          row.key + ".pdf",
                          {draftOf(search)}};
    Task copying; // what is here is kept, whoever stops the run now
    const auto attached = attach(m_workspace, request, copying);
    if (!attached) {
        search.answers.pop_back();
        return attached.error();
    }
    note(search);
    search.isFound = true;
    return std::optional<Error>();
}

/// Says in the log what was answered of the reports that were not found.
Result<void> FullTextFinder::keep(std::vector<Search> &searches)
{
    std::vector<store::EventDraft> act;
    for (const Search &search : searches) {
        if (!search.answers.empty()) {
            act.push_back(draftOf(search));
        }
    }
    if (act.empty()) {
        return {};
    }
    if (auto done = m_workspace.log().append(m_workspace.act(), act); !done) {
        return done;
    }
    for (Search &search : searches) {
        if (!search.answers.empty()) {
            note(search);
        }
    }
    return {};
}

/// Takes what was kept over into what is known of the report.
void FullTextFinder::note(Search &search)
{
    std::vector<DatedAnswer> &known = search.candidate->text.answers;
    for (FullTextAnswer &answer : search.answers) {
        addAnswer(known, {std::move(answer), m_workspace.reviewer(), m_plan.nowUtc});
    }
    search.answers.clear();
    m_asked.insert(search.candidate->text.report.row.id);
}

void FullTextFinder::report()
{
    m_task.report({kLookingForFullTexts,
                   static_cast<std::int64_t>(m_steps / m_plan.clients.size()),
                   static_cast<std::int64_t>(m_plan.candidates.size())});
}

} // namespace winnow::app
