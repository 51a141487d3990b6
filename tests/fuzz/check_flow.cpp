#include "fuzz/check_flow.h"

#include "flow/check.h"
#include "publish/support/flow_numbers.h"

#include <cmath>

namespace winnow::fuzz {

namespace {

void checkNumbers(Finding &finding, const Result<flow::Numbers> &numbers)
{
    if (!numbers) {
        expectText(finding, numbers.error().message, "the message of an error");
        return;
    }
    for (const flow::Finding &found : flow::check(*numbers)) {
        expectText(finding, found.message, "a message");
        finding.expect(!found.boxes.empty(), "names no box", found.message);
    }
    const auto again = publish::numbersFromCsv(publish::numbersToCsv(*numbers));
    finding.expect(again && again->screened == numbers->screened, "is not read as it is written");
    const std::string json = publish::numbersToJson(*numbers);
    const auto same = publish::numbersFromJson(json);
    finding.expect(same && publish::numbersToJson(*same) == json, "is not the same in JSON", json);
    for (const double width : {84.0, 174.0}) {
        flow::DiagramOptions options;
        options.widthMm = width;
        checkDiagram(finding, flow::layOut(*numbers, options));
    }
}

} // namespace

void checkDiagram(Finding &finding, const flow::Diagram &diagram)
{
    finding.expect(std::isfinite(diagram.height) && diagram.height > 0, "has no height");
    for (const flow::Box &box : diagram.boxes) {
        finding.expect(box.rect.x >= 0 && box.rect.x + box.rect.width <= diagram.width + 0.01,
                       "is outside the page",
                       box.id);
        finding.expect(box.rect.y >= 0 && box.rect.y + box.rect.height <= diagram.height + 0.01,
                       "is below the page",
                       box.id);
    }
}

std::string checkFlowNumbers(std::string_view bytes)
{
    Finding finding;
    checkNumbers(finding, publish::numbersFromCsv(bytes));
    checkNumbers(finding, publish::numbersFromJson(bytes));
    return finding.text();
}

} // namespace winnow::fuzz
