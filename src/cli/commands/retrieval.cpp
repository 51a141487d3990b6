#include "app/flow_notes.h"
#include "app/record_keys.h"
#include "cli/command.h"
#include "cli/text.h"

#include <array>
#include <ostream>

namespace winnow::cli {

extern const Command retrieval;

namespace {

struct Options
{
    std::string review;
    std::string key;
    std::string notRetrieved;
    std::string awaiting;
    std::string ongoing;
    std::string duplicateOf;
    bool isSought = false;
    std::string reviewer;
};

/// What was typed of status and reason; the record that a duplicate repeats is found later.
app::ReportStatusRequest requestOf(const Options &options, RecordId record)
{
    const std::array<std::pair<ReportStatus, const std::string *>, 3> reasons{
        {{ReportStatus::NotRetrieved, &options.notRetrieved},
         {ReportStatus::AwaitingClassification, &options.awaiting},
         {ReportStatus::Ongoing, &options.ongoing}}};
    for (const auto &[status, why] : reasons) {
        if (!why->empty()) {
            return {record, status, *why, {}};
        }
    }
    return {record, ReportStatus::Sought, {}, {}};
}

int setStatus(const Options &options, const Context &context)
{
    const auto workspace = context.open(options.review, options.reviewer);
    if (!workspace) {
        return Refused;
    }
    auto record = app::recordFromKey(*workspace, options.key);
    if (!record) {
        return context.fail(record.error());
    }
    app::ReportStatusRequest request = requestOf(options, *record);
    if (!options.duplicateOf.empty()) {
        auto other = app::recordFromKey(*workspace, options.duplicateOf);
        if (!other) {
            return context.fail(other.error());
        }
        request.status = ReportStatus::Duplicate;
        request.duplicateOf = *other;
    }
    if (auto done = app::setReportStatus(*workspace, request); !done) {
        return context.fail(done.error());
    }
    context.out << printable(options.key) << ": " << toString(request.status)
                << (request.why.empty() ? "" : ", " + printable(request.why)) << '\n';
    return Done;
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    parser.add_option("review", options->review, "The review")->required()->type_name("REVIEW");
    parser.add_option("key,--record", options->key, "Key or #number of the record")
        ->required()
        ->type_name("KEY");
    auto *what = parser.add_option_group("what", "One of")->require_option(1);
    what->add_option("--not-retrieved", options->notRetrieved, "The report could not be had: why")
        ->type_name("WHY");
    what->add_option("--awaiting", options->awaiting, "It was read, but too little is known to decide: why")
        ->type_name("WHY");
    what->add_option("--ongoing", options->ongoing, "It was read, but the study still runs: until when")
        ->type_name("WHY");
    what->add_option("--duplicate-of",
                     options->duplicateOf,
                     "When it was read, it turned out to be this record's report")
        ->type_name("KEY");
    what->add_flag("--sought", options->isSought, "None of these any longer");
    parser.add_option("--reviewer", options->reviewer, "Who notes it")->type_name("NAME");
    return [options](const Context &context) { return setStatus(*options, context); };
}

} // namespace

const Command retrieval{
    "retrieval",
    "Note what became of the report of a record that passed title and abstract",
    "  winnow retrieval review.winnow Ge2024 --not-retrieved \"no access, authors asked twice\"\n"
    "  winnow retrieval review.winnow Ge2024 --sought\n"
    "  winnow retrieval review.winnow Li2021 --duplicate-of Li2020",
    define};

} // namespace winnow::cli
