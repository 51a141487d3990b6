#include "dedupe/merge.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace winnow::dedupe {

namespace {

/// How good a record's field is; 0 where it is missing.
using Worth = std::size_t (*)(const Record &);
using Take = void (*)(Record &to, const Record &from);

struct Field
{
    std::string_view name;
    std::string_view rule;
    Worth worth;
    Take take;
};

template <auto Member>
std::size_t isThere(const Record &record)
{
    return (record.*Member).empty() ? 0 : 1;
}

template <auto Member>
std::size_t length(const Record &record)
{
    return (record.*Member).size();
}

template <auto Member>
void copy(Record &to, const Record &from)
{
    to.*Member = from.*Member;
}

template <auto Member>
constexpr Field first(std::string_view name)
{
    return {name, "the first that has one", isThere<Member>, copy<Member>};
}

template <auto Member>
constexpr Field longest(std::string_view name)
{
    return {name, "the longest", length<Member>, copy<Member>};
}

std::size_t worthOfTitle(const Record &record)
{
    if (record.title.empty()) {
        return 0;
    }
    const bool hasSmall =
        std::ranges::any_of(record.title, [](char c) { return (c >= 'a' && c <= 'z') || c < 0; });
    return hasSmall ? 2 : 1;
}

/// More authors count most, then letters of given names.
std::size_t worthOfAuthors(const Record &record)
{
    constexpr std::size_t kPerAuthor = 1'000;
    std::size_t worth = record.authors.size() * kPerAuthor;
    for (const PersonName &author : record.authors) {
        worth += std::min<std::size_t>(author.given.size(), 10);
    }
    return worth;
}

std::size_t worthOfDate(const Record &record)
{
    const PartialDate &date = record.date;
    return date.year ? 1 + static_cast<std::size_t>(date.month.has_value()) +
                           static_cast<std::size_t>(date.day.has_value())
                     : 0;
}

std::size_t worthOfPages(const Record &record)
{
    if (record.pageFirst.empty()) {
        return record.articleNumber.empty() ? 0 : 1;
    }
    return record.pageLast.empty() ? 2 : 3;
}

void copyPages(Record &to, const Record &from)
{
    to.pageFirst = from.pageFirst;
    to.pageLast = from.pageLast;
    to.articleNumber = from.articleNumber;
}

std::size_t worthOfType(const Record &record)
{
    return record.type == RecordType::Other ? 0 : 1;
}

constexpr std::array kFields{
    first<&Record::doi>("doi"),
    Field{"title", "the first that is not all capitals", worthOfTitle, copy<&Record::title>},
    Field{"authors", "the most authors, with the fullest names", worthOfAuthors, copy<&Record::authors>},
    longest<&Record::abstractText>("abstract"),
    longest<&Record::sourceTitle>("source_title"),
    Field{"date", "the most exact", worthOfDate, copy<&Record::date>},
    first<&Record::volume>("volume"),
    first<&Record::issue>("issue"),
    Field{"pages", "the first with a last page", worthOfPages, copyPages},
    Field{"type", "the first that has one", worthOfType, copy<&Record::type>},
    longest<&Record::keywords>("keywords"),
    longest<&Record::indexTerms>("index_terms"),
    first<&Record::pmid>("pmid"),
    first<&Record::pmcid>("pmcid"),
    first<&Record::eid>("eid"),
    longest<&Record::issn>("issn"),
    longest<&Record::isbn>("isbn"),
    first<&Record::publisher>("publisher"),
    first<&Record::language>("language"),
    first<&Record::url>("url"),
};

/// The member from which a person took the field last, if any did.
const Member *chosenFor(const Field &field,
                        std::span<const Member> members,
                        std::span<const std::pair<RecordId, std::string>> chosen)
{
    const Member *found = nullptr;
    for (const auto &[record, name] : chosen) {
        const auto member = std::ranges::find(members, record, &Member::id);
        if (name == field.name && member != members.end()) {
            found = &*member;
        }
    }
    return found;
}

} // namespace

std::vector<std::string_view> mergedFields()
{
    std::vector<std::string_view> names;
    names.reserve(kFields.size());
    for (const Field &field : kFields) {
        names.push_back(field.name);
    }
    return names;
}

MergedRecord merge(std::span<const Member> members, std::span<const std::pair<RecordId, std::string>> chosen)
{
    MergedRecord merged{members.front().record, {}};
    for (const Field &field : kFields) {
        const Member *const byHand = chosenFor(field, members, chosen);
        const Member &best =
            byHand != nullptr ? *byHand : *std::ranges::max_element(members, {}, [&](const Member &member) {
                return field.worth(member.record);
            });
        if (&best != &members.front()) {
            field.take(merged.record, best.record);
            merged.origins.push_back(
                {field.name, best.id, byHand != nullptr ? "chosen by hand" : field.rule});
        }
    }
    return merged;
}

} // namespace winnow::dedupe
