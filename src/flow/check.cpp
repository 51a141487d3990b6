#include "flow/check.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <utility>

namespace winnow::flow {

namespace {

using Amount = std::optional<std::int64_t>;

/// A number that is not drawn counts as nothing; one that cannot be read makes the whole unknown.
Amount orNothing(const Number &number)
{
    return number.isDrawn() ? number.value : Amount(0);
}

Amount operator+(Amount a, Amount b)
{
    return a && b ? Amount(*a + *b) : std::nullopt;
}

Amount operator-(Amount a, Amount b)
{
    return a && b ? Amount(*a - *b) : std::nullopt;
}

/// None where a line has no number.
Amount sumOf(const std::vector<Line> &lines)
{
    Amount sum = 0;
    for (const Line &line : lines) {
        sum = sum + line.number.value;
    }
    return sum;
}

bool isAnyDrawn(const StudyNumbers &numbers)
{
    return numbers.studies.isDrawn() || numbers.reports.isDrawn();
}

bool isAnyDrawn(const ReportNumbers &numbers)
{
    return numbers.sought.isDrawn() || numbers.notRetrieved.isDrawn() || numbers.assessed.isDrawn() ||
           !numbers.excluded.empty();
}

/// Many a form holds 0 where nobody entered the reports.
Amount enteredReports(const StudyNumbers &numbers)
{
    const bool isLeftOut = numbers.reports.value == 0 && numbers.studies.value.value_or(0) > 0;
    return isLeftOut ? std::nullopt : numbers.reports.value;
}

/// "reports sought", and how many.
struct Term
{
    std::string words;
    Amount amount;
};

std::string told(const Term &term)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kSingulars{
        {{"records", "record"},
         {"reports", "report"},
         {"studies", "study"},
         {"full-text articles", "full-text article"}}};
    std::string words = term.words;
    for (const auto &[plural, singular] : kSingulars) {
        if (*term.amount == 1 && words.starts_with(plural)) {
            words.replace(0, plural.size(), singular);
        }
    }
    return groupedNumber(*term.amount) + " " + words;
}

class Checker
{
public:
    explicit Checker(const Numbers &numbers)
        : m_n(numbers)
    {}

    std::vector<Finding> run()
    {
        if (m_n.variant == Variant::Prisma2009) {
            check2009();
        } else {
            check2020();
        }
        return std::move(m_findings);
    }

private:
    void find(std::string_view rule, Severity severity, std::vector<std::string> boxes, std::string message)
    {
        const auto explanation = m_n.explanations.find(std::string(rule));
        if (severity == Severity::Error && explanation != m_n.explanations.end()) {
            severity = Severity::Warning;
            message += " Explained: " + explanation->second;
        }
        m_findings.push_back({rule, severity, std::move(boxes), std::move(message)});
    }

    /// `left` has to be `right`; what is not entered is not compared.
    void equal(std::string_view rule,
               std::vector<std::string> boxes,
               const Term &left,
               const Term &right,
               Severity severity = Severity::Error)
    {
        if (left.amount && right.amount && *left.amount != *right.amount) {
            find(rule, severity, std::move(boxes), told(left) + ", but " + told(right) + ".");
        }
    }

    void atMost(std::string_view rule, std::vector<std::string> boxes, const Term &left, const Term &right)
    {
        if (left.amount && right.amount && *left.amount > *right.amount) {
            find(rule, Severity::Error, std::move(boxes), told(left) + ", more than " + told(right) + ".");
        }
    }

    void check2020()
    {
        checkSources();
        checkScreening();
        checkReports("R05", m_n.reports, "box6", "box8", "");
        checkIncluded();
        checkOtherMethods();
        checkTotals();
        checkPrintedTotals();
        checkLines();
        checkVariant();
        checkTools();
        std::ranges::stable_sort(m_findings, {}, &Finding::rule);
    }

    void checkSources()
    {
        const auto listed =
            [&](std::string_view rule, const char *what, const Number &total, const auto &list) {
                if (!list.empty()) {
                    equal(rule,
                          {"box2"},
                          {std::string("records of the ") + what + " listed", sumOf(list)},
                          {std::string("records of all ") + what, total.value});
                }
            };
        listed("R01", "databases", m_n.databases, m_n.databaseList);
        listed("R02", "registers", m_n.registers, m_n.registerList);
        if (!m_n.databases.isDrawn() && !m_n.registers.isDrawn()) {
            return;
        }
        const Amount identified =
            orNothing(m_n.databases) + orNothing(m_n.registers) + sumOf(m_n.furtherSources);
        const Amount removed =
            orNothing(m_n.duplicates) + orNothing(m_n.byAutomation) + orNothing(m_n.otherRemoved);
        equal("R03",
              {"box2", "box3", "box4"},
              {"records identified less those removed before screening", identified - removed},
              {"records screened", m_n.screened.value + orNothing(m_n.awaitingScreening)});
    }

    void checkScreening()
    {
        equal("R04",
              {"box4", "box5", "box6"},
              {"records screened less those excluded", m_n.screened.value - m_n.excluded.value},
              {"reports sought for retrieval", m_n.reports.sought.value});
    }

    void checkReports(std::string_view rule,
                      const ReportNumbers &reports,
                      const char *soughtBox,
                      const char *assessedBox,
                      const std::string &where)
    {
        const Amount lost = orNothing(reports.notRetrieved) + orNothing(reports.lateDuplicates);
        equal(rule,
              {soughtBox, assessedBox},
              {"reports sought" + where + " less those not retrieved", reports.sought.value - lost},
              {"reports assessed for eligibility" + where,
               reports.assessed.value + orNothing(reports.notAssessedYet)});
    }

    /// Reports left when those excluded are taken off.
    static Amount left(const ReportNumbers &reports)
    {
        return reports.assessed.value - sumOf(reports.excluded) - orNothing(reports.awaiting);
    }

    void checkIncluded()
    {
        studiesWithin("R07", "box10", "included", m_n.included);
        Amount remaining = left(m_n.reports);
        if (hasOtherMethods(m_n.variant) && isAnyDrawn(m_n.otherReports)) {
            remaining = remaining + left(m_n.otherReports);
        }
        const Term rest{"reports left after exclusion", remaining};
        if (const Amount reports = enteredReports(m_n.included)) {
            equal("R06", {"box8", "box9", "box10"}, rest, {"reports included", reports});
            return;
        }
        const Term studies{"studies included", m_n.included.studies.value};
        atMost("R06", {"box8", "box9", "box10"}, studies, rest);
        if (studies.amount && rest.amount && *studies.amount < *rest.amount) {
            equal("R06", {"box8", "box9", "box10"}, rest, studies, Severity::Warning);
        }
    }

    void studiesWithin(std::string_view rule,
                       const char *box,
                       const std::string &which,
                       const StudyNumbers &numbers)
    {
        atMost(rule,
               {box},
               {"studies " + which, numbers.studies.value},
               {"reports of studies " + which, numbers.reports.value});
    }

    void checkOtherMethods()
    {
        if (!hasOtherMethods(m_n.variant)) {
            return;
        }
        const Term sought{"reports sought from other methods", m_n.otherReports.sought.value};
        const Term identified{"records identified by other methods", sumOf(m_n.otherList)};
        atMost("R08", {"box11", "box12"}, sought, identified);
        if (sought.amount && identified.amount && *sought.amount < *identified.amount) {
            find("R08",
                 Severity::Warning,
                 {"box11", "box12"},
                 groupedNumber(*identified.amount - *sought.amount) +
                     " records of other methods leave the diagram without a box.");
        }
        checkReports("R09", m_n.otherReports, "box12", "box14", " from other methods");
    }

    void checkTotals()
    {
        if (isUpdated(m_n.variant)) {
            studiesWithin("R07", "box1", "of the previous version", m_n.previous);
            studiesWithin("R07", "box16", "in total", m_n.total);
            equal("R10",
                  {"box1", "box10", "box16"},
                  {"previous and new studies", m_n.previous.studies.value + m_n.included.studies.value},
                  {"studies in total", m_n.total.studies.value});
            equal("R11",
                  {"box1", "box10", "box16"},
                  {"reports of previous and new studies",
                   m_n.previous.reports.value + m_n.included.reports.value},
                  {"reports in total", m_n.total.reports.value},
                  Severity::Warning);
        }
        const StudyNumbers &all = isUpdated(m_n.variant) ? m_n.total : m_n.included;
        atMost("R14",
               {"box17"},
               {"studies in meta-analysis", m_n.metaAnalysis.studies.value},
               {"studies included", all.studies.value});
    }

    void checkPrintedTotals()
    {
        const auto reasons = [&](const char *box, const char *what, const Number &total, const auto &list) {
            if (!list.empty()) {
                equal("R15",
                      {box},
                      {std::string(what) + " by the reasons given", sumOf(list)},
                      {std::string(what) + " as printed", total.value});
            }
        };
        reasons("box3", "records removed for other reasons", m_n.otherRemoved, m_n.otherRemovedList);
        reasons("box5", "records excluded", m_n.excluded, m_n.excludedReasons);
        if (m_n.excludedByPeople.isDrawn() || m_n.excludedByTools.isDrawn()) {
            equal("R15",
                  {"box5"},
                  {"records excluded by people and by tools",
                   orNothing(m_n.excludedByPeople) + orNothing(m_n.excludedByTools)},
                  {"records excluded", m_n.excluded.value});
        }
    }

    /// Every line with a number, the box that it stands in, and what it says.
    template <class Visit>
    void forEachNumber(const Visit &visit) const
    {
        const bool hasOther = hasOtherMethods(m_n.variant);
        if (isUpdated(m_n.variant)) {
            visit("box1", "studies of the previous version", m_n.previous.studies);
            visit("box1", "reports of the previous version", m_n.previous.reports);
            visit("box16", "studies in total", m_n.total.studies);
            visit("box16", "reports in total", m_n.total.reports);
        }
        visit("box2", "databases", m_n.databases);
        visit("box2", "registers", m_n.registers);
        visit("box3", "duplicate records", m_n.duplicates);
        visit("box3", "records marked by automation tools", m_n.byAutomation);
        visit("box3", "records removed for other reasons", m_n.otherRemoved);
        visit("box4", "records screened", m_n.screened);
        visit("box5", "records excluded", m_n.excluded);
        visit("box6", "reports sought", m_n.reports.sought);
        visit("box7", "reports not retrieved", m_n.reports.notRetrieved);
        visit("box8", "reports assessed", m_n.reports.assessed);
        visit("box10", "studies included", m_n.included.studies);
        visit("box10", "reports included", m_n.included.reports);
        if (hasOther) {
            visit("box12", "reports sought from other methods", m_n.otherReports.sought);
            visit("box13", "reports of other methods not retrieved", m_n.otherReports.notRetrieved);
            visit("box14", "reports of other methods assessed", m_n.otherReports.assessed);
        }
    }

    struct List
    {
        const char *box;
        const char *what;
        const std::vector<Line> &lines;
        bool isReasons;
    };

    [[nodiscard]] std::vector<List> lists() const
    {
        std::vector<List> all{{"box2", "databases", m_n.databaseList, false},
                              {"box2", "registers", m_n.registerList, false},
                              {"box2", "further sources", m_n.furtherSources, false},
                              {"box5", "reasons for excluding records", m_n.excludedReasons, true},
                              {"box9", "reasons for excluding reports", m_n.reports.excluded, true}};
        if (hasOtherMethods(m_n.variant)) {
            all.push_back({"box11", "other methods", m_n.otherList, false});
            all.push_back(
                {"box15", "reasons for excluding reports of other methods", m_n.otherReports.excluded, true});
        }
        return all;
    }

    void checkLines()
    {
        forEachNumber([this](const char *box, const char *what, const Number &number) {
            if (!number.unreadable.empty()) {
                find("R16", Severity::Error, {box}, isNoNumber(what, number));
            }
        });
        for (const List &list : lists()) {
            for (const Line &line : list.lines) {
                if (!line.number.value) {
                    find("R16",
                         Severity::Error,
                         {list.box},
                         isNoNumber(std::string(list.what) + ", \"" + line.name + "\"", line.number));
                }
            }
            if (list.isReasons) {
                checkReasons(list);
            }
        }
        for (const auto &[box, what, number] :
             {std::tuple("box4", "records screened", &m_n.screened),
              std::tuple("box6", "reports sought", &m_n.reports.sought),
              std::tuple("box8", "reports assessed", &m_n.reports.assessed),
              std::tuple("box10", "studies included", &m_n.included.studies)}) {
            if (!number->isDrawn()) {
                find("R17",
                     Severity::Advice,
                     {box},
                     std::string("The number of ") + what + " is not entered yet.");
            }
        }
    }

    static std::string isNoNumber(const std::string &what, const Number &number)
    {
        return "What stands for " + what + " is no number" +
               (number.unreadable.empty() ? "." : ": " + number.unreadable + ".");
    }

    void checkReasons(const List &list)
    {
        constexpr std::int64_t kMostOther = 10; // percent
        std::set<std::string> names;
        const Amount sum = sumOf(list.lines);
        for (const Line &line : list.lines) {
            if (!names.insert(line.name).second) {
                find(
                    "R18", Severity::Advice, {list.box}, "The reason \"" + line.name + "\" is listed twice.");
            }
            if (line.number.value == 0) {
                find("R18", Severity::Advice, {list.box}, "Nothing was excluded for \"" + line.name + "\".");
            }
            const bool isOther = line.name.starts_with("Other") || line.name.starts_with("other");
            if (isOther && sum && line.number.value && *line.number.value * 100 > *sum * kMostOther) {
                find("R18",
                     Severity::Advice,
                     {list.box},
                     "More than a tenth is excluded for \"" + line.name + "\"; name the reasons.");
            }
        }
    }

    void checkVariant()
    {
        if (isUpdated(m_n.variant) && (!isAnyDrawn(m_n.previous) || !isAnyDrawn(m_n.total))) {
            find("R19",
                 Severity::Error,
                 {"box1", "box16"},
                 "An updated review needs the studies of the previous version and the total.");
        }
        const bool hasOther = sumOf(m_n.otherList) != Amount(0) || isAnyDrawn(m_n.otherReports);
        if (!hasOtherMethods(m_n.variant) && hasOther) {
            find("R19",
                 Severity::Error,
                 {"box11"},
                 "There are numbers of other methods, for which this template has no column.");
        }
    }

    void checkTools()
    {
        if (m_n.byAutomation.value.value_or(0) > 0 && !m_n.excludedByTools.isDrawn()) {
            find("R21",
                 Severity::Advice,
                 {"box5"},
                 "Automation tools were used: say how many records people excluded and how many tools.");
        }
    }

    void check2009()
    {
        const Numbers2009 &n = m_n.of2009;
        const Term unique{"records after duplicates removed", n.withoutDuplicates.value};
        const Term screened{"records screened", n.screened.value};
        const Term fullText{"full-text articles assessed", n.fullText.value};
        const Term qualitative{"studies in qualitative synthesis", n.qualitative.value};
        atMost(
            "P09-1", {"no_dupes"}, unique, {"records identified", n.found.value + orNothing(n.foundOther)});
        atMost("P09-2", {"screened"}, screened, unique);
        if (screened.amount && unique.amount && *screened.amount < *unique.amount) {
            equal("P09-2", {"screened"}, unique, screened, Severity::Warning);
        }
        equal("P09-3",
              {"screened", "full_text"},
              {"records screened less those excluded", n.screened.value - n.excluded.value},
              fullText);
        equal("P09-4",
              {"full_text", "qualitative"},
              {"full-text articles left after exclusion",
               n.fullText.value - n.fullTextExcluded.value + orNothing(n.lateAdded)},
              qualitative);
        atMost("P09-5",
               {"quantitative"},
               {"studies in quantitative synthesis", n.quantitative.value},
               qualitative);
        if (!n.reasons.empty()) {
            equal("P09-6",
                  {"full_text_exclusions"},
                  {"full-text articles excluded by the reasons given", sumOf(n.reasons)},
                  {"full-text articles excluded as printed", n.fullTextExcluded.value});
        }
    }

    const Numbers &m_n;
    std::vector<Finding> m_findings;
};

} // namespace

std::vector<Finding> check(const Numbers &numbers)
{
    return Checker(numbers).run();
}

std::vector<std::string> contradictions(const Counts &counts)
{
    std::vector<std::string> sentences;
    for (Finding &finding : check(numbersOf(counts))) {
        if (finding.severity == Severity::Error) {
            sentences.push_back(std::move(finding.message));
        }
    }
    return sentences;
}

} // namespace winnow::flow
