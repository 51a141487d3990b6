#include "app/report.h"

#include "app/agreement.h"
#include "app/appraisal_fields.h"
#include "app/appraisals.h"
#include "app/flow_diagram.h"
#include "app/report_parts.h"
#include "app/search_appendix.h"
#include "app/standing.h"
#include "app/stopping.h"
#include "appraisal/plots.h"
#include "base/file.h"
#include "evidence/gap_map.h"
#include "evidence/ready_made.h"
#include "publish/output.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace winnow::app {

namespace {

using publish::Block;
using publish::Document;
using publish::Figure;
using publish::Heading;
using publish::ItemList;
using publish::Paragraph;
using publish::Run;
using publish::TableBlock;

constexpr std::size_t kDateLength = 10; ///< of 2026-05-03T10:00:00Z
constexpr std::size_t kManyRows = 8;    ///< from which a table is worth a filter

std::string twoDecimals(double value)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.2f", value);
    return text.data();
}

/// "Two people decided on 120 records; they agreed on 92 % (kappa 0.71, 95 % interval 0.60 to 0.82)."
std::string agreementSentence(Workspace &workspace)
{
    std::string text;
    for (const Stage stage : {Stage::TitleAbstract, Stage::FullText}) {
        const auto report = agreement(workspace, {stage});
        if (!report && report.error().code == ErrorCode::Denied) {
            text += (text.empty() ? "" : " ") + std::string("How far reviewers agreed on ") +
                    (stage == Stage::FullText ? "full texts" : "titles and abstracts") +
                    " is known to those who settle the conflicts.";
        }
        if (!report || report->verdicts.units == 0 || !report->verdicts.observed.value) {
            continue;
        }
        const screening::Coefficient &kappa = report->verdicts.pairs.size() == 1
                                                  ? report->verdicts.pairs.front().kappa
                                                  : report->verdicts.fleiss;
        text += (text.empty() ? "" : " ") +
                std::string(stage == Stage::FullText ? "Full texts" : "Titles and abstracts") + ": " +
                flow::groupedNumber(static_cast<std::int64_t>(report->verdicts.units)) +
                " records were read by two or more people, who agreed on " +
                std::to_string(std::lround(100 * *report->verdicts.observed.value)) + "% of them";
        if (kappa.value) {
            text += std::string(" (") + (report->verdicts.pairs.size() == 1 ? "Cohen's" : "Fleiss'") +
                    " kappa " + twoDecimals(*kappa.value) + ")";
        }
        text += ".";
    }
    return text;
}

Result<void> addAppraisals(Workspace &workspace, ReportMaterial &material)
{
    auto used = usedTools(workspace);
    if (!used) {
        return std::move(used).error();
    }
    material.wereAppraised = !used->empty();
    for (const auto &tool : *used) {
        auto shown = appraisalsOf(workspace, tool);
        if (shown) {
            material.appraisals.push_back(*std::move(shown));
        } else if (shown.error().code != ErrorCode::NotFound) {
            return std::move(shown).error();
        }
    }
    return {};
}

Result<void> addTables(ReportMaterial &material)
{
    for (const evidence::Table &table : material.cited.tables.tables) {
        auto printed =
            evidence::print(material.cited.tables, table.id, material.cited.data, material.cited.numbers);
        if (!printed) {
            return std::move(printed).error();
        }
        material.printed.push_back(*std::move(printed));
    }
    return {};
}

Result<ReportMaterial> gather(Workspace &workspace, const Task &task)
{
    ReportMaterial material;
    material.title = workspace.info().title;
    material.date = workspace.act().atUtc.substr(0, kDateLength);
    auto facts = reviewFacts(workspace);
    auto counts = facts ? flowCounts(workspace) : facts.error();
    auto cited = counts ? citedMaterial(workspace) : counts.error();
    if (!cited) {
        return std::move(cited).error();
    }
    material.facts = *std::move(facts);
    material.counts = *std::move(counts);
    material.cited = *std::move(cited);
    if (auto added = addTables(material); !added) {
        return std::move(added).error();
    }
    auto references = referenceList(workspace, material.cited.tables, material.cited.numbers, task);
    if (!references) {
        return std::move(references).error();
    }
    material.references = *std::move(references);
    if (auto added = addAppraisals(workspace, material); !added) {
        return std::move(added).error();
    }
    material.agreement = agreementSentence(workspace);
    auto end = screeningEnd(workspace);
    if (!end) {
        return std::move(end).error();
    }
    material.ending = *end ? "Screening was ended by a rule: " + (*end)->explanation : std::string();
    return material;
}

/// Builds the document from its parts.
class Writer
{
public:
    explicit Writer(const ReportMaterial &material)
        : m_material(material)
    {}

    Document write()
    {
        m_document.title = m_material.title;
        m_document.subtitle = "Systematic review. Report made with Winnow on " + m_material.date + ".";
        m_document.hasContents = true;
        m_document.blocks.emplace_back(highlightOf(m_material));
        writeBackground();
        writeFlow();
        writeFindings();
        writeQuality();
        append(writtenElse(m_material));
        writeMethods();
        writeLimitations();
        writeReferences();
        writeAppendices();
        return std::move(m_document);
    }

private:
    void heading(const char *text, int level = 1) { m_document.blocks.emplace_back(Heading{level, text}); }

    void paragraph(std::string text) { m_document.blocks.emplace_back(Paragraph{std::move(text)}); }

    void append(std::vector<Block> blocks)
    {
        std::ranges::move(blocks, std::back_inserter(m_document.blocks));
    }

    void list(const std::vector<std::string> &sentences)
    {
        ItemList items;
        for (const std::string &sentence : sentences) {
            items.items.push_back({Run{sentence}});
        }
        if (!items.items.empty()) {
            m_document.blocks.emplace_back(std::move(items));
        }
    }

    void figure(flow::Diagram diagram, std::string caption)
    {
        m_document.blocks.emplace_back(Figure{std::move(diagram), std::move(caption), ++m_figures});
    }

    void writeBackground()
    {
        auto written = writtenUnder(m_material, backgroundNames());
        if (!written.empty()) {
            heading("Background");
            append(std::move(written));
        }
    }

    void writeFlow()
    {
        heading("How the studies were found");
        const auto fact = m_material.facts.texts.find("flow");
        if (fact != m_material.facts.texts.end()) {
            paragraph(fact->second);
        }
        flow::DiagramOptions options;
        options.isDraft = !m_material.counts.isFinished();
        figure(flow::layOut(flow::numbersOf(m_material.counts), options), "PRISMA 2020 flow diagram");
    }

    void writeFindings()
    {
        heading("Findings");
        if (m_material.printed.empty()) {
            paragraph("No evidence table was made yet.");
        }
        for (std::size_t i = 0; i < m_material.printed.size(); ++i) {
            const evidence::PrintedTable &table = m_material.printed[i];
            const std::string &question = m_material.cited.tables.tables[i].question;
            m_document.blocks.emplace_back(
                Heading{2,
                        question.empty() ? table.caption : question + ": " + table.caption,
                        "section-" + table.id});
            const evidence::Table &source = m_material.cited.tables.tables[i];
            if (source.source == evidence::RowSource::Map) {
                figure(
                    evidence::gapMapFigure(evidence::gapMapOf(source, m_material.cited.data), table.caption),
                    table.caption);
            }
            m_document.blocks.emplace_back(TableBlock{table, table.rows.size() >= kManyRows});
        }
    }

    void writeQuality()
    {
        heading("Quality of the evidence");
        if (m_material.appraisals.empty()) {
            paragraph(m_material.wereAppraised
                          ? "The risk of bias is being assessed; no study is judged completely yet, as far "
                            "as the one who made this "
                            "report may see."
                          : "The risk of bias of the included studies was not assessed.");
        }
        for (const ReviewAppraisals &shown : m_material.appraisals) {
            const std::string tool(shown.appraisals.tool->name);
            const auto count = static_cast<std::int64_t>(shown.appraisals.studies.size());
            paragraph("Risk of bias was judged with " + tool + " for " + flow::groupedNumber(count) +
                      (count == 1 ? " study." : " studies."));
            figure(appraisal::summaryPlot(shown.appraisals), "Risk of bias by domain, " + tool);
            figure(appraisal::trafficLight(shown.appraisals), "Risk of bias of each study, " + tool);
            list(shown.notices);
        }
    }

    void writeMethods()
    {
        heading("Methods");
        append(writtenUnder(m_material, methodNames()));
        for (std::string &sentence : methodsOf(m_material)) {
            paragraph(std::move(sentence));
        }
    }

    void writeLimitations()
    {
        heading("Limitations");
        append(writtenUnder(m_material, limitationNames()));
        list(knownLimits(m_material));
    }

    void writeReferences()
    {
        if (!m_material.references.literature.empty()) {
            heading("References");
            m_document.blocks.emplace_back(publish::References{m_material.references.literature});
        }
        if (!m_material.references.outside.empty()) {
            heading("Evidence from outside the literature");
            paragraph("These are no reports and count as no studies; tables mark them with " +
                      m_material.cited.tables.style.outside + ".");
            m_document.blocks.emplace_back(publish::References{m_material.references.outside});
        }
    }

    void writeAppendices()
    {
        heading("Appendix A: searches");
        m_document.blocks.emplace_back(sourcesTable(m_material.facts));
        addSearchStrategies(m_material.facts, 2, m_document.blocks);
        heading("Appendix B: reports excluded at full text");
        if (m_material.cited.data.excluded.empty()) {
            paragraph("No report was excluded at full text.");
            return;
        }
        evidence::TableSet set;
        set.tables.push_back(evidence::readyMade("excluded", "excluded", {}).value());
        auto printed = evidence::print(set, "excluded", m_material.cited.data).value();
        printed.number = 0;
        const bool isLong = printed.rows.size() >= kManyRows;
        m_document.blocks.emplace_back(TableBlock{std::move(printed), isLong});
    }

    const ReportMaterial &m_material;
    Document m_document;
    int m_figures = 0;
};

} // namespace

Result<Report> makeReport(Workspace &workspace, const Task &task)
{
    auto material = gather(workspace, task);
    if (!material) {
        return std::move(material).error();
    }
    Report report{Writer(*material).write(), {}};
    if (!material->references.notice.empty()) {
        report.notices.push_back(material->references.notice +
                                 " The references are printed in a plain form until then.");
    }
    const auto hidden = blindedRecords(workspace);
    if (!hidden) {
        return hidden.error();
    }
    if (*hidden > 0) {
        report.notices.push_back(
            "What others said of " + flow::groupedNumber(*hidden) + (*hidden == 1 ? " record" : " records") +
            " is hidden from you; the report shows what you may see. 'winnow unblind' opens a stage.");
    }
    if (writtenUnder(*material, keyMessageNames()).empty()) {
        report.notices.emplace_back(
            "Nobody wrote key messages yet: put them under \"# Key messages\" in a text file "
            "and give it to 'winnow report REVIEW --text FILE'.");
    }
    return report;
}

Result<std::vector<std::string>>
publishReport(Workspace &workspace, const std::filesystem::path &file, const Task &task)
{
    auto output = publish::outputFor(file.filename().string(), publish::Subject::Document);
    auto report = output ? makeReport(workspace, task) : output.error();
    if (!report) {
        return std::move(report).error();
    }
    auto bytes = (*output)->document(report->document);
    if (!bytes) {
        return std::move(bytes).error();
    }
    if (auto written = writeFile(file, *bytes); !written) {
        return std::move(written).error();
    }
    return std::move(report->notices);
}

} // namespace winnow::app
