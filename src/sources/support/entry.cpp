#include "sources/support/entry.h"

#include "formats/support/normalise.h"
#include "sources/support/person_names.h"

#include <algorithm>
#include <array>

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

std::string withBlanksBehindBlocks(std::string_view text)
{
    constexpr std::array<std::string_view, 7> kBlocks{"h3", "h4", "li", "p", "sec", "title", "ul"};
    constexpr std::string_view kJats = "jats:";
    constexpr std::size_t kLongest = 16;
    std::string spaced;
    for (std::size_t at = text.find("</"); at != std::string_view::npos; at = text.find("</")) {
        spaced += text.substr(0, at);
        text.remove_prefix(at);
        const std::size_t end = text.substr(0, kLongest).find('>');
        const std::size_t length = end == std::string_view::npos ? 2 : end + 1;
        spaced += text.substr(0, length);
        std::string_view name = text.substr(2, length < 3 ? 0 : length - 3);
        name.remove_prefix(name.starts_with(kJats) ? kJats.size() : 0);
        spaced += std::ranges::find(kBlocks, name) == kBlocks.end() ? "" : " ";
        text.remove_prefix(length);
    }
    return spaced + std::string(text);
}

} // namespace winnow::sources
