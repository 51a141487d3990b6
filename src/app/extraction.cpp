#include "app/extraction.h"

#include "app/brought_in.h"
#include "app/citation_keys.h"
#include "app/extraction_log.h"
#include "app/forms.h"
#include "app/outside_evidence.h"
#include "app/record_keys.h"
#include "app/standing.h"
#include "extraction/computed.h"
#include "extraction/versions.h"

#include <algorithm>

namespace winnow::app {

namespace {

using extraction::Form;
using extraction::Value;
using extraction::Values;

Error noSuchField(const Form &form, const std::string &path)
{
    std::string names;
    for (const extraction::Field *field : extraction::fieldsOf(form)) {
        names += (names.empty() ? "" : ", ") + field->id;
    }
    return {ErrorCode::NotFound,
            "The form " + form.id + " has no field \"" + path + "\"; it has " + names +
                ". A field of a group is named group/instance/field, as arms/control/n.",
            {},
            path};
}

Result<void> check(const Form &form, const Values &values)
{
    for (const auto &[path, value] : values) {
        const extraction::Field *field = extraction::fieldAt(form, path);
        if (field == nullptr || field->type == extraction::FieldType::Group) {
            return noSuchField(form, path);
        }
        if (field->type == extraction::FieldType::Computed) {
            return Error{
                ErrorCode::InvalidArgument, "The field \"" + path + "\" is computed from others.", {}, path};
        }
    }
    return {};
}

Result<std::vector<store::EventDraft>>
draftsOf(Workspace &workspace, const Form &form, const std::vector<ExtractionEntry> &entries)
{
    std::vector<store::EventDraft> drafts;
    for (const ExtractionEntry &entry : entries) {
        if (auto checked = check(form, entry.values); !checked) {
            return std::move(checked).error();
        }
        ExtractionSubject subject = entry.subject;
        if (subject.evidence.empty()) {
            auto kept = workspace.judgement().keptFor(subject.record);
            if (!kept) {
                return std::move(kept).error();
            }
            subject.record = *kept;
        }
        for (const auto &[path, value] : entry.values) {
            store::EventDraft event = valueEvent(subject, form, path, value);
            event.kind = entry.isAgreed ? EventKind::ValueAgreed : EventKind::ValueExtracted;
            event.reviewer = entry.extractor;
            drafts.push_back(std::move(event));
        }
    }
    return drafts;
}

Result<void>
append(Workspace &workspace, std::string_view formId, const std::vector<ExtractionEntry> &entries)
{
    auto form = formOf(workspace, formId);
    if (!form) {
        return std::move(form).error();
    }
    auto drafts = draftsOf(workspace, *form, entries);
    if (!drafts) {
        return std::move(drafts).error();
    }
    if (drafts->empty()) {
        return Error{
            ErrorCode::InvalidArgument, "Name at least one value, such as country=Indonesia.", {}, {}};
    }
    headIfOthersSpeak(*drafts, workspace.reviewer());
    return workspace.log().append(workspace.act(), *drafts);
}

Result<void> mayAgree(Workspace &workspace, const std::vector<ExtractionEntry> &entries)
{
    auto standings = Standings::of(workspace);
    const auto units = StudyUnits::of(workspace);
    if (!standings || !units) {
        return !standings ? std::move(standings).error() : units.error();
    }
    for (const ExtractionEntry &entry : entries) {
        const auto reports = unitOf(*units, entry.subject).reports;
        auto allowed = entry.isAgreed ? standings->checkMayAgree(Stage::FullText, reports) : Result<void>();
        if (!allowed) {
            return allowed;
        }
    }
    return {};
}

/// Who they are, each of the unit at the same place.
Result<void>
nameThem(Workspace &workspace, const std::vector<StudyUnit> &units, std::vector<StudyExtraction> &extractions)
{
    const auto labels = labelsOf(workspace, units);
    auto keys = CitationKeys::of(workspace);
    if (!labels || !keys) {
        return !labels ? labels.error() : std::move(keys).error();
    }
    for (std::size_t i = 0; i < units.size(); ++i) {
        StudyExtraction &extraction = extractions[i];
        extraction.id = units[i].id;
        extraction.name = units[i].name;
        extraction.label = (*labels)[i];
        extraction.reports = units[i].reports;
        for (const RecordId report : extraction.reports) {
            auto key = keys->keyFor(report);
            if (!key) {
                return std::move(key).error();
            }
            extraction.keys.push_back(*std::move(key));
        }
        if (!units[i].evidence.empty()) {
            extraction.keys = {units[i].evidence};
        }
    }
    return {};
}

/// What the reviewer may see of all events, under the present form.
class Folder
{
public:
    Folder(Workspace &workspace, const Form &form)
        : m_workspace(workspace)
        , m_form(form)
    {}

    /// `records`: only what was said of these; nothing: all.
    Result<std::vector<StudyExtraction>> fold(const StudyUnits &units,
                                              const std::optional<std::vector<RecordId>> &records)
    {
        auto standings = Standings::of(m_workspace);
        if (!standings) {
            return std::move(standings).error();
        }
        for (const EventKind kind : {EventKind::ValueExtracted, EventKind::ValueAgreed}) {
            auto events = records ? m_workspace.log().live(kind, *records) : m_workspace.log().live(kind);
            if (!events) {
                return std::move(events).error();
            }
            for (const Event &event : *events) {
                take(event, units, *standings);
            }
        }
        return finish();
    }

private:
    /// One study, as the values were given.
    struct Given
    {
        StudyUnit unit;
        std::map<std::string, Values> byExtractor;
        Values agreed;
    };

    void take(const Event &event, const StudyUnits &units, const Standings &standings)
    {
        const auto said = valueOf(event);
        if (!said || said->form != m_form.id) {
            return;
        }
        const StudyUnit unit = unitOf(units, event, *said);
        const bool isAgreed = event.kind == EventKind::ValueAgreed;
        const bool isShown = isAgreed || event.reviewer == m_workspace.reviewer() ||
                             standings.isOpen(Stage::FullText, unit.reports);
        if (!isShown) {
            return;
        }
        Given &given = m_given.try_emplace(unit.id, Given{unit, {}, {}}).first->second;
        Values &values = isAgreed ? given.agreed : given.byExtractor[event.reviewer];
        if (said->value.parts.empty() && said->value.status == extraction::ValueStatus::Extracted) {
            values.erase(event.reason); // taken back
        } else {
            values.insert_or_assign(event.reason, said->value);
        }
    }

    Values present(const Values &given, StudyExtraction &study) const
    {
        extraction::Fitted fitted = extraction::fitted(m_form, given);
        for (extraction::FittedValue &value : fitted.values) {
            std::ranges::move(value.problems, std::back_inserter(study.notices[value.path]));
        }
        Values values = fitted.present();
        for (extraction::LeftOver &left : fitted.noLongerAsked) {
            study.notices[left.path].push_back(left.reason);
            values.emplace(left.path, std::move(left.value));
        }
        return values;
    }

    Result<std::vector<StudyExtraction>> finish()
    {
        std::vector<StudyExtraction> all;
        std::vector<StudyUnit> units;
        for (auto &[id, given] : m_given) {
            StudyExtraction study;
            for (const auto &[extractor, values] : given.byExtractor) {
                if (!values.empty()) {
                    study.byExtractor[extractor] = present(values, study);
                }
            }
            study.agreed = present(given.agreed, study);
            std::erase_if(study.notices, [](const auto &notice) { return notice.second.empty(); });
            if (!study.byExtractor.empty() || !study.agreed.empty()) {
                all.push_back(std::move(study));
                units.push_back(std::move(given.unit));
            }
        }
        auto named = nameThem(m_workspace, units, all);
        return named ? Result<std::vector<StudyExtraction>>(std::move(all)) : std::move(named).error();
    }

    Workspace &m_workspace;
    const Form &m_form;
    std::map<std::string, Given> m_given;
};

HeldValue heldOf(const extraction::ComparedField &compared, const std::vector<std::string> &extractors)
{
    HeldValue held;
    bool isFirst = true;
    for (std::size_t i = 0; i < compared.said.size(); ++i) {
        if (!compared.said[i]) {
            continue;
        }
        if (isFirst) {
            held.value = compared.proposal ? *compared.proposal : *compared.said[i];
            isFirst = false;
        } else if (compared.agreement == extraction::Agreement::Differ) {
            held.others.push_back(*compared.said[i]);
        }
        held.extractors.push_back(extractors[i]);
    }
    held.isDisputed = compared.agreement == extraction::Agreement::Differ;
    return held;
}

} // namespace

Result<ExtractionSubject> subjectFromKey(Workspace &workspace, std::string_view key)
{
    auto evidence = outsideEvidence(workspace);
    if (!evidence) {
        return std::move(evidence).error();
    }
    if (std::ranges::find(*evidence, key, &OutsideEvidence::key) != evidence->end()) {
        return ExtractionSubject{{}, std::string(key)};
    }
    auto record = recordFromKey(workspace, key);
    if (!record) {
        return std::move(record).error();
    }
    return ExtractionSubject{*record};
}

Result<void> extractValues(Workspace &workspace,
                           const ExtractionSubject &subject,
                           std::string_view form,
                           const Values &values)
{
    return append(workspace, form, {{subject, {}, false, values}});
}

Result<void>
extractAll(Workspace &workspace, std::string_view form, const std::vector<ExtractionEntry> &entries)
{
    if (std::ranges::any_of(entries, &ExtractionEntry::isAgreed)) {
        if (auto allowed = mayAgree(workspace, entries); !allowed) {
            return allowed;
        }
    }
    return append(workspace, form, entries);
}

Result<void> agreeOnValues(Workspace &workspace,
                           const ExtractionSubject &subject,
                           std::string_view form,
                           const Values &values)
{
    return extractAll(workspace, form, {{subject, {}, true, values}});
}

std::map<std::string, HeldValue> StudyExtraction::held(const Form &form) const
{
    std::vector<std::string> extractors;
    std::vector<Values> said;
    for (const auto &[extractor, values] : byExtractor) {
        extractors.push_back(extractor);
        said.push_back(values);
    }
    std::map<std::string, HeldValue> all;
    for (const extraction::ComparedField &compared : extraction::compare(form, said)) {
        if (compared.agreement != extraction::Agreement::Nobody) {
            all.emplace(compared.path, heldOf(compared, extractors));
        }
    }
    for (const auto &[path, value] : agreed) {
        all.insert_or_assign(path, HeldValue{value, {}, true});
    }
    Values values;
    for (const auto &[path, one] : all) {
        if (!one.isDisputed) { // what follows from a dispute is not known either
            values.emplace(path, one.value);
        }
    }
    for (const extraction::ComputedValue &computed : extraction::compute(form, values)) {
        if (auto value = computed.value()) {
            all.insert_or_assign(computed.path, HeldValue{*std::move(value), {}});
        }
    }
    return all;
}

Result<std::vector<StudyExtraction>> extractionsOf(Workspace &workspace, const Form &form)
{
    const auto units = StudyUnits::of(workspace);
    return units ? Folder(workspace, form).fold(*units, {}) : units.error();
}

Result<StudyExtraction> extractionOf(Workspace &workspace, const ExtractionSubject &subject, const Form &form)
{
    const auto units = StudyUnits::of(workspace);
    if (!units) {
        return units.error();
    }
    const StudyUnit unit = unitOf(*units, subject);
    std::optional<std::vector<RecordId>> records; // values of evidence from outside are of no record
    for (const RecordId report : unit.reports) {
        auto members = workspace.judgement().representedBy(report);
        if (!members) {
            return std::move(members).error();
        }
        if (!records) {
            records.emplace();
        }
        records->insert(records->end(), members->begin(), members->end());
    }
    auto all = Folder(workspace, form).fold(*units, records);
    if (!all) {
        return std::move(all).error();
    }
    const auto found = std::ranges::find(*all, unit.id, &StudyExtraction::id);
    if (found != all->end()) {
        return std::move(*found);
    }
    std::vector<StudyExtraction> none(1);
    auto named = nameThem(workspace, {unit}, none);
    return named ? Result<StudyExtraction>(std::move(none.front())) : std::move(named).error();
}

} // namespace winnow::app
