#include "app/table_data.h"

#include "app/appraisal_fields.h"
#include "app/appraisals.h"
#include "app/citation_keys.h"
#include "app/extraction.h"
#include "app/forms.h"
#include "app/merged_record.h"
#include "app/outside_evidence.h"
#include "app/record_keys.h"
#include "app/standing.h"
#include "app/studies.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>
#include <unordered_set>

namespace winnow::app {

namespace {

using evidence::FieldText;
using evidence::ReviewData;
using evidence::StudyData;
using extraction::Field;
using extraction::FieldType;
using extraction::Form;

constexpr std::array kCodedTypes{FieldType::Single, FieldType::Multiple, FieldType::Code, FieldType::YesNo};
constexpr std::array kNumberTypes{
    FieldType::Integer, FieldType::Number, FieldType::Percentage, FieldType::Computed};

bool isOneOf(std::span<const FieldType> types, FieldType type)
{
    return std::ranges::find(types, type) != types.end();
}

std::string authorsText(const std::vector<PersonName> &authors)
{
    std::string text;
    for (const PersonName &author : authors) {
        text +=
            (text.empty() ? "" : "; ") + author.family + (author.given.empty() ? "" : ", " + author.given);
    }
    return text;
}

void addFacts(const Record &record, StudyData &study)
{
    study.year = record.date.year;
    study.author = record.authors.empty() ? std::string() : record.authors.front().family;
    study.facts["title"] = record.title;
    study.facts["authors"] = authorsText(record.authors);
    study.facts["source"] = record.sourceTitle;
    study.facts["year"] = record.date.year ? std::to_string(*record.date.year) : std::string();
    study.facts["doi"] = record.doi;
    study.facts["abstract"] = record.abstractText;
}

Result<StudyData> dataOf(Workspace &workspace, const CitationKeys &keys, const Study &study)
{
    StudyData data;
    data.id = study.id;
    data.label = study.label;
    data.isIncluded = study.isIncluded;
    data.whyExcluded = study.whyExcluded;
    for (const RecordId report : study.reports) {
        auto key = keys.keyFor(report);
        if (!key) {
            return std::move(key).error();
        }
        data.reports.push_back(*std::move(key));
    }
    auto merged = mergedRecord(workspace, study.reports.front());
    if (!merged) {
        return std::move(merged).error();
    }
    addFacts(merged->record, data);
    return data;
}

StudyData dataOf(const OutsideEvidence &evidence)
{
    StudyData data;
    data.id = StudyUnits::ofEvidence(evidence.key).id;
    data.label = evidence.title;
    data.reports = {evidence.key};
    data.isOutside = true;
    data.kind = labelOf(evidence.kind);
    data.author = evidence.title;
    data.facts["title"] = evidence.title;
    data.facts["authors"] = evidence.who;
    data.facts["source"] = evidence.place;
    data.facts["year"] = evidence.date.substr(0, 4);
    data.facts["abstract"] = evidence.text;
    return data;
}

/// By their ids; valid until studies are added.
std::unordered_map<std::string_view, StudyData *> studiesById(ReviewData &data)
{
    std::unordered_map<std::string_view, StudyData *> byId;
    for (StudyData &study : data.studies) {
        byId.emplace(study.id, &study);
    }
    return byId;
}

/// What a record is, of which the tables speak although it is no study that was assessed at full text.
Result<StudyData>
citedOnly(Workspace &workspace, const CitationKeys &keys, const Standings &standings, RecordId record)
{
    const auto standing = standings.standing(workspace, record);
    auto labels = studyLabels(workspace, std::span(&record, 1));
    if (!standing || !labels) {
        return !standing ? standing.error() : std::move(labels).error();
    }
    Study study;
    study.id = "cited " + std::to_string(record.value);
    study.label = labels->empty() ? std::string() : labels->front();
    study.reports = {record};
    if (standing->seen[Stage::TitleAbstract].state == screening::State::Exclude) {
        study.whyExcluded = "excluded at title and abstract";
    }
    return dataOf(workspace, keys, study);
}

/// Those of the cited keys that are not known yet. Works that are no records, and records that are gone, are
/// left to the tables to tell.
Result<void> addCited(Workspace &workspace,
                      const CitationKeys &keys,
                      std::span<const std::string> cited,
                      std::unordered_set<std::string> &known,
                      ReviewData &data)
{
    std::optional<Standings> standings;
    for (const std::string &key : cited) {
        if (!known.insert(key).second) {
            continue;
        }
        const auto record = recordFromKey(workspace, key);
        if (!record) {
            const ErrorCode code = record.error().code;
            if (code == ErrorCode::NotFound || code == ErrorCode::Ambiguous) {
                continue;
            }
            return record.error();
        }
        if (!standings) {
            auto read = Standings::of(workspace);
            if (!read) {
                return std::move(read).error();
            }
            standings = *std::move(read);
        }
        auto added = citedOnly(workspace, keys, *standings, *record);
        if (!added) {
            return std::move(added).error();
        }
        data.studies.push_back(*std::move(added));
    }
    return {};
}

/// What was judged of their reports, by the studies' ids.
Result<void> addAppraisals(Workspace &workspace,
                           const std::vector<std::pair<RecordId, std::string>> &reports,
                           ReviewData &data)
{
    const auto appraisals = appraisalsOfRecords(workspace);
    if (!appraisals) {
        return appraisals.error();
    }
    const auto byId = studiesById(data);
    for (const auto &[report, id] : reports) {
        const auto ofReport = appraisals->find(report);
        const auto study = byId.find(id);
        if (ofReport != appraisals->end() && study != byId.end()) {
            addJudgements(ofReport->second, *study->second);
        }
    }
    return {};
}

/// Labels of options, those of a tree as "Wood › Carving", in order; ids of parents by id.
struct OptionNames
{
    std::vector<evidence::CodeLabel> labels;
    std::unordered_map<std::string, std::string> parents;

    void
    add(const std::vector<extraction::Option> &options, const std::string &above, const std::string &parent)
    {
        for (const extraction::Option &option : options) {
            const std::string label = above.empty() ? option.label : above + " \u203a " + option.label;
            labels.push_back({option.id, label, !parent.empty()});
            if (!parent.empty()) {
                parents[option.id] = parent;
            }
            add(option.children, label, option.id);
        }
    }
};

OptionNames optionsOf(const Field &field)
{
    OptionNames names;
    if (field.type == FieldType::YesNo) {
        names.labels = {{"yes", "Yes"}, {"no", "No"}, {"unclear", "Unclear"}};
    } else {
        names.add(field.options, {}, {});
    }
    return names;
}

/// As a cell shows it: codes with what they are part of, a status with a capital letter.
std::string shown(const Field &field, const extraction::Value &value)
{
    std::string text;
    if (field.type == FieldType::Code && value.status == extraction::ValueStatus::Extracted) {
        const OptionNames names = optionsOf(field);
        for (const std::string &id : extraction::entriesOf(value)) {
            const auto label = std::ranges::find(names.labels, id, &evidence::CodeLabel::id);
            text += (text.empty() ? "" : "; ") + (label == names.labels.end() ? id : label->label);
        }
        return text;
    }
    text = extraction::display(field, value);
    if (value.status != extraction::ValueStatus::Extracted && !text.empty() && text[0] >= 'a' &&
        text[0] <= 'z') {
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    }
    return text;
}

std::optional<double> numberOf(const Field &field, const extraction::Value &value)
{
    const auto text = extraction::partText(value, "value");
    if (!isOneOf(kNumberTypes, field.type) || value.parts.size() != 1 || !text) {
        return std::nullopt;
    }
    double number = 0;
    const auto [end, failure] = std::from_chars(text->data(), text->data() + text->size(), number);
    return failure == std::errc() && end == text->data() + text->size() ? std::optional(number)
                                                                        : std::nullopt;
}

/// A value of one form as tables show it.
class Writer
{
public:
    Writer(const Form &form, StudyData &study)
        : m_form(form)
        , m_study(study)
    {}

    void add(const std::string &path, const HeldValue &held)
    {
        const auto place = extraction::pathFromString(path);
        const Field *field = extraction::fieldAt(m_form, path);
        if (!place || field == nullptr) {
            return; // of an earlier version of the form
        }
        if (place->group.empty()) {
            m_study.values[m_form.id + "/" + field->id] = textOf(*field, held);
        } else {
            addMember(*place, *field, held);
        }
    }

    /// The fields of all instances of a group: "intervention: n 20; age 34".
    void finish()
    {
        for (auto &[group, instances] : m_instances) {
            FieldText &text = m_study.values[m_form.id + "/" + group];
            for (auto &[name, said] : instances) {
                text.items.push_back(std::string(name).append(": ").append(said));
            }
        }
    }

private:
    [[nodiscard]] FieldText textOf(const Field &field, const HeldValue &held) const
    {
        FieldText text;
        text.text = shown(field, held.value);
        for (const extraction::Value &other : held.others) {
            text.text += " / " + shown(field, other);
        }
        text.text += held.isDisputed ? " (not agreed)" : "";
        if (isOneOf(kCodedTypes, field.type)) {
            addCodes(field, held, text);
        }
        for (const extraction::Quote &quote : held.value.quotes) {
            text.quotes.push_back({quote.text, quote.page, m_study.label, quote.place});
        }
        text.number = held.isDisputed ? std::nullopt : numberOf(field, held.value);
        return text;
    }

    static void addCodes(const Field &field, const HeldValue &held, FieldText &text)
    {
        const OptionNames names = optionsOf(field);
        const auto add = [&](const extraction::Value &value) {
            for (const std::string &id : extraction::entriesOf(value)) {
                if (std::ranges::find(text.codes, id) == text.codes.end()) {
                    const auto label = std::ranges::find(names.labels, id, &evidence::CodeLabel::id);
                    text.codes.push_back(id);
                    text.labels.push_back(label == names.labels.end() ? id : label->label);
                }
            }
        };
        add(held.value);
        std::ranges::for_each(held.others, add);
        // Who chose a part of something chose that, too.
        for (std::size_t i = 0; i < text.codes.size(); ++i) {
            const auto parent = names.parents.find(text.codes[i]);
            if (parent != names.parents.end() &&
                std::ranges::find(text.codes, parent->second) == text.codes.end()) {
                text.codes.push_back(parent->second);
            }
        }
    }

    void addMember(const extraction::Path &place, const Field &field, const HeldValue &held)
    {
        const FieldText said = textOf(field, held);
        FieldText &member = m_study.values[m_form.id + "/" + place.group + "/" + field.id];
        member.items.push_back(place.instance + ": " + said.text);
        std::ranges::copy(said.codes, std::back_inserter(member.codes));
        std::ranges::copy(said.labels, std::back_inserter(member.labels));
        std::ranges::copy(said.quotes, std::back_inserter(member.quotes));
        std::string &line = m_instances[place.group][place.instance];
        line += (line.empty() ? "" : "; ") + field.label + " " + said.text;
    }

    const Form &m_form;
    StudyData &m_study;
    std::map<std::string, std::map<std::string, std::string>> m_instances;
};

void addFields(const Form &form, ReviewData &data)
{
    for (const Field *field : extraction::fieldsOf(form)) {
        const std::string name = form.id + "/" + field->id;
        data.fieldLabels[name] = field->label;
        if (isOneOf(kCodedTypes, field->type)) {
            data.codes[name] = optionsOf(*field).labels;
        }
        for (const Field &member : field->fields) {
            data.fieldLabels[name + "/" + member.id] = member.label;
        }
    }
}

Result<void> addExtractions(Workspace &workspace, ReviewData &data)
{
    auto forms = formsOf(workspace);
    if (!forms) {
        return std::move(forms).error();
    }
    const auto byId = studiesById(data);
    for (const PublishedForm &published : *forms) {
        addFields(published.form, data);
        auto extractions = extractionsOf(workspace, published.form);
        if (!extractions) {
            return std::move(extractions).error();
        }
        for (const StudyExtraction &extraction : *extractions) {
            const auto study = byId.find(extraction.id);
            if (study == byId.end()) {
                continue; // not included, or not yet
            }
            Writer writer(published.form, *study->second);
            for (const auto &[path, held] : extraction.held(published.form)) {
                writer.add(path, held);
            }
            writer.finish();
        }
    }
    return {};
}

} // namespace

Result<ReviewData> tableData(Workspace &workspace, std::span<const std::string> cited)
{
    auto studies = studiesOf(workspace);
    auto evidence = outsideEvidence(workspace);
    auto keys = CitationKeys::of(workspace);
    if (!studies || !evidence || !keys) {
        return !studies    ? std::move(studies).error()
               : !evidence ? std::move(evidence).error()
                           : std::move(keys).error();
    }
    ReviewData data;
    std::unordered_set<std::string> known;
    std::vector<std::pair<RecordId, std::string>> reports;
    for (const Study &study : *studies) {
        auto added = dataOf(workspace, *keys, study);
        if (!added) {
            return std::move(added).error();
        }
        for (std::size_t i = 0; i < study.reports.size(); ++i) {
            reports.emplace_back(study.reports[i], study.id);
            known.insert(added->reports[i]);
        }
        (study.whyExcluded.empty() ? data.studies : data.excluded).push_back(*std::move(added));
    }
    for (const OutsideEvidence &one : *evidence) {
        known.insert(one.key);
        data.studies.push_back(dataOf(one));
    }
    if (auto added = addCited(workspace, *keys, cited, known, data); !added) {
        return std::move(added).error();
    }
    if (auto added = addAppraisals(workspace, reports, data); !added) {
        return std::move(added).error();
    }
    if (auto added = addExtractions(workspace, data); !added) {
        return std::move(added).error();
    }
    return data;
}

Result<std::vector<evidence::FieldChoice>> tableFields(Workspace &workspace)
{
    auto forms = formsOf(workspace);
    if (!forms) {
        return std::move(forms).error();
    }
    std::vector<evidence::FieldChoice> fields;
    for (const PublishedForm &published : *forms) {
        for (const Field *field : extraction::fieldsOf(published.form)) {
            const std::string name = published.form.id + "/" + field->id;
            fields.push_back({name, field->label, isOneOf(kCodedTypes, field->type)});
            for (const Field &member : field->fields) {
                fields.push_back({name + "/" + member.id, member.label, isOneOf(kCodedTypes, member.type)});
            }
        }
    }
    auto judged = judgedFields(workspace);
    if (!judged) {
        return std::move(judged).error();
    }
    std::ranges::move(*judged, std::back_inserter(fields));
    return fields;
}

} // namespace winnow::app
