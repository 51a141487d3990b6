#include "bench/many_records.h"

#include <algorithm>
#include <random>
#include <sstream>
#include <string>

namespace winnow::bench {

namespace {

class Maker
{
public:
    explicit Maker(std::span<const Record> real)
        : m_real(real)
    {
        for (const Record &record : real) {
            std::istringstream words(record.title);
            for (std::string word; words >> word;) {
                m_words.push_back(word);
            }
        }
    }

    /// Another document that looks like the record.
    Record document(Record record, std::size_t number)
    {
        const std::string id = std::to_string(number);
        record.key = "n" + id;
        std::istringstream words(record.title);
        record.title.clear();
        for (std::string word; words >> word;) {
            record.title.append(record.title.empty() ? "" : " ").append(chance(0.4) ? anyOf(m_words) : word);
        }
        const Record &other = m_real[m_random() % m_real.size()];
        if (!other.authors.empty()) {
            record.authors.insert(record.authors.begin(), other.authors.front());
        }
        record.doi = record.doi.empty() ? "" : record.doi + "." + id;
        record.pmid = record.pmid.empty() ? "" : id;
        record.eid = record.eid.empty() ? "" : "2-s2.0-" + id;
        if (const std::size_t pages = m_random() % 2'000; !record.pageFirst.empty()) {
            record.pageFirst = std::to_string(pages + 1);
            record.pageLast = std::to_string(pages + 9);
        }
        record.volume = record.volume.empty() ? "" : std::to_string(1 + m_random() % 200);
        record.abstractText =
            record.abstractText.empty() ? "" : record.title + ". " + record.abstractText + id;
        return record;
    }

    /// The same document from another source.
    Record secondRecord(Record record, std::size_t number)
    {
        record.key = "n" + std::to_string(number);
        record.pmid.clear();
        record.eid.clear();
        if (chance(0.5)) {
            record.doi.clear();
        }
        if (chance(0.2)) {
            std::ranges::transform(record.title, record.title.begin(), [](char c) {
                return c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
            });
        }
        if (chance(0.2) && record.title.size() > 20) {
            record.title.erase(5 + m_random() % (record.title.size() - 10), 1);
        }
        if (chance(0.3)) {
            record.abstractText.clear();
        }
        if (chance(0.3)) {
            record.sourceTitle.resize(std::min(record.sourceTitle.size(), record.sourceTitle.find(' ')));
        }
        if (chance(0.2)) {
            record.pageLast.clear();
        }
        for (PersonName &author : record.authors) {
            author.given.resize(std::min<std::size_t>(author.given.size(), 1));
        }
        return record;
    }

    bool chance(double share) { return std::uniform_real_distribution<>(0, 1)(m_random) < share; }

private:
    const std::string &anyOf(const std::vector<std::string> &list) { return list[m_random() % list.size()]; }

    std::span<const Record> m_real;
    std::vector<std::string> m_words;
    std::mt19937_64 m_random{1};
};

} // namespace

std::vector<Record> manyRecords(std::span<const Record> real, std::size_t count)
{
    Maker maker(real);
    std::vector<Record> records;
    records.reserve(count);
    while (records.size() < count) {
        const std::size_t number = records.size();
        records.push_back(number < real.size() ? real[number]
                                               : maker.document(real[number % real.size()], number));
        constexpr double kSecond = 0.2;
        if (records.size() < count && maker.chance(kSecond)) {
            records.push_back(maker.secondRecord(records.back(), records.size()));
        }
    }
    return records;
}

} // namespace winnow::bench
