#include "dedupe/pairs.h"

#include "dedupe/hash.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace winnow::dedupe {

namespace {

/// A thing that several records may have in common, as its hash, and a record that has it.
using Mark = std::pair<std::uint64_t, std::uint32_t>;

/// In a larger block each record is paired with so many that follow it.
constexpr std::size_t kWindow = 24;

constexpr std::size_t kTitleEnd = 20;
constexpr std::size_t kLeastTitle = 8;

class Marks
{
public:
    explicit Marks(std::size_t records) { m_marks.reserve(records * 6); }

    void addAll(const Traits &traits, std::uint32_t record)
    {
        m_record = record;
        add('d', {traits.doi});
        add('p', {traits.pmid});
        add('e', {traits.eid});
        const std::string_view title = traits.title.letters;
        if (title.size() >= kLeastTitle) {
            add('b', {title.substr(0, kTitleEnd)});
            add('t', {title.substr(title.size() - std::min(title.size(), kTitleEnd))});
        }
        const std::string year = std::to_string(traits.year);
        if (!traits.pageFirst.empty()) {
            add('v', {traits.volume, traits.pageFirst});
            add('a', {traits.firstFamily, traits.pageFirst});
        }
        for (std::size_t end = 0; end < traits.abstractEnds.size(); ++end) {
            if (traits.abstractEnds.at(end) != 0) {
                m_marks.emplace_back(traits.abstractEnds.at(end) + end, record);
            }
        }
        if (traits.year != 0) {
            add('y', {traits.firstFamily, year, traits.volume, traits.journal.words});
        }
    }

    std::vector<Mark> sorted() &&
    {
        std::ranges::sort(m_marks);
        return std::move(m_marks);
    }

private:
    /// Nothing where a part is missing.
    void add(char kind, std::initializer_list<std::string_view> parts)
    {
        std::uint64_t hash = hashOf({&kind, 1});
        for (const std::string_view part : parts) {
            if (part.empty()) {
                return;
            }
            hash = hashOf(part, hashOf("\n", hash));
        }
        m_marks.emplace_back(hash, m_record);
    }

    std::uint32_t m_record = 0;
    std::vector<Mark> m_marks;
};

} // namespace

std::vector<Pair> pairsToCompare(std::span<const Traits> records, Task &task)
{
    Marks marks(records.size());
    for (std::uint32_t i = 0; i < records.size(); ++i) {
        marks.addAll(records[i], i);
    }
    const std::vector<Mark> sorted = std::move(marks).sorted();
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < sorted.size() && !task.isStopped(); ++i) {
        const std::size_t end = std::min(sorted.size(), i + 1 + kWindow);
        for (std::size_t j = i + 1; j < end && sorted[j].first == sorted[i].first; ++j) {
            if (sorted[i].second != sorted[j].second) {
                pairs.emplace_back(sorted[i].second, sorted[j].second);
            }
        }
    }
    std::ranges::sort(pairs);
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
}

} // namespace winnow::dedupe
