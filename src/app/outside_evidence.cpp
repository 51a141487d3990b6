#include "app/outside_evidence.h"

#include "app/csv_table.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace winnow::app {

namespace {

using nlohmann::json;

struct KindName
{
    EvidenceKind kind;
    std::string_view word;
    std::string_view label;
};

constexpr std::array<KindName, 7> kKinds{
    {{EvidenceKind::Interview, "interview", "Interview"},
     {EvidenceKind::FocusGroup, "focus-group", "Focus group"},
     {EvidenceKind::FieldVisit, "field-visit", "Field visit"},
     {EvidenceKind::Observation, "observation", "Observation"},
     {EvidenceKind::PolicyDocument, "policy-document", "Policy document"},
     {EvidenceKind::Statistics, "statistics", "Statistics"},
     {EvidenceKind::Other, "other", "Other evidence"}}};

struct TextField
{
    std::string_view name;
    std::string OutsideEvidence::*member;
};

/// Kept in the detail of an event, beside key and kind.
constexpr std::array<TextField, 6> kTexts{{{"title", &OutsideEvidence::title},
                                           {"who", &OutsideEvidence::who},
                                           {"place", &OutsideEvidence::place},
                                           {"date", &OutsideEvidence::date},
                                           {"address", &OutsideEvidence::address},
                                           {"text", &OutsideEvidence::text}}};

constexpr std::array<std::string_view, 8> kColumns{
    "key", "kind", "title", "who", "place", "date", "address", "text"};
constexpr std::size_t kRequiredColumns = 3;

Error refusal(std::string message)
{
    return {ErrorCode::InvalidArgument, std::move(message), {}, {}};
}

Result<void> check(Workspace &workspace, const OutsideEvidence &evidence)
{
    if (evidence.key.empty() || evidence.title.empty()) {
        return refusal("Evidence needs a key, by which tables cite it, and a title.");
    }
    const std::string &address = evidence.address;
    if (!address.empty() && !address.starts_with("https://") && !address.starts_with("http://")) {
        return refusal("The address of " + evidence.key + " must begin with http:// or https://.");
    }
    auto same = workspace.records().withKey(evidence.key);
    if (!same) {
        return std::move(same).error();
    }
    if (!same->empty()) {
        return refusal("A record of the review has the key " + evidence.key +
                       "; choose another for the evidence.");
    }
    return {};
}

store::EventDraft eventOf(const OutsideEvidence &evidence)
{
    store::EventDraft event;
    event.kind = EventKind::EvidenceNoted;
    event.subjectKind = "review";
    event.reason = evidence.key;
    event.verdict = toString(evidence.kind);
    json detail = json::object();
    for (const TextField &field : kTexts) {
        if (!(evidence.*field.member).empty()) {
            detail[std::string(field.name)] = evidence.*field.member;
        }
    }
    event.detail = detail.dump(-1, ' ', false, json::error_handler_t::replace);
    return event;
}

OutsideEvidence evidenceOf(const Event &event)
{
    OutsideEvidence evidence;
    evidence.key = event.reason;
    evidence.kind = evidenceKindFromString(event.verdict).isOk() ? *evidenceKindFromString(event.verdict)
                                                                 : EvidenceKind::Other; // of a newer version
    const json detail = json::parse(event.detail, nullptr, false);
    for (const TextField &field : kTexts) {
        if (detail.is_object() && detail.contains(field.name) &&
            detail[std::string(field.name)].is_string()) {
            evidence.*field.member = detail[std::string(field.name)].get<std::string>();
        }
    }
    return evidence;
}

} // namespace

std::string_view toString(EvidenceKind kind)
{
    return kKinds.at(static_cast<std::size_t>(kind)).word;
}

std::string_view labelOf(EvidenceKind kind)
{
    return kKinds.at(static_cast<std::size_t>(kind)).label;
}

Result<EvidenceKind> evidenceKindFromString(std::string_view name)
{
    const auto *const found = std::ranges::find(kKinds, name, &KindName::word);
    if (found != kKinds.end()) {
        return found->kind;
    }
    std::string names;
    for (const KindName &kind : kKinds) {
        names.append(names.empty() ? "" : ", ").append(kind.word);
    }
    return Error{ErrorCode::NotFound,
                 "There is no kind of evidence \"" + std::string(name) + "\"; there are " + names + ".",
                 {},
                 {}};
}

Result<void> noteEvidence(Workspace &workspace, const OutsideEvidence &evidence)
{
    if (auto checked = check(workspace, evidence); !checked) {
        return checked;
    }
    const store::EventDraft event = eventOf(evidence);
    return workspace.log().append(workspace.act(), std::span(&event, 1));
}

Result<void> removeEvidence(Workspace &workspace, std::string_view key)
{
    auto all = outsideEvidence(workspace);
    if (!all) {
        return std::move(all).error();
    }
    if (std::ranges::find(*all, key, &OutsideEvidence::key) == all->end()) {
        return Error{ErrorCode::NotFound, "There is no evidence " + std::string(key) + ".", {}, {}};
    }
    store::EventDraft event;
    event.kind = EventKind::EvidenceNoted;
    event.subjectKind = "review";
    event.reason = key;
    return workspace.log().append(workspace.act(), std::span(&event, 1));
}

Result<std::vector<OutsideEvidence>> outsideEvidence(Workspace &workspace)
{
    auto events = workspace.log().live(EventKind::EvidenceNoted);
    if (!events) {
        return std::move(events).error();
    }
    std::vector<OutsideEvidence> all;
    for (const Event &event : *events) {
        const auto same = std::ranges::find(all, event.reason, &OutsideEvidence::key);
        if (event.verdict.empty()) {
            if (same != all.end()) {
                all.erase(same);
            }
        } else if (same == all.end()) {
            all.push_back(evidenceOf(event));
        } else {
            *same = evidenceOf(event);
        }
    }
    return all;
}

Result<std::int64_t> importEvidence(Workspace &workspace, const std::filesystem::path &file)
{
    auto rows = readTable(file, kColumns, kRequiredColumns);
    if (!rows) {
        return std::move(rows).error();
    }
    std::vector<store::EventDraft> drafts;
    for (TableRow &row : *rows) {
        auto kind = evidenceKindFromString(row.fields[1]);
        OutsideEvidence evidence{std::move(row.fields[0]), kind.isOk() ? *kind : EvidenceKind::Other, {}};
        for (std::size_t i = 0; i < kTexts.size(); ++i) {
            evidence.*kTexts.at(i).member = std::move(row.fields[i + 2]);
        }
        auto checked = kind ? check(workspace, evidence) : Result<void>(std::move(kind).error());
        if (!checked) {
            Error error = std::move(checked).error();
            error.message = placeOf(file, row) + ": " + error.message + " Nothing was taken.";
            return error;
        }
        drafts.push_back(eventOf(evidence));
    }
    if (!drafts.empty()) {
        if (auto done = workspace.log().append(workspace.act(), drafts); !done) {
            return std::move(done).error();
        }
    }
    return std::ssize(drafts);
}

Result<void> exportEvidence(Workspace &workspace, const std::filesystem::path &file)
{
    auto all = outsideEvidence(workspace);
    if (!all) {
        return std::move(all).error();
    }
    std::vector<std::vector<std::string>> rows;
    for (const OutsideEvidence &evidence : *all) {
        std::vector<std::string> row{evidence.key, std::string(toString(evidence.kind))};
        for (const TextField &field : kTexts) {
            row.push_back(evidence.*field.member);
        }
        rows.push_back(std::move(row));
    }
    return writeTable(file, kColumns, rows);
}

} // namespace winnow::app
