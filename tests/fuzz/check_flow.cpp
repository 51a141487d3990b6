#include "fuzz/check_flow.h"

#include "flow/check.h"
#include "fuzz/check_record.h"
#include "publish/support/flow_numbers.h"

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
}

} // namespace

std::string checkFlowNumbers(std::string_view bytes)
{
    Finding finding;
    checkNumbers(finding, publish::numbersFromCsv(bytes));
    checkNumbers(finding, publish::numbersFromJson(bytes));
    return finding.text();
}

} // namespace winnow::fuzz
