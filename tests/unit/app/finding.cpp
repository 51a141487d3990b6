#include "finding.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace winnow::app::test {

using nlohmann::json;
using replay::Answer;

namespace {

std::vector<Record> recordsWithDois(int count)
{
    std::vector<Record> records;
    for (int i = 1; i <= count; ++i) {
        Record &record = records.emplace_back();
        record.key = "r" + std::to_string(i);
        record.title = "Weaving in pairs, part " + std::to_string(i) + " of many";
        record.doi = "10.5555/r" + std::to_string(i);
        record.authors = {{"Weber", "A."}};
        record.date.year = 2020;
    }
    return records;
}

json orNull(const std::string &text)
{
    return text.empty() ? json() : json(text);
}

std::string doiOf(int record)
{
    return "10.5555/r" + std::to_string(record);
}

constexpr const char *kNoPapers =
    "<feed><opensearch:totalResults xmlns:opensearch=\"o\">0</opensearch:totalResults></feed>";

} // namespace

std::string pdfText(const std::string &text)
{
    return "%PDF-1.4\n% " + text + "\n%%EOF\n";
}

Finding::Finding(int records)
    : m_team(recordsWithDois(records))
    , m_ann(m_team.as("ann"))
{
    for (int i = 1; i <= records; ++i) {
        m_team.decide("ann", i, Verdict::Include);
    }
    for (const LocatorInfo &source : fullTextSources()) {
        m_access.sources[source.id].baseUrl = url("/" + source.id);
    }
    m_access.sources["core"].key = "k3y-that-nobody-may-see";
    m_access.email = "ann@example.edu";
    m_server.answer("/openalex/works", Answer{.body = R"({"meta":{"count":0},"results":[]})"});
    m_server.answer("/europepmc/searchPOST", Answer{.body = R"({"hitCount":0,"resultList":{"result":[]}})"});
    m_server.answer("/arxiv/api/query", Answer{.body = kNoPapers, .type = "application/atom+xml"});
    m_server.answer("/core/v3/search/works/", Answer{.body = R"({"totalHits":0,"results":[]})"});
}

void Finding::unpaywallSays(int record, const std::vector<FreeCopy> &copies)
{
    json locations = json::array();
    for (const FreeCopy &copy : copies) {
        locations.push_back({{"url_for_pdf", orNull(copy.pdf)},
                             {"url_for_landing_page", orNull(copy.page)},
                             {"url", copy.pdf.empty() ? copy.page : copy.pdf},
                             {"license", orNull(copy.licence)},
                             {"version", "publishedVersion"}});
    }
    const json work{{"doi", doiOf(record)},
                    {"is_oa", !copies.empty()},
                    {"best_oa_location", copies.empty() ? json() : locations.front()},
                    {"oa_locations", locations}};
    m_server.answer("/unpaywall/v2/10.5555%2Fr" + std::to_string(record), Answer{.body = work.dump()});
}

void Finding::openalexSays(const std::map<int, std::vector<FreeCopy>> &copies)
{
    json works = json::array();
    for (const auto &[record, list] : copies) {
        json locations = json::array();
        for (const FreeCopy &copy : list) {
            locations.push_back({{"is_oa", true},
                                 {"pdf_url", orNull(copy.pdf)},
                                 {"landing_page_url", orNull(copy.page)},
                                 {"license", orNull(copy.licence)}});
        }
        works.push_back({{"doi", "https://doi.org/" + doiOf(record)}, {"locations", std::move(locations)}});
    }
    m_server.answer("/openalex/works",
                    Answer{.body = json{{"meta", {{"count", works.size()}}}, {"results", works}}.dump()});
}

void Finding::offer(int record, Answer file)
{
    const std::string path = "/files/" + std::to_string(record) + ".pdf";
    m_server.answer(path, std::move(file));
    unpaywallSays(record, {{url(path), "https://doi.org/" + doiOf(record), "cc-by"}});
}

FullTextRequest Finding::request()
{
    FullTextRequest request;
    request.timing = &m_timing;
    return request;
}

FullTextRequest Finding::only(const std::string &source)
{
    FullTextRequest one = request();
    one.sources = {source};
    return one;
}

FullTextOutcome Finding::find()
{
    return find(request());
}

FullTextOutcome Finding::find(const FullTextRequest &request)
{
    auto outcome = findFullTexts(*m_ann, request, m_access, m_task);
    EXPECT_TRUE(outcome) << outcome.error().message;
    return outcome ? *std::move(outcome) : FullTextOutcome();
}

Error Finding::failure(const FullTextRequest &request)
{
    auto outcome = findFullTexts(*m_ann, request, m_access, m_task);
    EXPECT_FALSE(outcome);
    return outcome ? Error() : std::move(outcome).error();
}

SoughtFullText Finding::resultOf(const FullTextOutcome &outcome, int record)
{
    const auto found = std::ranges::find(outcome.reports, RecordId{record}, &SoughtFullText::record);
    EXPECT_NE(found, outcome.reports.end()) << record;
    return found == outcome.reports.end() ? SoughtFullText() : *found;
}

int Finding::timesAsked(const std::string &path) const
{
    const auto asked = m_server.asked();
    return static_cast<int>(
        std::ranges::count_if(asked, [&](const replay::Asked &one) { return one.path.starts_with(path); }));
}

std::vector<AttachedFile> Finding::filesOf(int record) const
{
    return attachmentsOf(*m_ann, {record}).value();
}

} // namespace winnow::app::test
