#include "query/dialects/support/target_fields.h"

#include <array>
#include <bit>

namespace winnow::query {

namespace {

struct FieldName
{
    Field field;
    std::string_view name;
};

constexpr std::array kNames{
    FieldName{Field::Title, "title"},
    FieldName{Field::Abstract, "abstract"},
    FieldName{Field::Keywords, "keywords"},
    FieldName{Field::IndexTerms, "index terms"},
    FieldName{Field::Authors, "authors"},
    FieldName{Field::FamilyNames, "family names"},
    FieldName{Field::FirstAuthor, "first author"},
    FieldName{Field::GivenNames, "given names"},
    FieldName{Field::SourceTitle, "source title"},
    FieldName{Field::Publisher, "publisher"},
};

/// "title, abstract and keywords". Parts of names are not told beside whole names.
std::string namesOf(FieldSet fields)
{
    if ((fields & setOf(Field::Authors)) != 0) {
        fields &= ~kNameFields | setOf(Field::Authors);
    }
    std::vector<std::string_view> names;
    for (const FieldName &entry : kNames) {
        if ((fields & setOf(entry.field)) != 0) {
            names.push_back(entry.name);
        }
    }
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        text += i == 0 ? "" : i + 1 == names.size() ? " and " : ", ";
        text += names[i];
    }
    return text;
}

} // namespace

const TargetField *pickField(FieldSet asked, const Capabilities &target, Direction direction)
{
    const TargetField *best = nullptr;
    if (direction == Direction::Narrower) {
        for (const TargetField &field : target.fields) {
            const bool isInside = (field.covers & ~asked) == 0 && field.isPrecise;
            if (isInside && (best == nullptr || std::popcount(field.covers) > std::popcount(best->covers))) {
                best = &field;
            }
        }
        return best;
    }
    int most = 0;
    for (const TargetField &field : target.fields) {
        const int covered = std::popcount(field.covers & asked);
        const bool isBetter = covered > most || (covered == most && covered > 0 && asked == kAllFields);
        if (isBetter) {
            best = &field;
            most = covered;
        }
    }
    return best;
}

bool mayMissIn(const FieldCode &code, const TargetField &field)
{
    return (code.fields & ~field.covers) != 0 || !field.misses.empty();
}

std::vector<TermNote> fieldNotes(const FieldCode &code, const TargetField &field, const Capabilities &target)
{
    std::vector<TermNote> notes;
    const std::string name(target.name);
    const std::string asked(code.code);
    if (!field.misses.empty()) {
        notes.push_back({name + " " + std::string(field.misses) + ".", true});
    }
    if (const FieldSet missing = code.fields & ~field.covers; missing != 0) {
        notes.push_back({"Of " + asked + " " + name + " cannot be asked for the " + namesOf(missing) +
                             "; records that match only there may be missed.",
                         true});
    }
    // The names of the families are looked for wherever the authors are.
    const FieldSet more = field.covers & ~code.fields & ~kNameFields;
    if (more != 0 && code.fields != kAllFields) {
        notes.push_back(
            {"For " + asked + " " + name + " looks in the " + namesOf(more) + " as well.", false});
    }
    return notes;
}

} // namespace winnow::query
