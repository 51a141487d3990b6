#include "samples.h"

#include <algorithm>
#include <utility>

namespace winnow::formats {

namespace fs = std::filesystem;

bool Collector::record(ReadRecord &&record)
{
    records.push_back(std::move(record));
    return true;
}

bool Collector::rejected(RejectedRecord &&record)
{
    rejects.push_back(std::move(record));
    return true;
}

void Collector::diagnostic(Diagnostic &&diagnostic)
{
    diagnostics.push_back(std::move(diagnostic));
}

void Collector::preamble(std::string_view text)
{
    preambleText += text;
}

Collector readText(std::string_view formatId, std::string text, const ReadOptions &options)
{
    Collector collector;
    TextInput input = TextInput::fromBytes(std::move(text));
    if (const auto read = findFormat(formatId)->read(input, options, collector); !read) {
        collector.diagnostics.push_back({Severity::Error, 0, {}, read.error().message});
    }
    return collector;
}

Record firstRecord(std::string_view formatId, std::string text, const ReadOptions &options)
{
    Collector collector = readText(formatId, std::move(text), options);
    return collector.records.empty() ? Record() : collector.records.front().record;
}

std::vector<Sample> samples()
{
    std::vector<Sample> found;
    for (const fs::directory_entry &entry : fs::recursive_directory_iterator(WINNOW_TEST_DATA)) {
        const std::string folder = entry.path().parent_path().filename().string();
        if (entry.path().extension() == ".in" && findFormat(folder) != nullptr) {
            found.push_back({folder, entry.path()});
        }
    }
    std::ranges::sort(found, {}, &Sample::input);
    return found;
}

Record fullRecord()
{
    Record record;
    record.key = "own:1";
    record.type = RecordType::ShortSurvey;
    record.title = "Reefs & mangroves: p < 0.05 of <i> things";
    record.abstractText = "Fish live there. AT&amp;T is no entity here.";
    record.authors = {{"De la Torre-Castro", "M."},
                      {"World Health Organization", ""},
                      {"Smith Jr.", "Anna B."},
                      {"Shell, Exxon and Sons, Inc.", ""},
                      {"Consortium AB", ""}};
    record.keywords = {"coral", "Insurance, Psychiatric"};
    record.indexTerms = {"Animalia", "Pisces <fish>"};
    record.sourceTitle = "Journal of Reefs & Seas";
    record.volume = "12";
    record.issue = "3-4";
    record.pageFirst = "S188";
    record.pageLast = "S197";
    record.articleNumber = "e0123";
    record.date = {2020, 11, 2};
    record.doi = "10.1002/(sici)1097-0258(19980815)17:15<1661::aid-sim968>3.0.co;2-2";
    record.pmid = "1234567";
    record.pmcid = "PMC7026692";
    record.eid = "2-s2.0-85000000001";
    record.issn = "1234-567X 2041-1723";
    record.isbn = "9783031492129";
    record.publisher = "Reef & Co";
    record.language = "english";
    record.url = "https://example.org/reef?id=1&x=2";
    return record;
}

} // namespace winnow::formats
