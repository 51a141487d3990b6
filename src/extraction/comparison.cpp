#include "extraction/comparison.h"

#include "extraction/conditions.h"
#include "extraction/field_types.h"
#include "extraction/scalars.h"
#include "extraction/value_limits.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_map>

namespace winnow::extraction {

namespace {

/// What a part says, in a form that is the same for the same meaning.
std::string meaningOf(const Field &field, const Part &part)
{
    const PartType *const type = partOf(field.type, part.name);
    const Scalar scalar = type == nullptr ? Scalar::Text : type->scalar;
    if (isNumeric(scalar)) {
        return withoutPrecision(canonicalNumber(part.text).value_or(part.text));
    }
    if (scalar == Scalar::Text || scalar == Scalar::LongText) {
        return plainForm(part.text);
    }
    return part.text;
}

std::vector<std::pair<std::string, std::string>> meaningOf(const Field &field, const Value &value)
{
    std::vector<std::pair<std::string, std::string>> parts;
    for (const Part &part : value.parts) {
        const bool isUsual =
            (part.name.ends_with("qualifier") && part.text == "=") ||
            (part.name == "level" && meaningOf(field, part) == "95") ||
            (field.type == FieldType::Effect && part.name == "interval" && part.text == "ci") ||
            (part.name == "average" && part.text == "mean");
        if (!isUsual || partOf(field.type, part.name) == nullptr) {
            parts.emplace_back(part.name, meaningOf(field, part));
        }
    }
    std::ranges::sort(parts);
    if (infoOf(field.type).isList) {
        parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
    }
    return parts;
}

/// A yes-or-no whose answer is "unclear" is one of that status.
ValueStatus statusOf(const Field &field, const Value &value)
{
    const bool isUnclear =
        field.type == FieldType::YesNo && value.parts.size() == 1 && value.parts.front().text == "unclear";
    return isUnclear ? ValueStatus::Unclear : value.status;
}

/// Values of each extractor under the same paths: former ids and other spellings of arms are resolved.
class SideBySide
{
public:
    SideBySide(const Form &form, std::span<const Values> extractors)
        : m_form(form)
        , m_extractors(extractors)
    {
        for (std::size_t who = 0; who < extractors.size(); ++who) {
            m_aligned.emplace_back();
            for (const bool isPresentId : {true, false}) {
                alignOne(who, isPresentId);
            }
        }
    }

    std::vector<ComparedField> all()
    {
        for (const Values &values : m_aligned) {
            for (std::string &path : askedPaths(m_form, values)) {
                m_shown.insert(std::move(path));
            }
            for (const auto &[path, value] : values) {
                m_shown.insert(path);
            }
        }
        std::vector<ComparedField> result;
        for (const Field *const field : fieldsOf(m_form)) {
            show({{}, {}, field->id}, field, result);
            for (const std::string &instance : m_instances[field->id]) {
                for (const Field &member : field->fields) {
                    show({field->id, instance, member.id}, &member, result);
                }
            }
        }
        for (const std::string &path : std::set(m_shown)) { // what has no place in the form any more
            result.push_back(comparedAt(path, nullptr));
        }
        return result;
    }

private:
    void alignOne(std::size_t who, bool isPresentId)
    {
        for (const auto &[text, value] : m_extractors[who]) {
            const std::string path = alignedPath(text, isPresentId);
            if (!path.empty() && !m_aligned[who].emplace(path, value).second) {
                m_aligned[who].emplace(text, value); // stays visible under its former name
            }
        }
    }

    /// Empty where the path is for the other round.
    std::string alignedPath(const std::string &text, bool isPresentId)
    {
        const auto path = pathFromString(text);
        const Field *const field = fieldAt(m_form, text);
        if (!path || field == nullptr) {
            return isPresentId ? text : std::string();
        }
        const Field *const group = path->group.empty() ? nullptr : fieldAt(m_form, path->group);
        const bool isNow = field->id == path->field && (group == nullptr || group->id == path->group);
        if (isNow != isPresentId) {
            return {};
        }
        return group == nullptr ? field->id
                                : toString(Path{group->id, spellingOf(*group, path->instance), field->id});
    }

    /// The first spelling of an arm's name.
    std::string spellingOf(const Field &group, const std::string &instance)
    {
        const auto [known, isNew] = m_spellings.try_emplace(group.id + "/" + plainForm(instance), instance);
        if (isNew) {
            m_instances[group.id].push_back(instance);
        }
        return known->second;
    }

    void show(const Path &path, const Field *field, std::vector<ComparedField> &result)
    {
        const std::string text = toString(path);
        if (m_shown.erase(text) > 0) {
            result.push_back(comparedAt(text, field));
        }
    }

    [[nodiscard]] ComparedField comparedAt(const std::string &path, const Field *field) const
    {
        ComparedField compared{path, field};
        const Field untyped{.id = path, .label = path};
        const Value *first = nullptr;
        std::size_t count = 0;
        bool isSame = true;
        for (const Values &values : m_aligned) {
            const auto found = values.find(path);
            compared.said.push_back(found == values.end() ? std::nullopt : std::optional(found->second));
            if (found != values.end()) {
                ++count;
                first = first == nullptr ? &found->second : first;
                isSame = isSame && saysTheSame(field == nullptr ? untyped : *field, *first, found->second);
            }
        }
        compared.agreement = count == 0   ? Agreement::Nobody
                             : count == 1 ? Agreement::OnlyOne
                             : isSame     ? Agreement::Agree
                                          : Agreement::Differ;
        if (compared.agreement == Agreement::Agree && count == m_aligned.size()) {
            compared.proposal = proposalOf(compared.said);
        }
        return compared;
    }

    static Value proposalOf(const std::vector<std::optional<Value>> &said)
    {
        Value proposal = *said.front();
        proposal.note.clear();
        for (const auto &one : said) {
            for (const Quote &quote : one->quotes) {
                if (proposal.quotes.size() < kMostQuotes &&
                    std::ranges::find(proposal.quotes, quote) == proposal.quotes.end()) {
                    proposal.quotes.push_back(quote);
                }
            }
        }
        return proposal;
    }

    const Form &m_form;
    std::span<const Values> m_extractors;
    std::vector<Values> m_aligned;
    std::unordered_map<std::string, std::string> m_spellings;
    std::map<std::string, std::vector<std::string>> m_instances;
    std::set<std::string> m_shown;
};

} // namespace

bool saysTheSame(const Field &field, const Value &one, const Value &other)
{
    const ValueStatus status = statusOf(field, one);
    if (status != statusOf(field, other)) {
        return false;
    }
    return (status == ValueStatus::Unclear && field.type == FieldType::YesNo) ||
           meaningOf(field, one) == meaningOf(field, other);
}

std::string_view toString(Agreement agreement)
{
    constexpr std::array<std::string_view, 4> kNames{"agree", "differ", "only-one", "nobody"};
    return kNames.at(static_cast<std::size_t>(agreement));
}

std::vector<ComparedField> compare(const Form &form, std::span<const Values> extractors)
{
    return SideBySide(form, extractors).all();
}

} // namespace winnow::extraction
