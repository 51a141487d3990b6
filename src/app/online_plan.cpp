#include "app/online_plan.h"

#include "app/find_records.h"
#include "query/printer.h"

#include <algorithm>

namespace winnow::app {

namespace {

constexpr int kFirstYear = 1500; ///< nothing that is indexed is older

/// The years [first, last].
struct Years
{
    int first = 0;
    int last = 0;
};

class Planner
{
public:
    Planner(SourceClient &client, Task &task)
        : m_client(client)
        , m_task(task)
    {}

    Result<OnlinePlan> run(std::string_view query, query::Precedence precedence, int thisYear)
    {
        auto root = treeOf(query, precedence);
        if (!root) {
            return std::move(root).error();
        }
        m_plan.root = *std::move(root);
        auto translation = translateFor(m_client.source(), *m_plan.root);
        if (!translation) {
            return std::move(translation).error();
        }
        m_plan.translation = *std::move(translation);
        m_plan.search.query = m_plan.translation.text;
        m_plan.search.usesCursor = false;
        if (auto counted = countWhole(); !counted) {
            return std::move(counted).error();
        }
        const std::int64_t most = m_client.source().mostWithoutCursor;
        if (most == 0 || m_plan.hits.value_or(0) <= most) {
            m_plan.parts = {{1, m_plan.translation.text, m_plan.hits, {}, false}};
        } else if (auto divided = divide(thisYear); !divided) {
            return std::move(divided).error();
        }
        return std::move(m_plan);
    }

private:
    /// Asks for the view with abstracts first, where there are two.
    Result<void> countWhole()
    {
        auto page = m_client.count(m_plan.search, m_task);
        if (!page && page.error().code == ErrorCode::Denied && page.error().where == "view") {
            m_plan.search.isComplete = false;
            m_plan.notices.emplace_back(
                "The key does not open the view with abstracts (COMPLETE); the records come without "
                "them, in the view STANDARD, and with the first author only.");
            page = m_client.count(m_plan.search, m_task);
        }
        if (!page) {
            return std::move(page).error();
        }
        m_plan.hits = page->hits;
        m_plan.quota = page->quota;
        for (const Diagnostic &diagnostic : page->diagnostics) {
            m_plan.notices.push_back(diagnostic.text);
        }
        return {};
    }

    /// By cursor where the source lets us, else year by year.
    Result<void> divide(int thisYear)
    {
        if (m_client.hasCursor(m_plan.search)) {
            sources::Search search = m_plan.search;
            search.usesCursor = true;
            auto page = m_client.count(search, m_task);
            if (page) {
                m_plan.search = search;
                m_plan.parts = {{1, m_plan.translation.text, m_plan.hits, {}, false}};
                return {};
            }
            if (page.error().code != ErrorCode::Denied) {
                return std::move(page).error();
            }
        }
        const Years all{kFirstYear, thisYear + 2};
        auto counted = partOf(all);
        if (!counted) {
            return std::move(counted).error();
        }
        if (auto done = split(all, *std::move(counted)); !done) {
            return done;
        }
        return checkSum();
    }

    /// The part of the query that asks for these years alone, with its hits.
    Result<OnlinePart> partOf(Years years)
    {
        const std::string text = "(" + query::printNormalised(*m_plan.root) + ") AND PUBYEAR > " +
                                 std::to_string(years.first - 1) + " AND PUBYEAR < " +
                                 std::to_string(years.last + 1);
        auto root = treeOf(text, query::Precedence::Classic);
        auto translation =
            root ? translateFor(m_client.source(), **root) : Result<OnlineTranslation>(root.error());
        if (!translation) {
            return std::move(translation).error();
        }
        sources::Search search = m_plan.search;
        search.query = translation->text;
        auto page = m_client.count(search, m_task);
        if (!page) {
            return std::move(page).error();
        }
        return OnlinePart{0, std::move(translation->text), page->hits, {}, false};
    }

    Result<void> split(Years years, OnlinePart whole)
    {
        const std::int64_t most = m_client.source().mostWithoutCursor;
        if (whole.hits.value_or(0) == 0) {
            return {};
        }
        if (*whole.hits <= most) {
            whole.number = static_cast<int>(m_plan.parts.size()) + 1;
            m_plan.parts.push_back(std::move(whole));
            return {};
        }
        if (years.first == years.last) {
            return Error{
                ErrorCode::Unsupported,
                "The year " + std::to_string(years.first) + " alone has " + std::to_string(*whole.hits) +
                    " hits, and " + std::string(m_client.source().label) + " gives no more than " +
                    std::to_string(most) +
                    " at once without a cursor. Divide the query, for example by DOCTYPE, and run its "
                    "parts.",
                {},
                {}};
        }
        const int middle = years.first + (years.last - years.first) / 2;
        for (const Years half : {Years{years.first, middle}, Years{middle + 1, years.last}}) {
            auto part = partOf(half);
            if (!part) {
                return std::move(part).error();
            }
            if (auto done = split(half, *std::move(part)); !done) {
                return done;
            }
        }
        return {};
    }

    /// What is asked for itself lies in one year each. Elsewhere a record may lie in two, as in PubMed those
    /// printed in January that were online in December: it is known again when it comes twice.
    Result<void> checkSum()
    {
        std::int64_t sum = 0;
        for (const OnlinePart &part : m_plan.parts) {
            sum += part.hits.value_or(0);
        }
        const std::int64_t whole = m_plan.hits.value_or(0);
        const std::string parts = std::to_string(m_plan.parts.size()) + " parts by year, which ";
        if (sum == whole) {
            m_plan.notices.push_back("The hits come in " + parts + "add up to the whole.");
            return {};
        }
        if (sum > whole && !m_client.isAskedItself()) {
            m_plan.notices.push_back("The hits come in " + parts + "overlap by " +
                                     std::to_string(sum - whole) + "; no record is taken twice.");
            return {};
        }
        return Error{
            ErrorCode::Inconsistent,
            "By years the query has " + std::to_string(sum) + " hits, as a whole " + std::to_string(whole) +
                ". Records without a year would be missed; run the search again, or divide the query "
                "yourself.",
            {},
            {}};
    }

    SourceClient &m_client;
    Task &m_task;
    OnlinePlan m_plan;
};

} // namespace

Result<OnlinePlan> planOnlineSearch(
    SourceClient &client, std::string_view query, query::Precedence precedence, int thisYear, Task &task)
{
    return Planner(client, task).run(query, precedence, thisYear);
}

} // namespace winnow::app
