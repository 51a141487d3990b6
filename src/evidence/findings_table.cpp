#include "evidence/printed_parts.h"

#include <algorithm>
#include <cstdlib>

namespace winnow::evidence {

namespace {

PrintedCell textCell(std::string text, Alignment alignment = Alignment::Start)
{
    PrintedCell cell;
    cell.text = std::move(text);
    cell.alignment = alignment;
    return cell;
}

/// The letter of a note: a to z, then aa, ab.
std::string letterOf(std::size_t at)
{
    std::string letters;
    for (std::size_t rest = at + 1; rest > 0; rest = (rest - 1) / 26) {
        letters.insert(letters.begin(), static_cast<char>('a' + (rest - 1) % 26));
    }
    return letters;
}

std::string wordsOf(std::string domain)
{
    std::ranges::replace(domain, '-', ' ');
    return domain;
}

/// "Lowered by one level for imprecision: few events."
std::string noteOf(const CertaintyChange &change)
{
    const int levels = std::abs(change.levels);
    return std::string(change.levels < 0 ? "Lowered" : "Raised") + " by " +
           (levels == 1 ? "one level" : "two levels") + " for " + wordsOf(change.domain) +
           (change.why.empty() ? "." : ": " + change.why + (change.why.back() == '.' ? "" : "."));
}

class Notes
{
public:
    /// The letter of a note; the same note has the same letter.
    std::string letter(std::string text)
    {
        auto found = std::ranges::find(m_texts, text);
        if (found == m_texts.end()) {
            m_texts.push_back(std::move(text));
            found = std::prev(m_texts.end());
        }
        return letterOf(static_cast<std::size_t>(found - m_texts.begin()));
    }

    void addTo(PrintedTable &printed) const
    {
        for (std::size_t i = 0; i < m_texts.size(); ++i) {
            printed.notes.push_back(letterOf(i) + ". " + m_texts[i]);
        }
    }

private:
    std::vector<std::string> m_texts;
};

std::string certaintyText(const Finding &finding, Notes &notes)
{
    const Certainty certainty = certaintyOf(finding);
    std::string text = std::string(symbolsOf(certainty)) + "\n" + std::string(labelOf(certainty));
    std::string letters;
    for (const CertaintyChange &change : finding.changes) {
        if (change.levels != 0) {
            letters += (letters.empty() ? " " : ",") + notes.letter(noteOf(change));
        }
    }
    return text + letters;
}

std::string participantsText(const Finding &finding, std::size_t studies)
{
    const std::string inStudies = "(" + std::to_string(studies) + (studies == 1 ? " study)" : " studies)");
    return finding.participants ? std::to_string(*finding.participants) + "\n" + inStudies : inStudies;
}

void addHead(const FindingsHead &head, PrintedTable &printed)
{
    const auto add = [&](const char *name, const std::string &text) {
        if (!text.empty()) {
            printed.head += (printed.head.empty() ? "" : "\n") + std::string(name) + ": " + text;
        }
    };
    add("Patient or population", head.population);
    add("Setting", head.setting);
    add("Intervention", head.intervention);
    add("Comparison", head.comparison);
}

void addColumnsOf(const FindingsHead &head, PrintedTable &printed)
{
    const auto risk = [](const std::string &with, const char *otherwise) {
        return "Risk with " + (with.empty() ? std::string(otherwise) : with);
    };
    const std::vector<std::string> names{"Outcomes",
                                         risk(head.comparison, "the comparison"),
                                         risk(head.intervention, "the intervention"),
                                         "Relative effect (95% CI)",
                                         "No. of participants (studies)",
                                         "Certainty of the evidence (GRADE)",
                                         "Comments"};
    std::vector<PrintedCell> groups;
    for (const std::string &name : names) {
        printed.columns.push_back({name, 0, Alignment::Start, false});
        PrintedCell cell;
        cell.isHead = true;
        groups.push_back(std::move(cell));
    }
    groups[1].text = "Anticipated absolute effects* (95% CI)";
    groups[1].columnSpan = 2;
    groups[2].text = groups[1].text;
    groups[2].isCovered = true;
    printed.groups.push_back(std::move(groups));
}

} // namespace

void printFindings(const Table &table, const StudyIndex &studies, PrintedTable &printed)
{
    addHead(table.head, printed);
    addColumnsOf(table.head, printed);
    Notes notes;
    for (const LinkedRow &row : linkedRows(table, studies)) {
        const Finding finding = row.row.finding.value_or(Finding());
        PrintedRow line{{}, row.row.note};
        line.cells.push_back(
            textCell(finding.outcome + (finding.followUp.empty() ? "" : "\nFollow-up: " + finding.followUp)));
        line.cells.front().isHead = true;
        line.cells.push_back(textCell(comparatorRiskText(finding)));
        line.cells.push_back(textCell(interventionRiskText(finding)));
        line.cells.push_back(textCell(effectText(finding)));
        line.cells.push_back(textCell(participantsText(finding, row.studies.size())));
        line.cells.push_back(textCell(certaintyText(finding, notes)));
        line.cells.push_back(textCell(finding.comments));
        printed.rows.push_back(std::move(line));
    }
    printed.notes.emplace_back(
        "* The risk in the intervention group and its 95% confidence interval follow from the assumed risk "
        "in the "
        "comparison group and the relative effect of the intervention and its 95% confidence interval.");
    notes.addTo(printed);
}

} // namespace winnow::evidence
