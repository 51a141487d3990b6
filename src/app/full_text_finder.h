#pragma once

#include "app/find_plan.h"
#include "app/pdf_downloads.h"

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::app {

inline constexpr std::string_view kLookingForFullTexts = "looking for full texts";

/// A report while it is looked for.
struct FullTextSearch
{
    Candidate *candidate = nullptr;
    std::vector<FullTextAnswer> answers; ///< of this run, not kept yet
    std::map<std::string, Error> failed; ///< files that were tried
    bool isFound = false;
};

/// One run, source by source, some reports at a time.
class FullTextFinder
{
public:
    /// All must outlive this; the answers of the plan's reports are kept up to date.
    FullTextFinder(Workspace &workspace, FindPlan &plan, PdfDownloads downloads, Task &task);

    /// Keeps what was answered, also where it is stopped or fails.
    [[nodiscard]] Result<void> run();

    /// The reports of which any source said something.
    [[nodiscard]] const std::set<RecordId> &asked() const { return m_asked; }

    /// Which sources were asked no more, and why.
    [[nodiscard]] const std::vector<std::string> &notices() const { return m_notices; }

private:
    using Searches = std::span<FullTextSearch *>;

    [[nodiscard]] bool isAnybodyLeft() const;
    Result<void> lookFor(std::vector<FullTextSearch> &searches);
    Result<void> askAll(std::size_t number, const locators::Question &question, Searches searches);
    Result<void> askSome(std::size_t number, const locators::Question &question, Searches searches);
    Result<void> takeRefusal(std::size_t number,
                             const locators::Question &question,
                             Searches searches,
                             const Error &error);
    Result<void>
    take(const locators::Locator &locator, FullTextSearch &search, std::vector<locators::Copy> copies);
    Result<std::optional<Error>>
    fetch(const locators::Locator &locator, FullTextSearch &search, const locators::Copy &copy);
    Result<void> keep(std::vector<FullTextSearch> &searches);
    void note(FullTextSearch &search);
    void report();

    Workspace &m_workspace;
    FindPlan &m_plan;
    PdfDownloads m_downloads;
    Task &m_task;
    std::vector<int> m_silence; ///< of each client: requests in a row without an answer
    std::vector<std::string> m_notices;
    std::set<RecordId> m_asked;
    std::size_t m_steps = 0; ///< reports that are done with, counted once for each client
};

} // namespace winnow::app
