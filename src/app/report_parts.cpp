#include "app/report_parts.h"

#include "text/fold.h"

#include <algorithm>
#include <array>

namespace winnow::app {

namespace {

using evidence::NumberedCitation;
using publish::Block;
using publish::ItemList;
using publish::Paragraph;
using publish::Run;

constexpr std::size_t kMostNamed = 12; ///< of the rows of a table, in a sentence

bool isCalled(const ReportSection &section, const std::vector<std::string_view> &names)
{
    return std::ranges::find(names, text::fold(section.title)) != names.end();
}

bool hasPlace(const ReportSection &section)
{
    return isCalled(section, keyMessageNames()) || isCalled(section, backgroundNames()) ||
           isCalled(section, methodNames()) || isCalled(section, limitationNames());
}

/// Citations that follow one another as they are printed together.
std::vector<Run> withNumbers(const std::vector<Run> &runs, const ReportMaterial &material)
{
    std::vector<Run> result;
    for (std::size_t i = 0; i < runs.size();) {
        std::vector<NumberedCitation> cited;
        for (; i < runs.size() && !runs[i].reference.empty() && runs[i].text.empty(); ++i) {
            const auto number =
                std::ranges::find(material.cited.numbers, runs[i].reference, &evidence::ReferenceNumber::key);
            if (number != material.cited.numbers.end()) {
                cited.push_back({number->number, number->isOutside, number->key});
            }
        }
        for (const evidence::CitedText &piece :
             evidence::citedText(std::move(cited), material.cited.tables.style)) {
            Run run;
            run.text = piece.text;
            run.reference = piece.key;
            run.isSuperscript = material.cited.tables.style.isSuperscript;
            result.push_back(std::move(run));
        }
        if (i < runs.size()) {
            result.push_back(runs[i++]);
        }
    }
    return result;
}

std::vector<Block> withNumbers(const std::vector<Block> &blocks, const ReportMaterial &material)
{
    std::vector<Block> result;
    for (const Block &block : blocks) {
        if (const auto *paragraph = std::get_if<Paragraph>(&block)) {
            result.emplace_back(Paragraph{{}, withNumbers(paragraph->runs, material)});
        } else if (const auto *list = std::get_if<ItemList>(&block)) {
            ItemList numbered{list->isNumbered, {}};
            for (const auto &item : list->items) {
                numbered.items.push_back(withNumbers(item, material));
            }
            result.emplace_back(std::move(numbered));
        }
    }
    return result;
}

void append(std::vector<std::string> &sentences, std::string sentence)
{
    if (!sentence.empty()) {
        sentences.push_back(std::move(sentence));
    }
}

std::string factOf(const ReportMaterial &material, std::string_view name)
{
    const auto fact = material.facts.texts.find(name);
    return fact == material.facts.texts.end() ? std::string() : fact->second;
}

std::string counted(std::int64_t count, const char *singular, const char *plural)
{
    return flow::groupedNumber(count) + " " + (count == 1 ? singular : plural);
}

/// "published from 2014 to 2024"
std::string yearsOf(const ReportMaterial &material)
{
    std::optional<int> first;
    std::optional<int> last;
    for (const evidence::StudyData &study : material.cited.data.studies) {
        if (study.isIncluded && !study.isOutside && study.year) {
            first = std::min(first.value_or(*study.year), *study.year);
            last = std::max(last.value_or(*study.year), *study.year);
        }
    }
    if (!first) {
        return {};
    }
    return *first == *last ? ", published in " + std::to_string(*first)
                           : ", published from " + std::to_string(*first) + " to " + std::to_string(*last);
}

/// "Kinds of handicraft (Table 1): Woodcraft [3, 4]; Weaving [2, 12]."
std::vector<Run> told(const evidence::PrintedTable &table)
{
    std::vector<Run> runs;
    runs.push_back({table.caption, true});
    runs.push_back({" (Table " + std::to_string(table.number) + ")"});
    const auto references =
        std::ranges::find_if(table.columns, &evidence::PrintedColumn::isReferences) - table.columns.begin();
    std::size_t named = 0;
    for (const evidence::PrintedRow &row : table.rows) {
        const evidence::PrintedCell &head = row.cells.front();
        if (head.text.empty() || head.isCovered) {
            continue;
        }
        if (named == kMostNamed) {
            runs.push_back({"; and others"});
            break;
        }
        runs.push_back({(named++ == 0 ? ": " : "; ") + head.text});
        if (references < std::ssize(row.cells)) {
            const auto &cited = row.cells[static_cast<std::size_t>(references)].cited;
            if (!cited.empty()) {
                runs.push_back({" "});
            }
            for (const evidence::CitedText &piece : cited) {
                Run run;
                run.text = piece.text;
                run.reference = piece.key;
                runs.push_back(std::move(run));
            }
        }
    }
    runs.push_back({"."});
    return runs;
}

} // namespace

const std::vector<std::string_view> &keyMessageNames()
{
    static const std::vector<std::string_view> kNames{
        "key messages", "key message", "summary", "key findings"};
    return kNames;
}

const std::vector<std::string_view> &backgroundNames()
{
    static const std::vector<std::string_view> kNames{
        "background", "introduction", "why this review", "research questions", "questions", "objectives"};
    return kNames;
}

const std::vector<std::string_view> &methodNames()
{
    static const std::vector<std::string_view> kNames{"methods", "method"};
    return kNames;
}

const std::vector<std::string_view> &limitationNames()
{
    static const std::vector<std::string_view> kNames{"limitations", "limitation"};
    return kNames;
}

std::vector<Block> writtenUnder(const ReportMaterial &material, const std::vector<std::string_view> &names)
{
    std::vector<Block> blocks;
    for (const ReportSection &section : material.cited.text.sections) {
        if (isCalled(section, names)) {
            std::ranges::move(withNumbers(section.blocks, material), std::back_inserter(blocks));
        }
    }
    return blocks;
}

std::vector<Block> writtenElse(const ReportMaterial &material)
{
    std::vector<Block> blocks;
    for (const ReportSection &section : material.cited.text.sections) {
        if (section.title.empty() || hasPlace(section)) {
            continue;
        }
        blocks.emplace_back(publish::Heading{1, section.title});
        std::ranges::move(withNumbers(section.blocks, material), std::back_inserter(blocks));
    }
    return blocks;
}

publish::Highlight highlightOf(const ReportMaterial &material)
{
    publish::Highlight highlight{"Key messages", {}};
    for (const Block &block : writtenUnder(material, keyMessageNames())) {
        if (const auto *list = std::get_if<ItemList>(&block)) {
            std::ranges::copy(list->items, std::back_inserter(highlight.items));
        } else if (const auto *paragraph = std::get_if<Paragraph>(&block)) {
            highlight.items.push_back(paragraph->runs);
        }
    }
    if (!highlight.items.empty()) {
        return highlight;
    }
    highlight.title = "At a glance";
    const std::string included =
        counted(material.counts.studiesIncluded, "study is", "studies are") + " included (" +
        counted(material.counts.reportsIncluded, "report", "reports") + ")" + yearsOf(material) + ".";
    highlight.items.push_back({Run{included}});
    const auto outside = std::ranges::count_if(material.cited.data.studies, &evidence::StudyData::isOutside);
    if (outside > 0) {
        highlight.items.push_back(
            {Run{counted(outside, "piece of evidence", "pieces of evidence") +
                 " from outside the literature, such as interviews, " + (outside == 1 ? "stands" : "stand") +
                 " beside them and " + (outside == 1 ? "is" : "are") + " marked " +
                 material.cited.tables.style.outside + "."}});
    }
    for (const evidence::PrintedTable &table : material.printed) {
        if (!table.rows.empty() &&
            std::ranges::any_of(table.columns, &evidence::PrintedColumn::isReferences)) {
            highlight.items.push_back(told(table));
        }
    }
    return highlight;
}

std::vector<std::string> methodsOf(const ReportMaterial &material)
{
    std::vector<std::string> sentences;
    append(sentences, factOf(material, "sources"));
    append(sentences, factOf(material, "strategies"));
    append(sentences, factOf(material, "criteria"));
    append(sentences, factOf(material, "deduplication"));
    append(sentences, factOf(material, "selection"));
    append(sentences, material.agreement);
    append(sentences, material.ending);
    append(sentences, factOf(material, "excluded"));
    return sentences;
}

std::vector<std::string> knownLimits(const ReportMaterial &material)
{
    const flow::Counts &counts = material.counts;
    std::vector<std::string> limits;
    const auto searched = std::ranges::count_if(material.facts.sources,
                                                [](const SearchedSource &one) { return !one.runs.empty(); });
    if (searched == 1) {
        limits.push_back("Only one source was searched, " + material.facts.sources.front().source.name +
                         "; what others hold is not in this review.");
    }
    for (const flow::MissingHits &missing : counts.missingHits) {
        limits.push_back(missing.source + " reported " + flow::groupedNumber(missing.reported) +
                         " hits, of which " + flow::groupedNumber(missing.imported) +
                         " were imported and screened.");
    }
    if (const std::int64_t lost = counts.notRetrieved + counts.otherReports.notRetrieved; lost > 0) {
        limits.push_back(counted(lost, "report", "reports") + " could not be retrieved.");
    }
    const std::int64_t awaiting = counts.awaitingScreening + counts.awaitingAssessment +
                                  counts.awaitingClassification + counts.otherAwaitingScreening +
                                  counts.otherReports.awaitingAssessment;
    if (awaiting > 0) {
        limits.push_back("The review is not finished: " +
                         counted(awaiting, "record awaits", "records await") + " a decision.");
    }
    if (counts.leftUnscreened > 0) {
        limits.push_back(counted(counts.leftUnscreened, "record was", "records were") +
                         " not screened, since a stopping rule ended the screening.");
    }
    if (material.agreement.empty()) {
        limits.emplace_back(
            "No two people screened the same records independently, so that agreement is not known.");
    }
    if (!material.wereAppraised) {
        limits.emplace_back("The risk of bias of the included studies was not assessed.");
    }
    const auto excluded = std::ranges::count_if(material.printed, [](const evidence::PrintedTable &table) {
        return std::ranges::any_of(table.notes, [](const std::string &note) {
            return note.starts_with("\u2020") || note.starts_with("\u2021");
        });
    });
    if (excluded > 0) {
        limits.push_back(counted(excluded, "table cites", "tables cite") +
                         " studies that are not among the included ones; they are marked there.");
    }
    return limits;
}

} // namespace winnow::app
