#include "formats/support/record_builder.h"

#include "formats/support/decision_text.h"
#include "formats/support/identifiers.h"
#include "formats/support/normalise.h"
#include "formats/support/record_checks.h"
#include "formats/support/strings.h"
#include "formats/support/vocabulary.h"

#include <algorithm>
#include <array>
#include <limits>

namespace winnow::formats {

namespace {

constexpr std::ptrdiff_t kNone = -1;

struct FieldName
{
    std::string_view name;
    FieldKind kind;
};

/// The columns of Winnow's own CSV files bear these names, too.
constexpr std::array kFieldNames{
    FieldName{"key", FieldKind::Key},
    FieldName{"type", FieldKind::TypeLabel},
    FieldName{"title", FieldKind::Title},
    FieldName{"authors", FieldKind::Authors},
    FieldName{"year", FieldKind::Date},
    FieldName{"date", FieldKind::Date},
    FieldName{"month", FieldKind::Month},
    FieldName{"day", FieldKind::Day},
    FieldName{"source_title", FieldKind::SourceTitle},
    FieldName{"volume", FieldKind::Volume},
    FieldName{"issue", FieldKind::Issue},
    FieldName{"pages", FieldKind::Pages},
    FieldName{"page_first", FieldKind::PageFirst},
    FieldName{"page_last", FieldKind::PageLast},
    FieldName{"article_number", FieldKind::ArticleNumber},
    FieldName{"doi", FieldKind::Doi},
    FieldName{"pmid", FieldKind::Pmid},
    FieldName{"pmcid", FieldKind::Pmcid},
    FieldName{"eid", FieldKind::Eid},
    FieldName{"issn", FieldKind::Issns},
    FieldName{"isbn", FieldKind::SerialNumbers},
    FieldName{"publisher", FieldKind::Publisher},
    FieldName{"language", FieldKind::Language},
    FieldName{"url", FieldKind::Url},
    FieldName{"keywords", FieldKind::Keywords},
    FieldName{"index_terms", FieldKind::IndexTerms},
    FieldName{"abstract", FieldKind::Abstract},
    FieldName{"ignore", FieldKind::Ignored},
};

std::string firstWord(std::string_view text)
{
    return std::string(text.substr(0, text.find_first_of(" \t\r\n\v\f")));
}

/// How the value of a single field becomes the value of a record.
struct SingleRule
{
    FieldKind kind;
    std::string Record::*member;
    std::string (*convert)(std::string_view);
};

constexpr std::array kSingleRules{
    SingleRule{FieldKind::Key, &Record::key, squeezed},
    SingleRule{FieldKind::Title, &Record::title, plainText},
    SingleRule{FieldKind::Abstract, &Record::abstractText, plainText},
    SingleRule{FieldKind::SourceTitle, &Record::sourceTitle, plainText},
    SingleRule{FieldKind::Volume, &Record::volume, squeezed},
    SingleRule{FieldKind::Issue, &Record::issue, squeezed},
    SingleRule{FieldKind::ArticleNumber, &Record::articleNumber, squeezed},
    SingleRule{FieldKind::Doi, &Record::doi, bareDoi},
    SingleRule{FieldKind::Pmid, &Record::pmid, pmidFrom},
    SingleRule{FieldKind::Pmcid, &Record::pmcid, pmcidFrom},
    SingleRule{FieldKind::Eid, &Record::eid, eidIn},
    SingleRule{FieldKind::Url, &Record::url, firstWord},
    SingleRule{FieldKind::Publisher, &Record::publisher, plainText},
    SingleRule{FieldKind::Language, &Record::language, languageFrom},
};

/// Identifiers may be unreadable, and then another field has its chance.
bool isAcceptable(FieldKind kind, std::string_view value)
{
    switch (kind) {
    case FieldKind::Doi:
        return !bareDoi(value).empty();
    case FieldKind::Pmid:
        return !pmidFrom(value).empty();
    case FieldKind::Pmcid:
        return !pmcidFrom(value).empty();
    case FieldKind::Eid:
        return !eidIn(value).empty();
    default:
        return true;
    }
}

/// Moves the decisions of a note to `read`. Whether nothing else is in it, so that it need not be kept: true
/// for our own notes alone.
bool takeDecisions(std::string_view note, ReadRecord &read)
{
    std::vector<ReadDecision> decisions = decisionsInNote(note);
    const bool isOurs = !decisions.empty() && note.starts_with("WINNOW ");
    read.decisions.insert(read.decisions.end(),
                          std::make_move_iterator(decisions.begin()),
                          std::make_move_iterator(decisions.end()));
    return isOurs;
}

} // namespace

std::span<const std::string_view> fieldNames()
{
    static constexpr auto kNames = [] {
        std::array<std::string_view, kFieldNames.size()> names;
        std::ranges::transform(kFieldNames, names.begin(), &FieldName::name);
        return names;
    }();
    return kNames;
}

std::optional<FieldKind> kindOfField(std::string_view name)
{
    const auto *const found = std::ranges::find(kFieldNames, name, &FieldName::name);
    return found == kFieldNames.end() ? std::nullopt : std::optional(found->kind);
}

std::string_view nameOfField(FieldKind kind)
{
    const auto *const found = std::ranges::find(kFieldNames, kind, &FieldName::kind);
    return found == kFieldNames.end() ? std::string_view() : found->name;
}

void RecordBuilder::add(FieldKind kind, int rank, std::string_view name, std::string_view value)
{
    value = trimmed(value);
    if (!value.empty() && kind != FieldKind::Ignored) {
        m_entries.push_back({kind, rank, name, value});
    }
}

std::string_view RecordBuilder::winner(FieldKind kind) const
{
    const std::ptrdiff_t index = m_winners[static_cast<std::size_t>(kind)];
    return index == kNone ? std::string_view() : m_entries[static_cast<std::size_t>(index)].value;
}

int RecordBuilder::bestRank(FieldKind kind) const
{
    int best = std::numeric_limits<int>::max();
    for (const Entry &entry : m_entries) {
        best = entry.kind == kind ? std::min(best, entry.rank) : best;
    }
    return best;
}

void RecordBuilder::setSingleValues(Record &record) const
{
    for (const SingleRule &rule : kSingleRules) {
        if (const std::string_view value = winner(rule.kind); !value.empty()) {
            record.*rule.member = rule.convert(value);
        }
    }
    const std::string_view first = winner(FieldKind::PageFirst);
    const std::string_view last = winner(FieldKind::PageLast);
    if (!last.empty()) {
        setPages(record, first, last);
    } else {
        setPages(record, first.empty() ? winner(FieldKind::Pages) : first);
    }
}

void RecordBuilder::addListEntry(const Entry &entry, Record &record) const
{
    const auto addList = [&](std::vector<std::string> &terms) {
        if (m_style.isWrapped && entry.value.find('\n') != std::string_view::npos) {
            addTerms(terms, squeezed(entry.value), m_style.hasCommaLists);
        } else {
            addTerms(terms, entry.value, m_style.hasCommaLists);
        }
    };
    switch (entry.kind) {
    case FieldKind::Authors:
        m_style.addAuthors(record, entry.value);
        break;
    case FieldKind::Organisation:
        if (auto name = personFrom({plainText(entry.value), {}})) {
            record.authors.push_back(*std::move(name));
        }
        break;
    case FieldKind::Keywords:
        addList(record.keywords);
        break;
    case FieldKind::IndexTerms:
        addList(record.indexTerms);
        break;
    case FieldKind::SerialNumbers:
        addSerialNumbers(record, entry.value);
        break;
    case FieldKind::Issns:
        addIssns(record, entry.value);
        break;
    default:
        break;
    }
}

/// The best source first; what others add must not contradict it.
void RecordBuilder::setDate(PartialDate &date) const
{
    for (const int rank : {0, 1, 2, 3}) {
        for (const Entry &entry : m_entries) {
            if (entry.rank != rank) {
                continue;
            }
            if (entry.kind == FieldKind::Date) {
                refine(date, dateFrom(entry.value));
            } else if (entry.kind == FieldKind::Month) {
                const auto month = monthFrom(entry.value);
                refine(date,
                       month && isDigits(entry.value) ? PartialDate{{}, month, {}} : dateFrom(entry.value));
            } else if (entry.kind == FieldKind::Day && date.month && !date.day && isDigits(entry.value)) {
                const int day = toNumber(entry.value);
                date.day = day >= 1 && day <= 31 ? std::optional(day) : std::nullopt;
            }
        }
    }
}

/// The first known label counts; whatever says more than the type's own name stays as an extra.
void RecordBuilder::setType(ReadRecord &read) const
{
    const Entry *best = nullptr;
    std::optional<RecordType> type;
    for (const Entry &entry : m_entries) {
        if (entry.kind == FieldKind::TypeLabel && (best == nullptr || entry.rank < best->rank)) {
            if (const auto known = typeFromLabel(entry.value)) {
                best = &entry;
                type = known;
            }
        }
    }
    read.record.type = type.value_or(read.record.type);
}

void RecordBuilder::finish(ReadRecord &read)
{
    std::ranges::fill(m_winners, kNone);
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const Entry &entry = m_entries[i];
        if (const auto kind = static_cast<std::size_t>(entry.kind); kind < kSingleKinds) {
            const std::ptrdiff_t best = m_winners[kind];
            if ((best == kNone || entry.rank < m_entries[static_cast<std::size_t>(best)].rank) &&
                isAcceptable(entry.kind, entry.value)) {
                m_winners[kind] = static_cast<std::ptrdiff_t>(i);
            }
        }
    }
    setSingleValues(read.record);
    setDate(read.record.date);
    setType(read);
    const int authorRank = bestRank(FieldKind::Authors);
    const std::string_view typeName = namesOf(read.record.type).label;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const Entry &entry = m_entries[i];
        const auto kind = static_cast<std::size_t>(entry.kind);
        const bool isLoser = kind < kSingleKinds && !entry.name.empty() &&
                             m_winners[kind] != static_cast<std::ptrdiff_t>(i) &&
                             entry.value != winner(entry.kind);
        if (entry.kind == FieldKind::Note && takeDecisions(entry.value, read)) {
            continue;
        }
        const bool isLabel = entry.kind == FieldKind::TypeLabel && !equalsIgnoringCase(entry.value, typeName);
        if (isLoser || isLabel || entry.kind == FieldKind::Extra || entry.kind == FieldKind::Note) {
            read.extras.push_back({std::string(entry.name), std::string(entry.value)});
        } else if (kind >= kSingleKinds && (entry.kind != FieldKind::Authors || entry.rank == authorRank)) {
            addListEntry(entry, read.record);
        }
    }
    completeIdentifiers(read.record);
    m_entries.clear();
}

bool deliver(RecordSink &sink, ReadRecord &&read)
{
    checkRecord(read, sink);
    if (isUsable(read.record)) {
        return sink.record(std::move(read));
    }
    return sink.rejected({read.line, std::string(kNotUsable), std::move(read.raw)});
}

} // namespace winnow::formats
