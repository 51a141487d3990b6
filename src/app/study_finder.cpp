#include "app/study_finder.h"

#include "app/record_keys.h"
#include "text/fold.h"

#include <algorithm>
#include <span>

namespace winnow::app {

namespace {

constexpr std::size_t kMostNamed = 5;
constexpr std::size_t kChunk = 2000;

bool isWordByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

/// "Hassan et al. (2020)" -> hassan, et, al, 2020.
std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words(1);
    for (const char c : text::fold(text)) {
        if (isWordByte(c)) {
            words.back() += c;
        } else if (!words.back().empty()) {
            words.emplace_back();
        }
    }
    if (words.back().empty()) {
        words.pop_back();
    }
    return words;
}

/// 2020 of "2020" and "2020a".
std::optional<int> yearOf(const std::string &word)
{
    const bool isYear =
        (word.size() == 4 || (word.size() == 5 && word[4] >= 'a' && word[4] <= 'z')) &&
        std::all_of(word.begin(), word.begin() + 4, [](char c) { return c >= '0' && c <= '9'; });
    return isYear ? std::optional(std::stoi(word.substr(0, 4))) : std::nullopt;
}

std::string keyOf(std::span<const std::string> family, int year)
{
    std::string key;
    for (const std::string &word : family) {
        key += word + " ";
    }
    return key + std::to_string(year);
}

/// Records by the family name of their first author and their year.
using LabelTable = std::unordered_map<std::string, std::vector<RecordId>>;

Result<LabelTable> labelTable(Workspace &workspace)
{
    auto units = workspace.records().units();
    if (!units) {
        return std::move(units).error();
    }
    LabelTable table;
    for (std::size_t from = 0; from < units->size(); from += kChunk) {
        auto rows =
            workspace.records().rows(std::span(*units).subspan(from, std::min(kChunk, units->size() - from)));
        if (!rows) {
            return std::move(rows).error();
        }
        for (const store::RecordRow &row : *rows) {
            if (!row.authors.empty() && row.year) {
                table[keyOf(wordsOf(row.authors.front().family), *row.year)].push_back(row.id);
            }
        }
    }
    return table;
}

/// The records that a study's label may mean: its last year, and the longest family name that it begins with.
std::vector<RecordId> recordsLabelled(const LabelTable &table, const std::string &study)
{
    const std::vector<std::string> words = wordsOf(study);
    const auto last = std::ranges::find_if(
        words.rbegin(), words.rend(), [](const std::string &word) { return yearOf(word).has_value(); });
    if (last == words.rend()) {
        return {};
    }
    const auto before = static_cast<std::size_t>(words.rend() - last) - 1;
    for (std::size_t length = before; length > 0; --length) {
        const auto found = table.find(keyOf(std::span(words).first(length), *yearOf(*last)));
        if (found != table.end()) {
            return found->second;
        }
    }
    return {};
}

/// Those that were included at full text, where any was.
Result<std::vector<RecordId>>
includedOf(Workspace &workspace, const Standings &standings, const std::vector<RecordId> &records)
{
    std::vector<RecordId> included;
    for (const RecordId record : records) {
        auto standing = standings.standing(workspace, record);
        if (!standing) {
            return std::move(standing).error();
        }
        if (standing->seen[Stage::FullText].state == screening::State::Include) {
            included.push_back(record);
        }
    }
    return included.empty() ? records : included;
}

} // namespace

Result<StudyFinder> StudyFinder::of(Workspace &workspace)
{
    auto standings = Standings::of(workspace);
    if (!standings) {
        return std::move(standings).error();
    }
    return StudyFinder(workspace, *std::move(standings));
}

Result<std::optional<RecordId>> StudyFinder::find(const std::string &study)
{
    auto record = recordFromKey(*m_workspace, study);
    if (record) {
        return std::optional(*record);
    }
    if (record.error().code != ErrorCode::NotFound) {
        return std::move(record).error();
    }
    if (!m_labels) {
        auto labels = labelTable(*m_workspace);
        if (!labels) {
            return std::move(labels).error();
        }
        m_labels = *std::move(labels);
    }
    auto records = recordsLabelled(*m_labels, study);
    auto included = includedOf(*m_workspace, m_standings, records);
    if (!included) {
        return std::move(included).error();
    }
    if (included->size() != 1) {
        return noted(study, *included);
    }
    return std::optional(included->front());
}

std::optional<Error> StudyFinder::complaint() const
{
    if (m_lost.empty()) {
        return std::nullopt;
    }
    std::string message = std::to_string(m_lost.size()) +
                          (m_lost.size() == 1 ? " study is" : " studies are") +
                          " no single record of this review: ";
    for (std::size_t i = 0; i < std::min(kMostNamed, m_lost.size()); ++i) {
        message += (i == 0 ? "" : "; ") + m_lost[i];
    }
    message += m_lost.size() > kMostNamed ? "; ..." : "";
    return Error{ErrorCode::NotFound,
                 message + ". Write the record's key in the column Study; 'winnow find REVIEW QUERY --ids' "
                           "lists keys. Nothing was taken over.",
                 {},
                 {}};
}

Result<std::optional<RecordId>> StudyFinder::noted(const std::string &study,
                                                   const std::vector<RecordId> &records)
{
    auto keys = keysOf(*m_workspace, records);
    if (!keys) {
        return std::move(keys).error();
    }
    std::string text = study;
    for (std::size_t i = 0; i < std::min(kMostNamed, keys->size()); ++i) {
        text += (i == 0 ? " (may be " : ", ") + (*keys)[i];
    }
    m_lost.push_back(text + (keys->empty() ? "" : ")"));
    return std::optional<RecordId>();
}

} // namespace winnow::app
