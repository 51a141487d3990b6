#include "index/vocabulary.h"

#include "base/file.h"

namespace winnow::index {

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
    vocabulary.m_ids.reserve(count);
    for (std::size_t id = 0; id < count; ++id) {
        vocabulary.m_ids.emplace(vocabulary.m_words[id], static_cast<WordId>(id));
    }
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
    const auto found = m_ids.find(word);
    return found == m_ids.end() ? std::nullopt : std::optional(found->second);
}

WordId Vocabulary::add(std::string_view word)
{
    const auto found = m_ids.find(word);
    if (found != m_ids.end()) {
        return found->second;
    }
    const auto id = static_cast<WordId>(m_words.size());
    const std::string_view kept = m_storage.emplace_back(word);
    m_words.push_back(kept);
    m_ids.emplace(kept, id);
    return id;
}

} // namespace winnow::index
