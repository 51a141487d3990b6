#include "index/vocabulary.h"

#include "base/file.h"

#include <algorithm>
#include <bit>

namespace winnow::index {

namespace {

constexpr std::size_t kBlockBytes = std::size_t{1} << 16U;

std::uint32_t hashOf(std::string_view word)
{
    const std::size_t hash = std::hash<std::string_view>()(word);
    return static_cast<std::uint32_t>(hash ^ hash >> 32U);
}

} // namespace

Result<Vocabulary> Vocabulary::read(const std::filesystem::path &file, std::size_t count)
{
    auto bytes = readFile(file);
    if (!bytes) {
        return std::move(bytes).error();
    }
    Vocabulary vocabulary;
    std::string_view rest = vocabulary.m_storage.emplace_back(*std::move(bytes));
    while (vocabulary.m_words.size() < count) {
        const std::size_t end = rest.find('\n');
        if (end == std::string_view::npos) {
            return Error{
                ErrorCode::WrongFormat, "The search index is damaged: words are missing.", {}, file.string()};
        }
        vocabulary.m_words.push_back(rest.substr(0, end));
        rest.remove_prefix(end + 1);
    }
    vocabulary.makeRoom(count);
    return vocabulary;
}

Result<void> Vocabulary::write(const std::filesystem::path &file) const
{
    std::string bytes;
    for (const std::string_view word : m_words) {
        bytes += word;
        bytes += '\n';
    }
    return writeFile(file, bytes);
}

std::optional<WordId> Vocabulary::find(std::string_view word) const
{
    if (m_words.empty()) {
        return std::nullopt;
    }
    const Slot &slot = m_slots[slotOf(word, hashOf(word))];
    return slot.id == kFree ? std::nullopt : std::optional(slot.id);
}

WordId Vocabulary::add(std::string_view word)
{
    makeRoom(m_words.size() + 1);
    const std::uint32_t hash = hashOf(word);
    Slot &slot = m_slots[slotOf(word, hash)];
    if (slot.id == kFree) {
        slot = {hash, static_cast<WordId>(m_words.size())};
        m_words.push_back(keep(word));
    }
    return slot.id;
}

std::size_t Vocabulary::slotOf(std::string_view word, std::uint32_t hash) const
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t at = hash & mask;
    while (m_slots[at].id != kFree && (m_slots[at].hash != hash || m_words[m_slots[at].id] != word)) {
        at = (at + 1) & mask;
    }
    return at;
}

/// Makes the table large enough for so many words, and fills it with those that there are.
void Vocabulary::makeRoom(std::size_t words)
{
    if (2 * words <= m_slots.size()) {
        return;
    }
    m_slots.assign(std::bit_ceil(std::max<std::size_t>(4 * words, 64)), {});
    for (std::size_t id = 0; id < m_words.size(); ++id) {
        const std::uint32_t hash = hashOf(m_words[id]);
        m_slots[slotOf(m_words[id], hash)] = {hash, static_cast<WordId>(id)};
    }
}

std::string_view Vocabulary::keep(std::string_view word)
{
    if (m_storage.empty() || m_storage.back().capacity() - m_storage.back().size() < word.size()) {
        m_storage.emplace_back().reserve(std::max(kBlockBytes, word.size()));
    }
    std::string &block = m_storage.back();
    block += word;
    return std::string_view(block).substr(block.size() - word.size());
}

} // namespace winnow::index
