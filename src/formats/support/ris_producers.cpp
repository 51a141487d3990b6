#include "formats/support/ris_producers.h"

#include <algorithm>
#include <array>

namespace winnow::formats {

namespace {

struct Mark
{
    std::string_view text; ///< somewhere in the beginning of the file
    std::string_view program;
};

/// Tools that pass on what databases wrote come before the databases; the first mark that is there counts.
constexpr std::array kMarks{
    Mark{"WINNOW index-terms:", "Winnow"},
    Mark{"RAYYAN-INCLUSION", "Rayyan"},
    Mark{"  - rayyan-", "Rayyan"},
    Mark{"ASReview_", "ASReview"},
    Mark{"  - eppi-reviewer", "EPPI-Reviewer"},
    Mark{"Provider: John Wiley & Sons", "Cochrane Library"},
    Mark{"cochranelibrary.com", "Cochrane Library"},
    Mark{"DB  - Scopus", "Scopus"},
    Mark{"UR  - https://www.scopus.com/", "Scopus"},
    Mark{"AN  - WOS:", "Web of Science"},
    Mark{"LK  - https://www.embase.com/", "Embase"},
    Mark{"UR  - https://www.embase.com/", "Embase"},
    Mark{"ovidsp", "Ovid"},
    Mark{"Link to the Ovid", "Ovid"},
    Mark{"ovid.com", "Ovid"},
    Mark{"DP  - EBSCOhost", "EBSCOhost"},
    Mark{"ebscohost.com", "EBSCOhost"},
    Mark{"proquest.com", "ProQuest"},
    Mark{"ieeexplore.ieee.org", "IEEE Xplore"},
    Mark{"www.lens.org", "Lens"},
    Mark{"app.dimensions.ai", "Dimensions"},
    Mark{"openalex.org", "OpenAlex"},
    Mark{"www.scielo", "SciELO"},
    Mark{"pesquisa.bvsalud.org", "LILACS"},
    Mark{"base-search.net", "BASE"},
    Mark{"DB  - Embase", "Embase"},
    Mark{"doi.org/10.1145/", "ACM Digital Library"},
    Mark{"DistillerSR", "DistillerSR"},
};

} // namespace

std::string_view risProducerOf(std::string_view head)
{
    const auto *const mark = std::ranges::find_if(
        kMarks, [&](const Mark &known) { return head.find(known.text) != std::string_view::npos; });
    return mark == kMarks.end() ? std::string_view() : mark->program;
}

} // namespace winnow::formats
