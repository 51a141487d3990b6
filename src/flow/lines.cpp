#include "flow/lines.h"

#include <algorithm>
#include <array>

namespace winnow::flow {

namespace {

struct Row
{
    std::string_view name;
    std::string_view box;
    std::string_view words;
    bool isList = false;
    bool isPart = false;
};

/// In the order of LineId.
constexpr std::array<Row, kLineCount> kRows{{
    {"previous_studies", "box1", "studies of the previous version"},
    {"previous_reports", "box1", "reports of the previous version"},
    {"database_results", "box2", "records of databases", true},
    {"register_results", "box2", "records of registers", true},
    {"further_results", "box2", "records of further sources", true},
    {"other_results", "box11", "records of other methods", true},
    {"duplicates", "box3", "duplicate records removed"},
    {"excluded_automatic", "box3", "records marked as ineligible by automation tools"},
    {"excluded_other", "box3", "records removed for other reasons", true},
    {"records_awaiting", "box4", "records that await screening"},
    {"records_screened", "box4", "records screened"},
    {"records_excluded", "box5", "records excluded"},
    {"dbr_sought_reports", "box6", "reports sought for retrieval"},
    {"dbr_notretrieved_reports", "box7", "reports not retrieved"},
    {"dbr_late_duplicates", "box9", "reports found to be duplicates when they were read"},
    {"dbr_assessed", "box8", "reports assessed for eligibility"},
    {"dbr_not_assessed_yet", "box8", "reports that await assessment"},
    {"dbr_awaiting", "box9", "reports awaiting classification, or of ongoing studies"},
    {"dbr_excluded", "box9", "reports excluded", true},
    {"other_sought_reports", "box12", "reports of other methods sought for retrieval"},
    {"other_notretrieved_reports", "box13", "reports of other methods not retrieved"},
    {"other_late_duplicates", "box15", "reports of other methods found to be duplicates when they were read"},
    {"other_assessed", "box14", "reports of other methods assessed for eligibility"},
    {"other_not_assessed_yet", "box14", "reports of other methods that await assessment"},
    {"other_awaiting", "box15", "reports of other methods awaiting classification, or of ongoing studies"},
    {"other_excluded", "box15", "reports of other methods excluded", true},
    {"new_studies", "box10", "studies included"},
    {"new_reports", "box10", "reports of included studies"},
    {"total_studies", "box16", "studies in total"},
    {"total_reports", "box16", "reports in total"},
    {"total_studies_ma", "box17", "studies in meta-analysis"},
    {"total_reports_ma", "box17", "reports of studies in meta-analysis"},
    {"left_unscreened", "box3", "records left unscreened by a stopping rule", false, true},
    {"records_excluded_by_people", "box5", "records excluded by people", false, true},
    {"records_excluded_by_tools", "box5", "records excluded by automation tools", false, true},
    {"records_excluded_reasons", "box5", "records excluded", true, true},
}};

/// Entries of the list of other methods that the R package names as lines.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kMethods{
    {{"website_results", "Websites"},
     {"organisation_results", "Organisations"},
     {"citations_results", "Citation searching"}}};

constexpr std::array<std::string_view, 17> kBoxes{"box1",
                                                  "box2",
                                                  "box3",
                                                  "box4",
                                                  "box5",
                                                  "box6",
                                                  "box7",
                                                  "box8",
                                                  "box9",
                                                  "box10",
                                                  "box11",
                                                  "box12",
                                                  "box13",
                                                  "box14",
                                                  "box15",
                                                  "box16",
                                                  "box17"};

const Row &rowOf(LineId line)
{
    return kRows.at(static_cast<std::size_t>(line));
}

} // namespace

std::string_view toString(LineId line)
{
    return rowOf(line).name;
}

std::string_view boxOf(LineId line)
{
    return rowOf(line).box;
}

std::string_view inWords(LineId line)
{
    return rowOf(line).words;
}

bool isList(LineId line)
{
    return rowOf(line).isList;
}

bool isPart(LineId line)
{
    return rowOf(line).isPart;
}

std::optional<LinePlace> lineNamed(std::string_view name)
{
    const auto *const row = std::ranges::find(kRows, name, &Row::name);
    if (row != kRows.end()) {
        return LinePlace{static_cast<LineId>(row - kRows.begin()), {}};
    }
    for (const auto &[known, method] : kMethods) {
        if (known == name) {
            return LinePlace{LineId::OtherMethods, std::string(method)};
        }
    }
    return std::nullopt;
}

std::vector<LinePlace> placesNamed(std::string_view name)
{
    if (auto place = lineNamed(name)) {
        return {*std::move(place)};
    }
    std::vector<LinePlace> places;
    for (std::size_t i = 0; i < kLineCount; ++i) {
        if (kRows.at(i).box == name && !kRows.at(i).isPart) {
            places.push_back({static_cast<LineId>(i), {}});
        }
    }
    return places;
}

std::vector<std::string_view> placeNames()
{
    std::vector<std::string_view> names;
    names.reserve(kRows.size() + kMethods.size());
    for (const Row &row : kRows) {
        names.push_back(row.name);
    }
    for (const auto &[name, method] : kMethods) {
        names.push_back(name);
    }
    names.insert(names.end(), kBoxes.begin(), kBoxes.end());
    return names;
}

} // namespace winnow::flow
