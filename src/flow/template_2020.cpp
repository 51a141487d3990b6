// PRISMA 2020 in its four forms: which boxes there are, and what each says.
#include "flow/template_parts.h"

#include <algorithm>

namespace winnow::flow {

namespace {

using Need = Filler::Need;

/// The rows, in order. Those that no lane uses are dropped.
enum Row : std::size_t { Identified, Screened, Sought, Assessed, Awaiting, Included, Total, MetaAnalysis };

/// What differs between the column of databases and registers and that of other methods.
struct LaneNames
{
    BoxKind kind;
    const char *sought;
    const char *notRetrieved;
    const char *assessed;
    const char *excluded;
    const char *awaiting;
    std::string_view soughtName;
    std::string_view notRetrievedName;
    std::string_view assessedName;
    std::string_view excludedName;
    std::string_view lateName;
    std::string_view awaitingName;
};

constexpr LaneNames kDatabases{BoxKind::Main,
                               "box6",
                               "box7",
                               "box8",
                               "box9",
                               "awaiting",
                               "dbr_sought_reports",
                               "dbr_notretrieved_reports",
                               "dbr_assessed",
                               "dbr_excluded",
                               "dbr_late_duplicates",
                               "dbr_awaiting"};
constexpr LaneNames kOther{BoxKind::OptionalMain,
                           "box12",
                           "box13",
                           "box14",
                           "box15",
                           "awaiting_other",
                           "other_sought_reports",
                           "other_notretrieved_reports",
                           "other_assessed",
                           "other_excluded",
                           "other_late_duplicates",
                           "other_awaiting"};

class Filler2020
{
public:
    explicit Filler2020(const Filler &filler)
        : m_f(filler)
        , m_n(filler.numbers())
        , m_isUpdated(isUpdated(filler.numbers().variant))
        , m_hasNotes(filler.options().withOfficialNotes && filler.options().texts.hasOfficialNotes())
    {}

    Template run()
    {
        for (const char *stage : {"stage.identification",
                                  "stage.screening",
                                  "stage.screening",
                                  "stage.screening",
                                  "stage.screening"}) {
            m_result.steps.push_back({m_f.text(stage), false});
        }
        m_result.steps.resize(MetaAnalysis + 1, {m_f.text("stage.included"), true});
        m_result.attribution = m_f.text("note.attribution");
        if (m_isUpdated) {
            m_result.lanes.push_back(previousLane());
        }
        m_result.lanes.push_back(databaseLane());
        if (hasOtherMethods(m_n.variant)) {
            m_result.lanes.push_back(otherLane());
        }
        return std::move(m_result);
    }

private:
    [[nodiscard]] TemplateBox header(const std::string &id, BoxKind kind, const std::string &key) const
    {
        TemplateBox box{id, kind, {}};
        m_f.addWords(box, m_f.text(key));
        return box;
    }

    /// "header.other" or "header.other-updated".
    [[nodiscard]] std::string forKind(const std::string &key) const
    {
        return m_isUpdated ? key + "-updated" : key;
    }

    Lane previousLane()
    {
        Lane lane{header("prevstud", BoxKind::OptionalHeader, "header.previous"), {}, "box16"};
        TemplateBox box{"box1", BoxKind::OptionalMain, {}};
        m_f.addLine(
            box, m_f.text("box.previous-studies"), m_n.previous.studies, "previous_studies", Need::Always);
        m_f.addLine(box, m_f.text("box.previous-reports"), m_n.previous.reports, "previous_reports");
        lane.rungs.push_back({Identified, std::move(box)});
        return lane;
    }

    Lane databaseLane()
    {
        Lane lane{header("newstud", BoxKind::Header, forKind("header.databases")), {}, {}};
        lane.rungs.push_back({Identified, identifiedBox(), removedBox()});
        lane.rungs.push_back({Screened,
                              m_f.pairBox("box4", m_f.text("box.screened"), m_n.screened, "records_screened"),
                              excludedBox()});
        addReports(lane, m_n.reports, kDatabases);
        lane.rungs.push_back({Included, includedBox()});
        if (m_isUpdated) {
            TemplateBox total{"box16", BoxKind::OptionalMain, {}};
            m_f.addPair(total, m_f.text("box.total-studies"), m_n.total.studies, "total_studies");
            m_f.addPair(
                total, m_f.text("box.total-reports"), m_n.total.reports, "total_reports", Need::Known);
            lane.rungs.push_back({Total, std::move(total)});
        }
        if (m_f.options().showsMetaAnalysis && m_n.metaAnalysis.studies.isDrawn()) {
            TemplateBox meta{"box17", m_isUpdated ? BoxKind::OptionalMain : BoxKind::Main, {}};
            m_f.addLine(meta, m_f.text("box.meta-studies"), m_n.metaAnalysis.studies, "total_studies_ma");
            m_f.addLine(meta, m_f.text("box.meta-reports"), m_n.metaAnalysis.reports, "total_reports_ma");
            lane.rungs.push_back({MetaAnalysis, std::move(meta)});
        }
        return lane;
    }

    Lane otherLane()
    {
        Lane lane{header("othstud", BoxKind::OptionalHeader, forKind("header.other")), {}, "box10"};
        TemplateBox box{"box11", BoxKind::OptionalMain, {}};
        m_f.addWords(box, m_f.text("box.other-identified"));
        if (m_f.isBlank()) {
            for (const char *name : {"Websites", "Organisations", "Citation searching"}) {
                m_f.addLine(box, m_f.options().texts.source(name), {}, "other_results");
            }
            m_f.addWords(box, m_f.text("blank.more"));
        }
        m_f.addList(box, m_n.otherList, "other_results", 0);
        lane.rungs.push_back({Identified, std::move(box)});
        addReports(lane, m_n.otherReports, kOther);
        return lane;
    }

    /// A line of a total with the sources behind it; they make the asterisk of the template needless.
    void addSources(TemplateBox &box,
                    std::string_view words,
                    const Number &total,
                    const std::vector<Line> &list,
                    const std::string &name,
                    Need need)
    {
        const std::size_t before = box.lines.size();
        m_f.addLine(box, words, total.isDrawn() ? total : knownSumOf(list), name + "_results", need);
        if (box.lines.size() > before && m_f.options().listsSources) {
            m_f.addList(box, list, name + "_specific_results", 1);
            m_listsSources = m_listsSources || !list.empty();
        }
    }

    TemplateBox identifiedBox()
    {
        TemplateBox box{"box2", BoxKind::Main, {}};
        addSources(box, m_f.text("box.databases"), m_n.databases, m_n.databaseList, "database", Need::Always);
        addSources(
            box, m_f.text("box.registers"), m_n.registers, m_n.registerList, "register", Need::NotZero);
        m_f.addList(box, m_n.furtherSources, "further_results", 0);
        TemplateBox head;
        m_f.addWords(head, marked(m_f.text("box.identified"), "{*}", "note.sources", !m_listsSources));
        box.lines.insert(box.lines.begin(), head.lines.front());
        return box;
    }

    /// A text with its asterisks in place or taken out, and the footnote that they stand for.
    std::string marked(std::string words, const std::string &mark, const char *note, bool isWanted)
    {
        const std::size_t at = words.find(mark);
        if (at == std::string::npos) {
            return words;
        }
        const bool isMarked = isWanted && m_hasNotes;
        if (isMarked) {
            m_result.footnotes.push_back(m_f.text(note));
        }
        return words.replace(at, mark.size(), isMarked ? mark.substr(1, mark.size() - 2) : "");
    }

    [[nodiscard]] TemplateBox removedBox() const
    {
        TemplateBox box{"box3", BoxKind::Main, {}};
        m_f.addWords(box, m_f.text("box.removed"));
        m_f.addLine(box, m_f.text("box.removed-duplicates"), m_n.duplicates, "duplicates", Need::Always);
        m_f.addLine(box,
                    m_f.text("box.removed-by-automation"),
                    m_n.byAutomation,
                    "excluded_automatic",
                    Need::NotZero);
        m_f.addLine(
            box, m_f.text("box.removed-otherwise"), m_n.otherRemoved, "excluded_other", Need::NotZero);
        const auto &list = m_n.otherRemovedList;
        if (list.size() == 1 && list.front().number == m_n.otherRemoved) {
            box.lines.push_back(
                {list.front().name, "excluded_other", 1, {}, false}); // its number stands above
        } else {
            m_f.addList(box, list, "excluded_other", 1);
        }
        return box;
    }

    TemplateBox excludedBox()
    {
        const bool isSplit = m_f.options().splitsTools && m_n.excludedByPeople.isDrawn() &&
                             m_n.excludedByTools.isDrawn() &&
                             (m_n.excludedByTools.value != 0 || m_f.options().zeroLines == ZeroLines::Kept);
        TemplateBox box{"box5", BoxKind::Main, {}};
        m_f.addPair(box,
                    marked(m_f.text("box.excluded"), "{**}", "note.tools", !isSplit),
                    m_n.excluded,
                    "records_excluded");
        if (isSplit) {
            m_f.addLine(box, m_f.text("box.excluded-by-people"), m_n.excludedByPeople, "records_excluded");
            m_f.addLine(box, m_f.text("box.excluded-by-tools"), m_n.excludedByTools, "records_excluded");
        }
        if (m_f.options().listsTitleAbstractReasons) {
            m_f.addList(box, m_n.excludedReasons, "records_excluded", 1);
        }
        return box;
    }

    void addReports(Lane &lane, const ReportNumbers &reports, const LaneNames &names)
    {
        lane.rungs.push_back(
            {Sought,
             m_f.pairBox(names.sought, m_f.text("box.sought"), reports.sought, names.soughtName, names.kind),
             m_f.pairBox(names.notRetrieved,
                         m_f.text("box.not-retrieved"),
                         reports.notRetrieved,
                         names.notRetrievedName,
                         names.kind)});
        lane.rungs.push_back(
            {Assessed,
             m_f.pairBox(
                 names.assessed, m_f.text("box.assessed"), reports.assessed, names.assessedName, names.kind),
             excludedReportsBox(reports, names)});
        if (m_f.options().showsAwaiting && reports.awaiting.value.value_or(0) > 0) {
            lane.rungs.push_back({Awaiting,
                                  {},
                                  m_f.pairBox(names.awaiting,
                                              m_f.text("box.awaiting"),
                                              reports.awaiting,
                                              names.awaitingName,
                                              names.kind)});
        }
    }

    [[nodiscard]] TemplateBox excludedReportsBox(const ReportNumbers &reports, const LaneNames &names) const
    {
        TemplateBox box{names.excluded, names.kind, {}};
        const bool hasList = !reports.excluded.empty() || reports.lateDuplicates.value.value_or(0) > 0;
        if (!hasList && !m_f.isBlank()) {
            m_f.addLine(box,
                        m_f.text("box.reports-excluded-none"),
                        isAllIncluded() ? Number{0, {}} : Number{},
                        names.excludedName,
                        Need::Always);
            return box;
        }
        m_f.addWords(box, heading(reports));
        if (m_f.isBlank()) {
            for (const char *number : {"1", "2", "3"}) {
                m_f.addLine(box, m_f.text("blank.reason") + "\u00A0" + number, {}, names.excludedName);
            }
            m_f.addWords(box, m_f.text("blank.more"));
        }
        m_f.addList(box, reports.excluded, names.excludedName, 0);
        if (reports.lateDuplicates.isDrawn()) {
            m_f.addLine(
                box, m_f.text("box.late-duplicates"), reports.lateDuplicates, names.lateName, Need::NotZero);
        }
        return box;
    }

    [[nodiscard]] std::string heading(const ReportNumbers &reports) const
    {
        if (!m_f.options().totalsReasons) {
            return m_f.text("box.reports-excluded");
        }
        Number total = knownSumOf(reports.excluded);
        if (total.value) {
            *total.value += reports.lateDuplicates.value.value_or(0);
        }
        std::string words = m_f.text("box.reports-excluded-total");
        if (const std::size_t at = words.find("{n}"); at != std::string::npos) {
            words.replace(at, 3, m_f.options().texts.number(total));
        }
        return words;
    }

    /// Whether the reports assessed less all exclusions that are listed are those included, so that a list
    /// that is empty means none.
    [[nodiscard]] bool isAllIncluded() const
    {
        std::int64_t left = -m_n.included.reports.value.value_or(m_n.included.studies.value.value_or(0));
        for (const ReportNumbers *const reports : {&m_n.reports, &m_n.otherReports}) {
            left += reports->assessed.value.value_or(0) - reports->awaiting.value.value_or(0) -
                    knownSumOf(reports->excluded).value.value_or(0);
        }
        return m_n.reports.assessed.value.has_value() && left == 0;
    }

    [[nodiscard]] TemplateBox includedBox() const
    {
        TemplateBox box{"box10", BoxKind::Main, {}};
        m_f.addPair(box, m_f.text(forKind("box.studies")), m_n.included.studies, "new_studies");
        m_f.addPair(box, m_f.text(forKind("box.reports")), m_n.included.reports, "new_reports", Need::Known);
        return box;
    }

    const Filler &m_f;
    const Numbers &m_n;
    bool m_isUpdated;
    bool m_hasNotes;
    bool m_listsSources = false;
    Template m_result;
};

} // namespace

Template fill2020(const Filler &filler)
{
    return Filler2020(filler).run();
}

} // namespace winnow::flow
