#include "sources/support/entry.h"

#include "formats/support/normalise.h"
#include "sources/support/person_names.h"

#include <algorithm>

namespace winnow::sources {

EntryBuilder::EntryBuilder(const Json &entry)
    : m_entry(entry)
    , m_builder({formats::addAuthors, false, true})
{}

void EntryBuilder::apply(std::span<const ValueRule> rules)
{
    for (const ValueRule &rule : rules) {
        for (const Json *value : valuesAt(m_entry, rule.path)) {
            add(rule.kind, rule.rank, rule.path, textOf(*value));
        }
    }
}

void EntryBuilder::add(formats::FieldKind kind, int rank, std::string_view name, std::string value)
{
    m_builder.add(kind, rank, name, m_values.emplace_back(std::move(value)));
}

std::optional<RecordType> typeAt(const Json &entry, std::string_view path, std::span<const TypeWord> words)
{
    const auto values = valuesAt(entry, path);
    for (const TypeWord &word : words) {
        if (std::ranges::any_of(values, [&](const Json *value) { return textOf(*value) == word.word; })) {
            return word.type;
        }
    }
    return std::nullopt;
}

void addShownNames(const Json &entry, std::string_view path, Record &record)
{
    for (const Json *value : valuesAt(entry, path)) {
        if (auto name = shownName(textOf(*value))) {
            record.authors.push_back(*std::move(name));
        }
    }
}

} // namespace winnow::sources
