#include "formats/format.h"
#include "samples.h"
#include "support/temp_folder.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

namespace winnow::formats {

namespace {

/// A file of `begin`, `unit` again and again, and `end`.
struct Shape
{
    std::string name;
    std::string_view format; ///< empty: given to all readers
    std::string begin;
    std::string unit;
    std::size_t count = 0;
    std::string end;
};

constexpr std::size_t kMega = 1'000'000;

/// What no reader must stumble over, whatever its format.
std::vector<Shape> shapesForAll()
{
    return {
        {"oneLongLine", "", "", "x", 20 * kMega, "\n"},
        {"emptyLines", "", "", "\n", 2 * kMega, ""},
        {"quotationMarksInALine", "", "", "\"", kMega, "\n"},
        {"quotationMarksOneALine", "", "", "\"\n", kMega, ""},
        {"braces", "", "", "{", kMega, "\n"},
        {"brackets", "", "", "[", kMega, "\n"},
        {"objectsInLists", "", "", "[{\"a\":", kMega / 2, "\n"},
        {"elements", "", "<?xml version=\"1.0\"?>\n", "<a>", kMega, "\n"},
        {"elementsWithAttributes", "", "<?xml version=\"1.0\"?>\n<a", " b=\"\"", kMega, ">\n"},
        {"ampersands", "", "", "&", kMega, "\n"},
        {"zeros", "", "", std::string(1, '\0'), kMega, ""},
    };
}

std::vector<Shape> risShapes()
{
    return {
        {"fieldsOfOneRecord", "ris", "TY  - JOUR\nTI  - A\n", "AU  - B\n", kMega, "ER  - \n"},
        {"emptyFields", "ris", "TY  - JOUR\nTI  - A\n", "KW  -\n", kMega, "ER  - \n"},
        {"emptyRecords", "ris", "", "TY  - JOUR\nER  - \n", kMega / 10, ""},
        {"recordsThatOnlyBegin", "ris", "", "TY  - \n", kMega / 20, ""},
        {"continuations", "ris", "TY  - JOUR\nTI  - A\n", "b\n", kMega, "ER  - \n"},
        {"serialNumbers",
         "ris",
         "TY  - JOUR\nTI  - A\nSN  - ",
         "12345678 87654321 1234567890 ",
         kMega / 5,
         "\n"},
        {"keywordsInAField", "ris", "TY  - JOUR\nTI  - A\nKW  - ", "k;", kMega / 2, "\nER  - \n"},
        {"hyphens", "ris", "TY  - JOUR\nTI  - A\nSP  - ", "-", kMega, "\nER  - \n"},
        {"gluedTags", "ris", "TY  - JOUR\nTI  - A\nDO  - 1", "     LK  - ", kMega / 4, "\nER  - \n"},
        {"tagsInMarkup", "ris", "TY  - JOUR\nTI  - A\nAB  - ", "<", kMega, "\nER  - \n"},
    };
}

std::vector<Shape> nbibShapes()
{
    return {
        {"fieldsOfOneRecord", "nbib", "PMID- 1\nTI  - A\n", "AU  - B\n", kMega, ""},
        {"emptyRecords", "nbib", "", "PMID- 1\n\n", kMega / 20, ""},
        {"continuations", "nbib", "PMID- 1\nTI  - A\n", "      b\n", kMega / 2, ""},
        {"serialNumbers", "nbib", "PMID- 1\nTI  - A\n", "IS  - 12345678 (Print)\n", kMega / 10, ""},
    };
}

/// Serial numbers that are all different.
std::string serialNumbers(std::size_t count)
{
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        text += std::to_string(10'000'000 + i) + ' ';
    }
    return text;
}

std::vector<Shape> bibtexShapes()
{
    std::string bomb = "@string{m0 = {" + std::string(1000, 'x') + "}}\n";
    for (int i = 1; i < 30; ++i) {
        const std::string last = "m" + std::to_string(i - 1);
        bomb.append("@string{m").append(std::to_string(i)).append(" = ").append(last);
        bomb.append(" # ").append(last).append(" # ").append(last).append("}\n");
    }
    return {
        {"fieldsOfOneEntry", "bibtex", "@article{k, title = {A}", ",\na={b}", kMega / 10, "}\n"},
        {"longEntry", "bibtex", "@article{k, title = {", "b\n", kMega, "}}\n"},
        {"emptyEntries", "bibtex", "", "@misc{a}\n", kMega / 10, ""},
        {"entriesInALine", "bibtex", "", "@misc{a}", kMega / 10, "\n"},
        {"bracesInAValue", "bibtex", "@misc{a, title = {B", "{", kMega, "\n"},
        {"closingBraces", "bibtex", "@misc{a, title = {B", "}", kMega, "}}\n@misc{b, title = {C}}\n"},
        {"backslashes", "bibtex", "@misc{a, title = {", "\\'", kMega, "}}\n"},
        {"dollars", "bibtex", "@misc{a, title = {\\", "$", kMega, "}}\n"},
        {"namesInBraces", "bibtex", "@misc{a, author = {", "{B} and ", kMega / 20, "}}\n"},
        {"combiningMarks", "bibtex", "@misc{a, title = {\\'a", "\u0301\u0323", kMega / 2, "}}\n"},
        {"macros", "bibtex", "", "@string{a = {b}}\n", kMega / 10, "@misc{a, title = a}\n"},
        {"macrosThatMultiply", "bibtex", bomb, "@misc{a, title = m29}\n", 10, ""},
        {"macroInManyFields", "bibtex", bomb, "@misc{a, title = m7, x=m7, y=m7, z=m7}\n", 10, ""},
    };
}

std::vector<Shape> csvShapes()
{
    return {
        {"emptyCells", "csv", "Title,DOI\n", ",", 5 * kMega, "\n"},
        {"cellsOfOneRow", "csv", "Title,DOI\n", "a,", kMega, "\n"},
        {"columns", "csv", "Title,DOI", ",a", kMega, "\nA,10.1/a\n"},
        {"emptyRows", "csv", "Title,DOI\n", ",\n", kMega / 2, ""},
        {"shortRows", "csv", "Title,DOI,Year\n", "a\n", kMega / 20, ""},
        {"marks", "csv", "Title,DOI\n", "\"a\n", kMega / 10, "b,c\n"},
        {"doubledMarks", "csv", "Title,DOI\n\"", "\"\"", 3 * kMega, ""},
        {"serialNumbers", "csv", "Title,ISSN\nA," + serialNumbers(200'000), "1", 1, "\n"},
        {"digits", "csv", "Title,PMCID\nA,", "1", kMega, "\n"},
        {"commasInAuthors", "csv", "Title,Authors\nA,\"", "a, ", kMega / 10, "\"\n"},
    };
}

std::vector<Shape> xmlShapes()
{
    const std::string endnote = "<?xml version=\"1.0\"?>\n<xml><records>";
    const std::string pubmed = "<?xml version=\"1.0\"?>\n<PubmedArticleSet>";
    const std::string article =
        pubmed + "<PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>";
    return {
        {"emptyRecords", "endnote_xml", endnote, "<record/>", kMega / 10, "</records></xml>"},
        {"records", "endnote_xml", endnote, "<record></record>\n", kMega / 10, ""},
        {"fields", "endnote_xml", endnote + "<record>", "<label>a</label>", kMega / 4, "</record>"},
        {"authors", "endnote_xml", endnote + "<record>", "<author>a</author>", kMega / 10, "</record>"},
        {"nested", "endnote_xml", endnote + "<record><titles><title>", "<style>", kMega / 4, ""},
        {"references", "endnote_xml", endnote + "<record><titles><title>", "&amp;", kMega / 4, "</title>"},
        {"longText", "endnote_xml", endnote + "<record><abstract>", "text ", kMega, ""},
        {"emptyRecords", "pubmed_xml", pubmed, "<PubmedArticle/>", kMega / 50, "</PubmedArticleSet>"},
        {"fields", "pubmed_xml", pubmed + "<PubmedArticle>", "<Keyword>a</Keyword>", kMega / 10, ""},
        {"nested", "pubmed_xml", article, "<i>", kMega / 4, ""},
        {"longText", "pubmed_xml", article, "text ", kMega, ""},
    };
}

std::vector<Shape> jsonShapes()
{
    std::vector<Shape> shapes;
    for (const std::string_view format : {"json", "csl_json"}) {
        shapes.push_back({"emptyItems", format, "[", "{},", kMega / 10, "{}]"});
        shapes.push_back({"members", format, "[{\"title\":\"A\"", ",\"a\":\"b\"", kMega / 4, "}]"});
        shapes.push_back({"elements", format, "[{\"title\":\"A\",\"keywords\":[", "1,", kMega / 2, "1]}]"});
        shapes.push_back({"nested", format, "[{\"title\":", "[", kMega, ""});
        shapes.push_back({"nestedObjects", format, "[{\"title\":", "{\"a\":", kMega / 2, ""});
        shapes.push_back({"longText", format, "[{\"title\":\"", "text ", kMega, "\"}]"});
        shapes.push_back({"escapes", format, "[{\"title\":\"", "\\u00e9", kMega / 2, "\"}]"});
    }
    return shapes;
}

std::vector<Shape> otherShapes()
{
    return {
        {"emptyRecords", "enw", "", "%0 Journal Article\n\n", kMega / 20, ""},
        {"fields", "enw", "%0 Journal Article\n%T A\n", "%A B\n", kMega / 2, ""},
        {"serialNumbers", "enw", "%0 Journal Article\n%T A\n", "%@ 1234-5678\n", kMega / 10, ""},
        {"emptyRecords", "wos", "FN A\nVR 1.0\n", "PT J\nER\n\n", kMega / 20, "EF\n"},
        {"fields", "wos", "FN A\nVR 1.0\nPT J\nTI A\n", "AU B\n", kMega / 2, "ER\n"},
        {"continuations", "wos", "FN A\nVR 1.0\nPT J\nTI A\nAU B\n", "   C\n", kMega / 5, "ER\n"},
    };
}

std::vector<std::pair<const Format *, Shape>> casesOf(const std::vector<Shape> &shapes)
{
    std::vector<std::pair<const Format *, Shape>> cases;
    for (const Shape &shape : shapes) {
        for (const Format *format : allFormats()) {
            if (format->read != nullptr && (shape.format.empty() || shape.format == format->id)) {
                cases.emplace_back(format, shape);
            }
        }
    }
    return cases;
}

/// What a reader did with a file.
struct Work
{
    std::int64_t calls = 0; ///< of the sink
    std::int64_t bytes = 0; ///< handed to it
    std::int64_t peakKilobytes = 0;
    bool isDone = false;
};

/// Counts and forgets.
class CountingSink final : public RecordSink
{
public:
    explicit CountingSink(Work &work)
        : m_work(work)
    {}

    bool record(ReadRecord &&read) override
    {
        const Record &record = read.record;
        for (const std::string_view text : {std::string_view(read.raw),
                                            std::string_view(record.title),
                                            std::string_view(record.abstractText),
                                            std::string_view(record.key)}) {
            count(text);
        }
        for (const PersonName &author : record.authors) {
            count(author.family);
            count(author.given);
        }
        for (const RawField &extra : read.extras) {
            count(extra.name);
            count(extra.value);
        }
        ++m_work.calls;
        return true;
    }

    bool rejected(RejectedRecord &&record) override
    {
        count(record.raw);
        ++m_work.calls;
        return true;
    }

    void diagnostic(Diagnostic && /*diagnostic*/) override { ++m_work.calls; }

private:
    void count(std::string_view text) { m_work.bytes += static_cast<std::int64_t>(text.size()); }

    Work &m_work;
};

/// Runs `work` in a process of its own, so that its peak of memory can be told from that of others.
template <class Function>
Work inChild(Function function)
{
    int ends[2]{};
    EXPECT_EQ(pipe(ends), 0);
    const pid_t child = fork();
    if (child == 0) {
        Work work;
        function(work);
        work.isDone = true;
        _exit(write(ends[1], &work, sizeof work) == sizeof work ? 0 : 1);
    }
    close(ends[1]);
    Work work;
    const bool isWhole = read(ends[0], &work, sizeof work) == sizeof work;
    close(ends[0]);
    int status = 0;
    rusage usage{};
    wait4(child, &status, 0, &usage);
    work.isDone = isWhole && work.isDone && status == 0;
    work.peakKilobytes = usage.ru_maxrss;
    return work;
}

/// Writes the file piece by piece, so that this process does not hold it.
std::filesystem::path written(const test::TempFolder &folder, const Shape &shape)
{
    std::filesystem::path path = folder.path() / "file";
    std::ofstream out(path, std::ios::binary);
    constexpr std::size_t kAtOnce = 10'000;
    std::string many;
    for (std::size_t i = 0; i < kAtOnce; ++i) {
        many += shape.unit;
    }
    out << shape.begin;
    for (std::size_t left = shape.count; left > 0; left -= std::min(left, kAtOnce)) {
        out.write(many.data(), static_cast<std::streamsize>(std::min(left, kAtOnce) * shape.unit.size()));
    }
    out << shape.end;
    return path;
}

class StressTest : public testing::TestWithParam<std::pair<const Format *, Shape>>
{};

std::string nameOf(const testing::TestParamInfo<std::pair<const Format *, Shape>> &info)
{
    return std::string(info.param.first->id) + '_' + info.param.second.name;
}

} // namespace

TEST_P(StressTest, endsWithBoundedWorkAndMemory)
{
    const auto &[format, shape] = GetParam();
    const test::TempFolder folder;
    const std::filesystem::path path = written(folder, shape);
    const auto size = static_cast<std::int64_t>(std::filesystem::file_size(path));
    const Work work = inChild([&, reader = format](Work &done) {
        auto input = TextInput::open(path);
        CountingSink sink(done);
        static_cast<void>(reader->read(*input, {}, sink));
    });
    ASSERT_TRUE(work.isDone);
    EXPECT_LE(work.calls, size + 10);
    EXPECT_LE(work.bytes, 6 * size + 1'000'000) << "the text of the file many times";
#ifndef __SANITIZE_ADDRESS__ // it keeps what is freed
    const Work nothing = inChild([](Work & /*work*/) {});
    EXPECT_LE(work.peakKilobytes - nothing.peakKilobytes, 200'000);
#endif
}

INSTANTIATE_TEST_SUITE_P(AnyFile, StressTest, testing::ValuesIn(casesOf(shapesForAll())), nameOf);
INSTANTIATE_TEST_SUITE_P(Ris, StressTest, testing::ValuesIn(casesOf(risShapes())), nameOf);
INSTANTIATE_TEST_SUITE_P(Nbib, StressTest, testing::ValuesIn(casesOf(nbibShapes())), nameOf);
INSTANTIATE_TEST_SUITE_P(Bibtex, StressTest, testing::ValuesIn(casesOf(bibtexShapes())), nameOf);
INSTANTIATE_TEST_SUITE_P(Csv, StressTest, testing::ValuesIn(casesOf(csvShapes())), nameOf);
INSTANTIATE_TEST_SUITE_P(Xml, StressTest, testing::ValuesIn(casesOf(xmlShapes())), nameOf);
INSTANTIATE_TEST_SUITE_P(Json, StressTest, testing::ValuesIn(casesOf(jsonShapes())), nameOf);
INSTANTIATE_TEST_SUITE_P(Other, StressTest, testing::ValuesIn(casesOf(otherShapes())), nameOf);

} // namespace winnow::formats
