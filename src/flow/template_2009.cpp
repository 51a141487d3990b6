// PRISMA 2009, of four phases.
#include "flow/template_parts.h"

namespace winnow::flow {

Template fill2009(const Filler &filler)
{
    enum Row : std::size_t { Found, WithoutDuplicates, Screened, Eligible, Qualitative, Quantitative };

    const Numbers2009 &numbers = filler.numbers().of2009;
    const auto box = [&](const char *id, const char *key, const Number &number) {
        return filler.pairBox(id, filler.text(key), number, id);
    };
    TemplateBox reasons{"full_text_exclusions", BoxKind::Main, {}};
    filler.addPair(reasons, filler.text("2009.full-text-excluded"), numbers.fullTextExcluded, reasons.id);
    filler.addList(reasons, numbers.reasons, reasons.id, 1);
    TemplateBox late;
    if (numbers.lateAdded.value.value_or(0) > 0) {
        late = box("late_added", "2009.late-added", numbers.lateAdded);
    }
    TemplateBox quantitative;
    if (filler.options().showsMetaAnalysis && (numbers.quantitative.isDrawn() || filler.isBlank())) {
        quantitative = box("quantitative", "2009.quantitative", numbers.quantitative);
    }

    Lane lane;
    lane.rungs = {
        {Found,
         box("found", "2009.found", numbers.found),
         box("found_other", "2009.found-other", numbers.foundOther),
         SideArrow::ToNext},
        {WithoutDuplicates,
         box("no_dupes", "2009.without-duplicates", numbers.withoutDuplicates),
         {},
         SideArrow::FromMain,
         true},
        {Screened,
         box("screened", "2009.screened", numbers.screened),
         box("screen_exclusions", "2009.excluded", numbers.excluded)},
        {Eligible, box("full_text", "2009.full-text", numbers.fullText), std::move(reasons)},
        {Qualitative,
         box("qualitative", "2009.qualitative", numbers.qualitative),
         std::move(late),
         SideArrow::ToMain},
    };
    if (quantitative.isDrawn()) {
        lane.rungs.push_back({Quantitative, std::move(quantitative)});
    }

    Template result;
    for (const char *stage : {"stage.identification",
                              "stage.identification",
                              "stage.screening",
                              "stage.eligibility",
                              "stage.included",
                              "stage.included"}) {
        result.steps.push_back({filler.text(stage), false});
    }
    result.lanes.push_back(std::move(lane));
    result.attribution = filler.text("note.attribution-2009");
    return result;
}

} // namespace winnow::flow
