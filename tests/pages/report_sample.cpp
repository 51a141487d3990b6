#include "report_sample.h"

#include "flow/diagram.h"

#include <algorithm>
#include <array>

namespace winnow::publish::test {

namespace {

using evidence::Alignment;
using evidence::PrintedCell;
using evidence::PrintedRow;
using evidence::PrintedTable;

constexpr int kReferences = 30;

std::string keyOf(int number)
{
    return "key " + std::to_string(number) + "\"<";
}

Run plain(std::string text)
{
    return {.text = std::move(text)};
}

Run bold(std::string text)
{
    return {.text = std::move(text), .isBold = true};
}

Run citation(int number)
{
    return {.text = std::to_string(number), .reference = keyOf(number)};
}

PrintedCell cell(std::string text)
{
    PrintedCell made;
    made.text = std::move(text);
    return made;
}

PrintedCell head(std::string text, int rows = 1)
{
    PrintedCell made = cell(std::move(text));
    made.isHead = true;
    made.rowSpan = rows;
    return made;
}

PrintedCell covered(std::string text)
{
    PrintedCell made = cell(std::move(text));
    made.isCovered = true;
    return made;
}

PrintedCell list(std::vector<std::string> items)
{
    PrintedCell made;
    made.items = std::move(items);
    return made;
}

PrintedCell number(double value, std::string text)
{
    PrintedCell made = cell(std::move(text));
    made.number = value;
    return made;
}

PrintedCell filled(std::string text, std::uint32_t colour)
{
    PrintedCell made = cell(std::move(text));
    made.fill = colour;
    made.alignment = Alignment::Centre;
    return made;
}

PrintedCell cites(const std::vector<int> &numbers)
{
    PrintedCell made;
    made.cited.push_back({"[", {}});
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (i > 0) {
            made.cited.push_back({", ", {}});
        }
        made.cited.push_back({std::to_string(numbers[i]), keyOf(numbers[i])});
    }
    made.cited.push_back({"]", {}});
    for (const evidence::CitedText &piece : made.cited) {
        made.text += piece.text;
    }
    return made;
}

PrintedCell quoted(PrintedCell made, std::vector<evidence::CellQuote> quotes)
{
    made.quotes = std::move(quotes);
    return made;
}

PrintedTable thematic()
{
    PrintedTable table;
    table.id = "table-1";
    table.number = 1;
    table.caption = "What small enterprises make, what holds them back, and what has helped";
    table.columns = {{"Theme", 2, Alignment::Start, false},
                     {"Products", 2, Alignment::Start, false},
                     {"What studies report", 5, Alignment::Start, false},
                     {"References", 1.4, Alignment::Start, true}};
    table.rows = {
        {{head("Woodcraft", 2),
          cell("Carvings, furniture"),
          quoted(list({"Buyers ask for designs with a story of the place where they were made.",
                       "Workshops sell through one intermediary, who sets the price.",
                       "Young people leave the craft for work in mining and in the city."}),
                 {{"We carve at night, by day there is the tin.", "12", "Hassan 2020"},
                  {"The trader decides. We never see the buyer.", "S4", "Sari 2021"}}),
          cites({3, 4, 6})},
         {}},
        {{covered("Woodcraft"),
          cell("Keychains, souvenirs"),
          cell("Sold to visitors in the season only; income falls by half outside it."),
          cites({6, 11})},
         {}},
        {{head("Weaving and textiles", 3),
          cell("Mats, bags, hats"),
          list({"Pandan and rattan are collected in commons that are being fenced.",
                "Cooperatives that buy together pay a fifth less."}),
          cites({2, 12})},
         {}},
        {{covered("Weaving and textiles"),
          cell("Clothes"),
          cell("Online shops widen the market, but photographs and parcels cost as much as the cloth."),
          cites({5, 8, 16, 17, 18})},
         {}},
        {{covered("Weaving and textiles"),
          cell("Batik"),
          cell("Motifs of the region are registered in two of five districts."),
          cites({9})},
         "One study counts registered motifs in another way than the others."},
        {{head("Pottery"), cell("Bowls, mugs, figurines"), cell(kHostile), cites({13, 15})}, {}},
        {{head("Bamboo"),
          cell("Baskets, lamps"),
          cell("Treatment against insects lasts for ten years and costs less than a tenth of the price."),
          cites({14, 19, 20, 21})},
         {}},
        {{head("\u7AF9\u7F16"),
          cell("\u0633\u0644\u0627\u0644 \u0645\u0646 \u0627\u0644\u062E\u064A\u0632\u0631\u0627\u0646"),
          cell("Names of products are given as the studies print them."),
          cites({22, 23})},
         {}},
    };
    table.notes = {"References in brackets lead to the list at the end.",
                   "MSME: micro, small and medium enterprise."};
    return table;
}

PrintedTable characteristics()
{
    PrintedTable table;
    table.id = "table-2";
    table.number = 2;
    table.caption = "Characteristics of included studies";
    table.isLandscape = true;
    table.columns = {{"Study", 2, Alignment::Start, false},
                     {"Year", 0.8, Alignment::End, false},
                     {"Country", 1.3, Alignment::Start, false},
                     {"Design", 1.8, Alignment::Start, false},
                     {"Enterprises", 1, Alignment::End, false},
                     {"Main finding", 4, Alignment::Start, false},
                     {"Risk of bias", 1.2, Alignment::Centre, false},
                     {"Reference", 1, Alignment::Start, true}};
    constexpr std::array<const char *, 10> kNames{
        "Hassan", "Sari", "Wijaya", "Ng", "Okafor", "\u0141ukasz", "Garc\u00EDa", "Li", "Putri", "Andersson"};
    constexpr std::array<const char *, 4> kCountries{"Indonesia", "Malaysia", "India", "Viet Nam"};
    constexpr std::array<const char *, 3> kDesigns{"Case study", "Survey", "Mixed methods"};
    constexpr std::array<std::pair<const char *, std::uint32_t>, 3> kJudgements{
        {{"Low", 0x02C100}, {"Unclear", 0xE2DF07}, {"High", 0xBF0000}}};
    constexpr std::array<const char *, 4> kFindings{
        "Training in photography and prices raised sales in half a year, most where a cooperative sold for "
        "all.",
        "Sales through social media rose for those who had sold there before; newcomers gained nothing.",
        "No difference after subsidies for kilns; owners named the price of gas.",
        "Labels of origin helped exporters and left those who sell at home as they were."};
    for (int i = 0; i < 40; ++i) {
        const auto at = static_cast<std::size_t>(i);
        if (i % 20 == 0) {
            PrintedCell section =
                head(i == 0 ? "Studies of enterprises" : "Studies of households and visitors");
            section.columnSpan = 8;
            std::vector<PrintedCell> cells{section};
            cells.insert(cells.end(), 7, covered(section.text));
            table.rows.push_back({cells, {}});
        }
        const int year = 2024 - (i * 7) % 15;
        const auto &[judgement, colour] = kJudgements[at % kJudgements.size()];
        table.rows.push_back({{head(std::string(kNames[at % kNames.size()]) + " " + std::to_string(year) +
                                    (i >= 10 ? std::string(1, static_cast<char>('a' + i / 10)) : "")),
                               number(year, std::to_string(year)),
                               cell(kCountries[at % kCountries.size()]),
                               cell(kDesigns[at % kDesigns.size()]),
                               number(i * i + 7, std::to_string(i * i + 7)),
                               cell(kFindings[at % kFindings.size()]),
                               filled(judgement, colour),
                               cites({i % kReferences + 1})},
                              {}});
    }
    return table;
}

PrintedTable findings()
{
    PrintedTable table;
    table.id = "table-3";
    table.number = 3;
    table.caption = "Summary of findings: training compared with no training";
    table.head = "Population: owners of craft enterprises\nSetting: islands and coasts of South-East Asia\n"
                 "Intervention: training in selling online. Comparison: none";
    table.columns = {{"Outcomes", 2.2, Alignment::Start, false},
                     {"Risk without", 1.4, Alignment::End, false},
                     {"Risk with training", 1.6, Alignment::End, false},
                     {"Relative effect (95 % CI)", 1.6, Alignment::End, false},
                     {"Participants (studies)", 1.4, Alignment::End, false},
                     {"Certainty", 1.6, Alignment::Start, false}};
    PrintedCell risks = head("Anticipated absolute effects*");
    risks.columnSpan = 2;
    table.groups = {{cell(""), risks, covered(risks.text), cell(""), cell(""), cell("")}};
    const auto row = [&](const char *outcome,
                         const char *without,
                         const char *with,
                         const char *effect,
                         const char *people,
                         const char *certainty) {
        table.rows.push_back(
            {{head(outcome), cell(without), cell(with), cell(effect), cell(people), cell(certainty)}, {}});
    };
    row("Any sale online within a year",
        "180 per 1,000",
        "306 per 1,000",
        "RR 1.70 (1.21 to 2.39)",
        "1,284 (6)",
        "\u2295\u2295\u2295\u25EF Moderate");
    row("Enterprise closed within two years",
        "90 per 1,000",
        "81 per 1,000",
        "RR 0.90 (0.61 to 1.33)",
        "842 (4)",
        "\u2295\u2295\u25EF\u25EF Low");
    row("Income of the household",
        "\u2013",
        "4 % higher (1 lower to 9 higher)",
        "\u2013",
        "655 (3)",
        "\u2295\u25EF\u25EF\u25EF Very low");
    table.notes = {"* The risk with training is based on the risk without and on the relative effect.",
                   "CI: confidence interval; RR: risk ratio."};
    return table;
}

References references()
{
    References list;
    for (int i = 1; i <= kReferences; ++i) {
        ReferenceEntry entry;
        entry.key = keyOf(i);
        entry.label = "[" + std::to_string(i) + "]";
        const std::string doi = "https://doi.org/10.1000/craft." + std::to_string(i);
        entry.runs = {
            plain("H. Hassan and A. Sari, \u201CSelling craft number " + std::to_string(i) +
                  " from an island,\u201D "),
            {.text = "J. Rural Enterp.", .isItalic = true},
            plain(", vol. " + std::to_string(i) + ", pp. 1\u2013" + std::to_string(i + 9) + ", 2021, doi: "),
            {.text = doi, .address = doi}};
        if (i == 7) {
            entry.runs = {plain(kHostile), {.text = "not a link", .address = "javascript:alert(1)"}};
        }
        entry.record = {{"Abstract",
                         "We asked owners of " + std::to_string(i * 11) +
                             " enterprises how they sell and what keeps them from selling more."},
                        {"DOI", doi}};
        list.entries.push_back(std::move(entry));
    }
    return list;
}

flow::Diagram diagram()
{
    flow::Counts counts;
    counts.databases = {{"Scopus", 41231}, {"Web of Science", 1842}};
    counts.duplicatesRemoved = 1234;
    counts.screened = 41839;
    counts.excluded = 41729;
    counts.sought = 110;
    counts.notRetrieved = 2;
    counts.assessed = 108;
    counts.reportsExcluded = {{"Not about craft", 40}, {"No enterprise", 22}, {"No result", 20}};
    counts.studiesIncluded = 24;
    counts.reportsIncluded = 26;
    return flow::layOut(flow::numbersOf(counts), {});
}

} // namespace

Document reportSample()
{
    Document document;
    document.title = "Digital markets for small craft enterprises on islands";
    document.subtitle =
        "A systematic review of 26 reports, for those who decide on support for craft. 12 March 2026";
    document.hasContents = true;
    TextTable excluded{{"Report", "Reason", "Note"}, {3, 2, 2}, {}};
    excluded.rows.push_back({"Database searches", "", ""});
    for (int i = 1; i <= 12; ++i) {
        excluded.rows.push_back(
            {"Report " + std::to_string(i) + " of a series on trade", "Not about craft", ""});
        if (i % 4 == 0) {
            excluded.rows.push_back({"", "No result", "A second reviewer disagreed;\nsettled in talk"});
        }
    }
    document.blocks = {
        Highlight{"Key messages",
                  {{bold("Train those who sell already."),
                    plain(" Training in selling online raises sales where a cooperative sells for all ["),
                    citation(3),
                    plain(", "),
                    citation(12),
                    plain("].")},
                   {bold("Subsidies for kilns and looms did not help by themselves."),
                    plain(" Owners name energy and transport as what holds them back ["),
                    citation(13),
                    plain("].")},
                   {plain("The evidence on income is of very low certainty; we cannot say how much "
                          "households gain.")}}},
        Heading{1, "What was asked", "question"},
        Paragraph{"Small enterprises make most of the craft that is sold on the islands of South-East Asia. "
                  "This review "
                  "asks what they make, what holds them back when they sell online, and which public support "
                  "has been "
                  "shown to help. It is written for ministries and districts that decide on such support."},
        Paragraph{
            "",
            {plain("Two reviewers screened all records apart from one another; a third settled where they "
                   "disagreed. The protocol is "),
             {.text = "registered", .address = "https://example.org/protocol"},
             plain(". Enterprises are meant as in "),
             citation(1),
             plain(" and "),
             {.text = "30", .isSuperscript = true, .reference = keyOf(30)},
             plain(".")}},
        Heading{1, "How studies were found", "found"},
        Figure{diagram(), "Records, reports and studies from search to inclusion", 1},
        Heading{2, "Limits of the search"},
        ItemList{false,
                 {{plain("Reports in languages other than English and Indonesian were not sought.")},
                  {plain("Theses were left out; see "), citation(28), plain(" for a list.")}}},
        Heading{1, "What the evidence says", "evidence"},
        TableBlock{thematic(), true},
        TableBlock{characteristics(), true},
        Heading{1, "Quality of the evidence"},
        TableBlock{findings(), false},
        Heading{1, "How the review was made", "methods"},
        ItemList{true,
                 {{plain("Search in two databases, by the strings below.")},
                  {plain("Deduplication: what is surely the same was merged, the rest judged by a person.")},
                  {plain("Screening by title and abstract, then by full text.")}}},
        Verbatim{"TITLE-ABS-KEY ( ( handicraft* OR \"traditional craft*\" OR batik OR weaving ) AND ( "
                 "\"social media\" OR "
                 "e-commerce OR \"digital market*\" ) AND ( MSME* OR \"small enterprise*\" ) )\n  AND "
                 "PUBYEAR > 2013 "
                 "AND PUBYEAR < 2026\n  AND LIMIT-TO ( LANGUAGE , \"English\" )"},
        Heading{2, "Reports left out at full text"},
        excluded,
        Heading{1, "References", "references"},
        references(),
    };
    return document;
}

const PrintedTable &tableOf(const Document &document, int number)
{
    const auto block = std::ranges::find_if(document.blocks, [&](const Block &one) {
        const auto *table = std::get_if<TableBlock>(&one);
        return table != nullptr && table->table.number == number;
    });
    return std::get<TableBlock>(*block).table;
}

PrintedTable rightToLeftTable()
{
    PrintedTable table;
    table.id = "table-1";
    table.number = 1;
    table.caption = "\u0627\u0644\u062D\u0631\u0641 \u0627\u0644\u062A\u0642\u0644\u064A\u062F\u064A\u0629";
    table.language = "ar";
    table.isRightToLeft = true;
    table.columns = {{"\u0627\u0644\u0641\u0626\u0629", 1, Alignment::Start, false},
                     {"\u0627\u0644\u0648\u0635\u0641", 2, Alignment::Start, false},
                     {"\u0627\u0644\u0645\u0631\u0627\u062C\u0639", 1, Alignment::Start, true}};
    table.rows = {{{head("\u0627\u0644\u062E\u0634\u0628", 2),
                    list({"\u0646\u062D\u062A \u0639\u0644\u0649 \u0627\u0644\u062E\u0634\u0628",
                          "\u0623\u062B\u0627\u062B \u0644\u0644\u0628\u064A\u062A"}),
                    cell("[3, 4]")},
                   {}},
                  {{covered(""), cell("Wood carving"), cell("[6]")}, {}},
                  {{head("\u7AF9\u7F16"), cell("\u4E2D\u6587\u8BF4\u660E"), cell("[7]")}, {}}};
    return table;
}

Document largeReport(std::size_t rows, std::size_t references)
{
    Document document;
    document.title = "A large report";
    PrintedTable table;
    table.id = "table-1";
    table.number = 1;
    table.caption = "Many rows";
    for (int i = 0; i < 8; ++i) {
        table.columns.push_back({"Column " + std::to_string(i), 1, Alignment::Start, i == 7});
    }
    for (std::size_t row = 0; row < rows; ++row) {
        PrintedRow made;
        made.cells.push_back(head("Study " + std::to_string(row)));
        for (int i = 1; i < 6; ++i) {
            made.cells.push_back(cell("What the study says on this, in a sentence of some length, " +
                                      std::to_string(row * 7 + static_cast<std::size_t>(i))));
        }
        made.cells.push_back(list({"one item", "another item", "a third"}));
        const int first = static_cast<int>(row % references) + 1;
        made.cells.push_back(cites({first, static_cast<int>((row + 9) % references) + 1}));
        table.rows.push_back(std::move(made));
    }
    References list;
    for (std::size_t i = 1; i <= references; ++i) {
        list.entries.push_back(
            {keyOf(static_cast<int>(i)),
             "[" + std::to_string(i) + "]",
             {plain("Author, A. Title of the report " + std::to_string(i) + ". Journal, 2020.")},
             {{"Abstract", "An abstract of the report with several sentences in it."}}});
    }
    document.blocks = {TableBlock{table, true}, Heading{1, "References"}, list};
    return document;
}

} // namespace winnow::publish::test
