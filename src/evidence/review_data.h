#pragma once

#include "evidence/printed.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::evidence {

/// What was extracted for one field of a study, ready to be printed.
struct FieldText
{
    std::string text;                ///< with the labels of options; empty where there are `items`
    std::vector<std::string> items;  ///< of a group: each of its instances
    std::vector<std::string> codes;  ///< ids of the options chosen
    std::vector<std::string> labels; ///< their labels, as many; of other fields the text alone
    std::vector<CellQuote> quotes;
    std::optional<double> number;
    std::optional<std::uint32_t> fill{}; ///< of its cell, where it is the only one there
};

/// A study, or a piece of evidence from outside the literature, with all that a table can say of it.
struct StudyData
{
    std::string id{};                 ///< tells it from others that have reports in common
    std::string label;                ///< "Hassan 2020"
    std::vector<std::string> reports; ///< keys, the first to be cited first
    bool isIncluded = true;
    bool isOutside = false;    ///< an interview, a field visit, a document of policy: no report
    std::string kind{};        ///< of evidence from outside: "Interview"
    std::string whyExcluded{}; ///< empty: nobody excluded it, perhaps since nobody judged it yet
    std::optional<int> year{};
    std::string author{};                                    ///< the first one's name, to sort by
    std::map<std::string, std::string, std::less<>> facts{}; ///< "title", "authors", "source", "year", "doi"
    std::map<std::string, FieldText, std::less<>> values{};  ///< by form and field: "policy/country"
};

/// An option of a field that studies can be coded with.
struct CodeLabel
{
    std::string id;
    std::string label;
    bool isPart = false; ///< of another option of a tree, which its studies are coded with too
};

/// All that evidence tables are filled from.
struct ReviewData
{
    std::vector<StudyData>
        studies; ///< included ones, evidence from outside, and excluded ones that are cited
    std::vector<StudyData> excluded;                                  ///< at full text, with their reasons
    std::map<std::string, std::vector<CodeLabel>, std::less<>> codes; ///< by form and field, in order
    std::map<std::string, std::string, std::less<>> fieldLabels;      ///< likewise
};

} // namespace winnow::evidence
